import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../../utils/domain/days.ts';
import type { ReviewSources, SinceLast } from '../../../utils/domain/review.ts';
import type { Traced } from '../../../utils/domain/standing.ts';
import type { Day } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';
import { capital, TouchpointLine } from '../TouchpointLine.tsx';

type Kind =
  | 'touchpoints'
  | 'in'
  | 'out'
  | 'both'
  | 'met'
  | 'dropped'
  | 'open'
  | 'kept'
  | 'late'
  | 'given'
  | 'received'
  | 'asked'
  | 'feedback';

interface Row {
  readonly label: string;
  readonly counts: readonly (readonly [Kind, Traced])[];
}

/** What happened in a review's period: each number is a button that opens the list of what it counts. */
export function Since(props: {
  happened: SinceLast;
  sources: ReviewSources;
  name: string;
  today: Day;
  language: string;
}) {
  const { happened, name } = props;
  const [open, setOpen] = useState('');
  const rows: readonly Row[] = [
    ...happened.channels.map(({ channel, by }) => ({
      label: capital(i18n.t(`channel_${channel}`)),
      counts: [
        ['in', by.in],
        ['out', by.out],
        ['both', by.both],
      ] as const,
    })),
    {
      label: i18n.t('goals'),
      counts: [
        ['met', happened.goals.met],
        ['dropped', happened.goals.dropped],
        ['open', happened.goals.open],
      ],
    },
    { label: i18n.t('sincePromisesMine'), counts: promises(happened, 'me') },
    { label: i18n.t('sincePromisesTheirs', [name]), counts: promises(happened, 'them') },
    {
      label: i18n.t('sinceSupport'),
      counts: [
        ['given', happened.support.given],
        ['received', happened.support.received],
        ['asked', happened.support.asked],
      ],
    },
    { label: i18n.t('sinceFeedback', [name]), counts: [['feedback', happened.feedback]] },
  ];
  const whole: Row = {
    label: i18n.t('sinceAll'),
    counts: [['touchpoints', happened.touchpoints]],
  };
  const used = rows
    .map(({ label, counts }) => ({ label, counts: counts.filter(([, { number }]) => number > 0) }))
    .filter(({ counts }) => counts.length > 0);
  return (
    <dl class="since card">
      {[whole, ...used].map(({ label, counts }, index) => (
        <div key={label}>
          <dt class="label soft">{label}</dt>
          <dd>
            <div class="choices">
              {counts.map(([kind, traced]) => {
                const key = `${index}:${kind}`;
                const text = i18n.t(`since_${kind}`, traced.number, [String(traced.number)]);
                return traced.number === 0 ? (
                  <span key={kind} class="soft">
                    {text}
                  </span>
                ) : (
                  <button
                    key={kind}
                    type="button"
                    class="chip"
                    aria-expanded={open === key}
                    aria-label={`${label}${i18n.t('colon')}${text}`}
                    onClick={() => setOpen(open === key ? '' : key)}
                  >
                    {text}
                  </button>
                );
              })}
            </div>
            {counts.map(
              ([kind, { ids }]) =>
                open === `${index}:${kind}` && <Behind key={kind} ids={ids} {...props} label={label} />,
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function promises(happened: SinceLast, side: 'me' | 'them'): Row['counts'] {
  const { kept, late, open } = happened.promises[side];
  return [
    ['kept', kept],
    ['late', late],
    ['open', open],
  ];
}

// More are shown on demand: a hundred lines are drawn in an instant, two thousand are not.
const FEW = 50;

// The rows behind a number, newest first.
function Behind(props: {
  ids: readonly string[];
  sources: ReviewSources;
  name: string;
  label: string;
  today: Day;
  language: string;
}) {
  const { sources, name, today, language } = props;
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
