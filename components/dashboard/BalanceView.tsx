import { i18n } from '#i18n';
import { balanceIn, monthsUntil, satisfactionIn } from '../../utils/db/overview.ts';
import type { Day } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { Bars } from '../parts/board/Bars.tsx';
import { Lines } from '../parts/board/Lines.tsx';
import { type Cell, NumberTable } from '../parts/board/NumberTable.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Source } from './source.ts';
import { spanName } from './spanName.ts';

const MONTHS = 12;

/** The balance of support and the satisfaction of both sides, by month over a year, over everybody. */
export function BalanceView({ today, onSource }: { today: Day; onSource: (source: Source) => void }) {
  const { db, language } = useKith();
  const spans = monthsUntil(today, MONTHS);
  const { value } = useLiveQuery(
    // Both at once: what is asked after an await is not watched.
    () =>
      Promise.all([balanceIn(db, spans), satisfactionIn(db, spans)]).then(([balance, satisfaction]) => ({
        balance,
        satisfaction,
      })),
    [today],
  );
  if (!value) return <Skeleton />;
  const { balance, satisfaction } = value;
  const names = spans.map((span) => spanName(span, 'month', language, today));
  const ends = [names[0] ?? '', names.at(-1) ?? ''] as const;
  const support = [i18n.t('supportWasGiven'), i18n.t('supportWasReceived')];
  const sides = [i18n.t('satisfiedMine'), i18n.t('satisfiedTheirs')];

  const openSupport = (index: number, part: number) => {
    const rows = part === 0 ? balance[index]?.given : balance[index]?.received;
    if (!rows?.length) return;
    onSource({ kind: 'support', ids: rows.map(({ id }) => id), title: `${names[index]} · ${support[part]}` });
  };
  const satisfied = (index: number, part: number): Cell => {
    const side = part === 0 ? 'mine' : 'theirs';
    const { mean, reviews } = satisfaction[index]?.[side] ?? { reviews: [] };
    if (mean === undefined) return { text: '–' };
    const ids = reviews.map(({ id }) => id);
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(mean);
    return {
      text: i18n.t('meanOf', ids.length, [number, String(ids.length)]),
      onOpen: () => onSource({ kind: 'reviews', ids, side, title: `${names[index]} · ${sides[part]}` }),
    };
  };
  const newest = spans.map((_, index) => spans.length - 1 - index);
  return (
    <>
      <section aria-labelledby="balance">
        <h2 id="balance">{i18n.t('balanceOver')}</h2>
        {balance.every(({ given, received }) => given.length + received.length === 0) && (
          <p class="soft">{i18n.t('balanceNone')}</p>
        )}
        <div class="pictured">
          <Bars
            bars={balance.map(({ given, received }) => [given.length, received.length])}
            series={support}
            ends={ends}
            below
            onOpen={openSupport}
          />
          <NumberTable
            caption={i18n.t('balanceOver')}
            head={i18n.t('overMonth')}
            columns={support}
            rows={newest.map((index) => ({
              label: names[index] ?? '',
              cells: [balance[index]?.given ?? [], balance[index]?.received ?? []].map((rows, part) => ({
                text: String(rows.length),
                onOpen: rows.length > 0 ? () => openSupport(index, part) : undefined,
              })),
            }))}
          />
        </div>
      </section>
      <section aria-labelledby="satisfaction">
        <h2 id="satisfaction">{i18n.t('satisfactionInReviews')}</h2>
        {satisfaction.every(({ mine, theirs }) => mine.reviews.length + theirs.reviews.length === 0) && (
          <p class="soft">{i18n.t('satisfactionNone')}</p>
        )}
        <div class="pictured">
          <Lines
            lines={[satisfaction.map(({ mine }) => mine.mean), satisfaction.map(({ theirs }) => theirs.mean)]}
            series={sides}
            ends={ends}
          />
          <NumberTable
            caption={i18n.t('satisfactionInReviews')}
            head={i18n.t('overMonth')}
            columns={sides}
            rows={newest.map((index) => ({
              label: names[index] ?? '',
              cells: [satisfied(index, 0), satisfied(index, 1)],
            }))}
          />
        </div>
      </section>
    </>
  );
}
