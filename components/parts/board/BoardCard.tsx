import { i18n } from '#i18n';
import type { BoardPerson } from '../../../utils/db/board.ts';
import { daysBetween } from '../../../utils/domain/days.ts';
import type { Day } from '../../../utils/domain/types.ts';
import { distance } from '../../../utils/words/distance.ts';
import { shortDay } from '../../format.ts';

/** Somebody on the board: who it is, when you were last in touch, what is next, and the rhythm. Opens the person. */
export function BoardCard(props: {
  person: BoardPerson;
  today: Day;
  language: string;
  chosen: boolean;
  onOpen: () => void;
}) {
  const { person, today, language } = props;
  return (
    <li data-card={person.id}>
      <button
        type="button"
        class="board-card"
        aria-describedby="board-keys"
        aria-current={props.chosen ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <strong>{person.name}</strong>
        {person.organization && <span class="soft ellipsis">{person.organization}</span>}
        <span class="board-facts label soft">
          <Last day={person.lastDay} today={today} language={language} />
          <Rhythm person={person} />
        </span>
        <Due person={person} today={today} />
        <Promised person={person} today={today} language={language} />
      </button>
    </li>
  );
}

function Last({ day, today, language }: { day: Day | undefined; today: Day; language: string }) {
  if (day === undefined) return <span>{i18n.t('noTouchpoint')}</span>;
  const days = Math.max(0, daysBetween(day, today));
  return (
    <time dateTime={day} title={shortDay(day, language, today)}>
      {i18n.t('boardAgo', days, [String(days)])}
    </time>
  );
}

// What was set, else what is usual for the two.
function Rhythm({ person: { cadence, rhythmDays } }: { person: BoardPerson }) {
  if (cadence !== undefined) return <span>{i18n.t('everyDays', cadence, [String(cadence)])}</span>;
  if (rhythmDays === undefined) return null;
  return <span>{i18n.t('boardUsual', [String(Math.round(rhythmDays))])}</span>;
}

function Due({ person: { dueDay }, today }: { person: BoardPerson; today: Day }) {
  if (dueDay === undefined) return null;
  const days = daysBetween(today, dueDay);
  if (days > 0) return <span class="label">{i18n.t('boardDueIn', days, [String(days)])}</span>;
  return (
    <span class="label due">
      {days === 0 ? i18n.t('dueToday') : i18n.t('dueSince', -days, [String(-days)])}
    </span>
  );
}

function Promised(props: { person: BoardPerson; today: Day; language: string }) {
  const { promise } = props.person;
  if (!promise) return null;
  const text = promise.first
    ? promise.text
    : i18n.t(promise.by === 'me' ? 'promisedByMe' : 'promisedByThem', [promise.text]);
  return (
    <span class="label">
      {text}{' '}
      <span class={promise.dueDay <= props.today ? 'due' : 'soft'}>
        {distance(promise.dueDay, props.language, props.today)}
      </span>
    </span>
  );
}
