import { i18n } from '#i18n';
import { daysBetween } from '../../../utils/domain/days.ts';
import type { Day } from '../../../utils/domain/types.ts';

const WEEKS = 52;

/** The last year in weeks: a stroke for each in which there was something, higher for more. */
export function RhythmStrip({ days, today }: { days: readonly Day[]; today: Day }) {
  const weeks = new Array<number>(WEEKS).fill(0);
  for (const day of days) {
    const week = WEEKS - 1 - Math.floor(daysBetween(day, today) / 7);
    if (week >= 0 && week < WEEKS) weeks[week] = (weeks[week] ?? 0) + 1;
  }
  const busy = weeks.filter((count) => count > 0).length;
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${WEEKS * 4} 24`}
      preserveAspectRatio="none"
      role="img"
      aria-label={i18n.t('stripText', busy, [String(busy)])}
    >
      <line x1="0" x2={WEEKS * 4} y1="23.5" y2="23.5" />
      {weeks.map((count, week) =>
        count === 0 ? null : (
          <rect
            key={week}
            x={week * 4}
            width="3"
            y={24 - Math.min(22, 6 + count * 4)}
            height={Math.min(22, 6 + count * 4)}
          />
        ),
      )}
    </svg>
  );
}
