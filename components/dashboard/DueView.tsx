import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Board } from '../../utils/db/board.ts';
import type { Day } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';
import { Bars } from '../parts/board/Bars.tsx';
import { NumberTable } from '../parts/board/NumberTable.tsx';
import { dueWeeks } from './dueWeeks.ts';
import type { Source } from './source.ts';
import { spanName } from './spanName.ts';

const WEEKS = 8;

/** Who is due by week: by rhythm and by promise, from what is late to the next weeks. */
export function DueView(props: { board: Board; today: Day; onSource: (source: Source) => void }) {
  const { language } = useKith();
  const { board, today, onSource } = props;
  const weeks = useMemo(() => dueWeeks(board.people.values(), today, WEEKS), [board, today]);
  const names = weeks.map(({ week }) =>
    week ? spanName(week, 'week', language, today) : i18n.t('dueBefore'),
  );
  const columns = [i18n.t('dueByRhythm'), i18n.t('dueByPromise')];
  const open = (index: number, part: number) => {
    const ids = part === 0 ? weeks[index]?.rhythm : weeks[index]?.promises;
    if (ids?.length) onSource({ kind: 'people', ids, title: `${names[index]} · ${columns[part]}` });
  };
  return (
    <div class="pictured">
      <Bars
        bars={weeks.map(({ rhythm, promises }) => [rhythm.length, promises.length])}
        series={columns}
        ends={[names[0] ?? '', names.at(-1) ?? '']}
        onOpen={open}
      />
      <NumberTable
        caption={i18n.t('viewDue')}
        head={i18n.t('overWeek')}
        columns={columns}
        rows={weeks.map(({ rhythm, promises }, index) => ({
          label: names[index] ?? '',
          cells: [rhythm, promises].map((ids, part) => ({
            text: String(ids.length),
            onOpen: ids.length > 0 ? () => open(index, part) : undefined,
          })),
        }))}
      />
    </div>
  );
}
