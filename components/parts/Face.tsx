import { initials } from '../../utils/domain/names.ts';

/** Initials in a circle; decorative, the name stands beside it. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span class={small ? 'face small' : 'face'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
