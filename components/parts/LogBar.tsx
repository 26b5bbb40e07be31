import { Check, Coffee, Mail, MailOpen, MessageSquare, Phone, Users } from 'lucide';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Channel } from '../../utils/domain/types.ts';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { Icon } from './Icon.tsx';

const BY_HAND = [
  ['call', Phone],
  ['meeting', Users],
  ['message', MessageSquare],
  ['social', Coffee],
  ['letter', MailOpen],
] as const satisfies readonly (readonly [Channel, unknown])[];

/** One button for what is on the page, and one for each thing that no page shows. */
export function LogBar(props: {
  /** What the page shows and is not logged yet, newest first. */
  unlogged: readonly SeenTouchpoint[];
  /** The page's touchpoints are all logged. */
  logged: boolean;
  /** Beneath the button: why the newest does not count by itself. */
  children?: ComponentChildren;
  open: Channel | undefined;
  onLog: (seen: readonly SeenTouchpoint[]) => void;
  onOpen: (channel: Channel) => void;
}) {
  const [newest] = props.unlogged;
  return (
    <section aria-label={i18n.t('log')}>
      <div class="log">
        {newest ? (
          <button type="button" class="go" onClick={() => props.onLog([newest])} title={newest.subject ?? ''}>
            <Icon icon={Mail} /> {i18n.t('logThis', [i18n.t(`channel_${newest.channel}`)])}
          </button>
        ) : props.logged ? (
          <p class="logged" role="status">
            <Icon icon={Check} /> {i18n.t('logged')}
          </p>
        ) : (
          <span class="label soft">{i18n.t('logByHand')}</span>
        )}
        {BY_HAND.map(([channel, icon]) => (
          <button
            key={channel}
            type="button"
            class="ico"
            aria-label={i18n.t('logThis', [i18n.t(`channel_${channel}`)])}
            title={i18n.t(`channel_${channel}`)}
            aria-expanded={props.open === channel}
            onClick={() => props.onOpen(channel)}
          >
            <Icon icon={icon} />
          </button>
        ))}
      </div>
      {newest && props.children}
    </section>
  );
}
