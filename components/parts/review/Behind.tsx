import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../../utils/domain/days.ts';
import type { ReviewSources } from '../../../utils/domain/review.ts';
import type { Day, Review } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';
import { TouchpointLine } from '../TouchpointLine.tsx';

// More are shown on demand: a hundred lines are drawn in an instant, two thousand are not.
const FEW = 50;

/** The rows behind a number of a review, newest first; `before` is the review that its period follows. */
export function Behind(props: {
  ids: readonly string[];
  sources: ReviewSources;
  before?: Pick<Review, 'id' | 'day'> | undefined;
  name: string;
  label: string;
  today: Day;
  language: string;
}) {
  const { sources, name, today, language, before } = props;
  const [shown, setShown] = useState(FEW);
  const wanted = new Set(props.ids);
  const dayText = (day: Day) => (
    <time dateTime={day} class="soft">
      {shortDay(day, language, today)}
    </time>
  );
  const items = [
    ...sources.touchpoints.map((row) => ({
      id: row.id,
      day: row.day,
      text: <TouchpointLine touchpoint={row} name={name} />,
    })),
    ...sources.goals.map((row) => ({
      id: row.id,
      day: dayOf(row.closedAt ?? row.createdAt),
      text: <span>{`${row.text} (${i18n.t(`side_${row.side}`)})`}</span>,
    })),
    ...sources.followUps.map(({ id, dueDay: day, text }) => ({ id, day, text: <span>{text}</span> })),
    ...sources.support.map(({ id, day, text }) => ({ id, day, text: <span>{text}</span> })),
    ...sources.feedback.map(({ id, day, text }) => ({ id, day, text: <span>{text}</span> })),
    ...(before ? [{ id: before.id, day: before.day, text: <span>{i18n.t('theReview')}</span> }] : []),
  ]
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <>
      <ol class="timeline" aria-label={props.label}>
        {items.slice(0, shown).map(({ id, day, text }) => (
          <li key={id}>
            {dayText(day)}
            {text}
          </li>
        ))}
      </ol>
      {items.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + FEW)}>
          {i18n.t('showMore')}
        </button>
      )}
    </>
  );
}
