import { TriangleAlert } from 'lucide';
import { i18n } from '#i18n';
import { Icon } from './Icon.tsx';

/** Says that a display name claims an address that is not the real one. */
export function SpoofWarning({ claims, real }: { claims: string; real: string }) {
  return (
    <p class="warning" role="alert">
      <Icon icon={TriangleAlert} /> <span>{i18n.t('spoofed', [claims, real])}</span>
    </p>
  );
}
