import { i18n } from '#i18n';
import type { Standing, Traced } from '../../../utils/domain/standing.ts';
import type { FollowUp, Support, Touchpoint } from '../../../utils/domain/types.ts';
import { duration } from '../../../utils/words/duration.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { RhythmStrip } from './RhythmStrip.tsx';
import { type SourceRow, Sources } from './Sources.tsx';

/** The present state in numbers, each of which opens what it came from. Facts; nothing here grades anybody. */
export function StandingView(props: {
  standing: Standing;
  touchpoints: ReadonlyMap<string, Touchpoint>;
  /** The rows that support and promises are counted from. */
  support: readonly Support[];
  followUps: readonly FollowUp[];
  name: string;
  language: string;
  today: string;
}) {
  const { standing, touchpoints, name, language, today } = props;
  const rows = new Map<string, SourceRow>([
    ...props.support.map(({ id, day, text }) => [id, { day, text }] as const),
    ...props.followUps.map(({ id, dueDay, text }) => [id, { day: dueDay, text }] as const),
  ]);
  const number = (text: string, { ids }: Pick<Traced, 'ids'>) => (
    <Sources text={text} ids={ids} touchpoints={touchpoints} rows={rows} name={name} language={language} />
  );
  const { rhythm, begins, replies, turns, business, last, support, promises } = standing;
  return (
    <div class="standing">
      <p class="soft label">
        {i18n.t('coverage', standing.touchpoints.number, [String(standing.touchpoints.number)])}
      </p>
      {!standing.enough && <p class="soft">{i18n.t('notEnoughYet')}</p>}
      <RhythmStrip days={[...touchpoints.values()].map(({ day }) => day)} today={today} />
      <dl>
        {rhythm && (
          <Row label={i18n.t('standing_rhythm')}>
            {number(i18n.t('aboutEvery', [String(Math.round(rhythm.days))]), rhythm)}
            {last && <> · {number(i18n.t('daysAgo', last.number, [String(last.number)]), last)}</>}
          </Row>
        )}
        {begins && (
          <Row label={i18n.t('standing_begins')}>
            {number(i18n.t('count_theirs', [String(begins.in.number)]), begins.in)} ·{' '}
            {number(i18n.t('count_mine', [String(begins.out.number)]), begins.out)}
            {begins.both.number > 0 && (
              <> · {number(i18n.t('count_both', [String(begins.both.number)]), begins.both)}</>
            )}
            <BalanceBar
              label={i18n.t('standing_begins')}
              theirs={begins.in.number}
              mine={begins.out.number}
            />
          </Row>
        )}
        {replies && (replies.mine || replies.theirs) && (
          <Row label={i18n.t('standing_replies')}>
            {replies.theirs &&
              number(i18n.t('reply_theirs', [duration(replies.theirs.number, language)]), replies.theirs)}
            {replies.theirs && replies.mine && ' · '}
            {replies.mine &&
              number(i18n.t('reply_mine', [duration(replies.mine.number, language)]), replies.mine)}
          </Row>
        )}
        {turns && (
          <Row label={i18n.t('standing_turns')}>
            {number(i18n.t('count_theirs', [String(turns.in.number)]), turns.in)} ·{' '}
            {number(i18n.t('count_mine', [String(turns.out.number)]), turns.out)}
            <BalanceBar label={i18n.t('standing_turns')} theirs={turns.in.number} mine={turns.out.number} />
          </Row>
        )}
        {standing.channels.length > 0 && (
          <Row label={i18n.t('standing_channels')}>
            {standing.channels.map((channel, index) => (
              <span key={channel.channel}>
                {index > 0 && ' · '}
                {number(`${i18n.t(`channel_${channel.channel}`)} ${channel.number}`, channel)}
              </span>
            ))}
          </Row>
        )}
        <Row label={i18n.t('standing_support')}>
          {number(i18n.t('count_given', [String(support.given.number)]), support.given)} ·{' '}
          {number(i18n.t('count_received', [String(support.received.number)]), support.received)}
          <BalanceBar
            label={i18n.t('standing_support')}
            theirs={support.received.number}
            mine={support.given.number}
          />
        </Row>
        <Row label={i18n.t('standing_promises')}>
          {number(i18n.t('count_yours', [String(promises.mine.number)]), promises.mine)} ·{' '}
          {number(i18n.t('count_theirPromises', [String(promises.theirs.number)]), promises.theirs)}
        </Row>
        {business && business.days >= 90 && (
          <Row label={i18n.t('standing_business')}>
            {number(i18n.t('businessSince', business.days, [String(business.days)]), business)}
          </Row>
        )}
      </dl>
    </div>
  );
}

function Row({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt class="label soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
