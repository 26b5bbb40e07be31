import type { Instant } from '../../utils/domain/types.ts';

/** An instant as a `datetime-local` input has it: `2026-11-02T09:12`, in this machine's zone. */
export function localMinute(at: Instant): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What a `datetime-local` input says, as an instant; nothing when it says nothing. */
export function parseMinute(text: string): Instant | undefined {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? undefined : at;
}
