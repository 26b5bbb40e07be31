import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReviewSources, SinceLast } from '../../../utils/domain/review.ts';
import type { Traced } from '../../../utils/domain/standing.ts';
import type { Day } from '../../../utils/domain/types.ts';
import { capital } from '../TouchpointLine.tsx';
import { Behind } from './Behind.tsx';

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
