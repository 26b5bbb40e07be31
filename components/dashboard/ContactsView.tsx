import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { contactsIn, monthsUntil, weeksUntil } from '../../utils/db/overview.ts';
import type { Day } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { Bars } from '../parts/board/Bars.tsx';
import { NumberTable } from '../parts/board/NumberTable.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Source } from './source.ts';
import { spanName } from './spanName.ts';

const WEEKS = 26;
const MONTHS = 12;

/** People over time: how many touchpoints there were in each week or month, and with how many people. */
export function ContactsView({ today, onSource }: { today: Day; onSource: (source: Source) => void }) {
  const { db, language } = useKith();
  const [by, setBy] = useState<'week' | 'month'>('week');
  const spans = by === 'week' ? weeksUntil(today, WEEKS) : monthsUntil(today, MONTHS);
  const { value } = useLiveQuery(() => contactsIn(db, spans), [by, today]);
  if (!value) return <Skeleton />;
  const names = spans.map((span) => spanName(span, by, language, today));
  const columns = [i18n.t('overTouchpoints'), i18n.t('people')];
  const open = (index: number, kind: 'touchpoints' | 'met') => {
    const [span, name = ''] = [spans[index], names[index]];
    if (span) onSource({ kind, span, title: name });
  };
  return (
    <>
      <fieldset class="sides">
        <legend class="sr-only">{i18n.t('overBy')}</legend>
        {(['week', 'month'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="by" checked={by === one} onChange={() => setBy(one)} />
            {one === 'week' ? i18n.t('byWeek') : i18n.t('byMonth')}
          </label>
        ))}
      </fieldset>
      <div class="pictured">
        <Bars
          bars={value.map(({ touchpoints }) => [touchpoints])}
          series={columns.slice(0, 1)}
          ends={[names[0] ?? '', names.at(-1) ?? '']}
          onOpen={(index) => open(index, 'touchpoints')}
        />
        <NumberTable
          caption={i18n.t('viewTime')}
          head={by === 'week' ? i18n.t('overWeek') : i18n.t('overMonth')}
          columns={columns}
          rows={value
            .map(({ touchpoints, people }, index) => ({
              label: names[index] ?? '',
              cells: [
                { text: String(touchpoints), onOpen: opens(touchpoints, () => open(index, 'touchpoints')) },
                { text: String(people), onOpen: opens(people, () => open(index, 'met')) },
              ],
            }))
            .reverse()}
        />
      </div>
      <p class="soft label">{i18n.t('overCoverage')}</p>
    </>
  );
}

function opens(count: number, open: () => void): (() => void) | undefined {
  return count > 0 ? open : undefined;
}
