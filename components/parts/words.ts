import { i18n } from '#i18n';
import type { Touchpoint } from '../../utils/domain/types.ts';

/** A touchpoint in words: who did what (`Alice wrote`, `You wrote`, `Meeting`) and its title. */
export function touchpointWords(
  touchpoint: Touchpoint,
  name: string,
): { readonly words: string; readonly title: string } {
  const { channel, direction } = touchpoint;
  const title = [touchpoint.subject, touchpoint.summary].filter(Boolean).join(' · ');
  const written = channel === 'email' || channel === 'message' || channel === 'letter';
  if (written && direction === 'in') return { words: i18n.t('theyWrote', [firstName(name)]), title };
  if (written && direction === 'out') return { words: i18n.t('youWrote'), title };
  return { words: i18n.t(`channel_${channel}`), title };
}

// The name as it is; only a Western "First Last" is shortened, as elsewhere the family name may come first.
function firstName(name: string): string {
  const parts = name.split(' ');
  return parts.length === 2 && /^[\p{Script=Latin}.'’-]+$/u.test(parts.join('')) ? (parts[0] ?? name) : name;
}
