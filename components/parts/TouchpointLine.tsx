import { i18n } from '#i18n';
import type { Touchpoint } from '../../utils/domain/types.ts';

/** A touchpoint in a line: `Alice wrote Re: Coffee`, `You wrote ...`, `Meeting: pilot scope · warm`; its title is its link. */
export function TouchpointLine({ touchpoint, name }: { touchpoint: Touchpoint; name: string }) {
  const title = titleOf(touchpoint);
  const doing = whoDid(touchpoint, name);
  return (
    <span>
      {doing ?? capital(i18n.t(`channel_${touchpoint.channel}`))}
      {title !== '' && (doing === undefined ? i18n.t('colon') : ' ')}
      {touchpoint.link && title !== '' ? (
        <a href={touchpoint.link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {touchpoint.tone && <span class="soft"> · {touchpoint.tone}</span>}
    </span>
  );
}

/** What a touchpoint was about: its subject and its summary; may be empty. */
export function titleOf({ subject, summary }: Touchpoint): string {
  return [subject, summary].filter(Boolean).join(' · ');
}

function whoDid({ channel, direction }: Touchpoint, name: string): string | undefined {
  if (channel !== 'email' && channel !== 'message' && channel !== 'letter') return undefined;
  if (direction === 'in') return i18n.t('theyWrote', [firstName(name)]);
  return direction === 'out' ? i18n.t('youWrote') : undefined;
}

// The name as it is; only a Western "First Last" is shortened, as elsewhere the family name may come first.
function firstName(name: string): string {
  const parts = name.split(' ');
  return parts.length === 2 && /^[\p{Script=Latin}.'’-]+$/u.test(parts.join('')) ? (parts[0] ?? name) : name;
}

/** A text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
