import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KithDb } from '../../utils/db/database.ts';
import { isLive } from '../../utils/db/lookup.ts';
import { touchpointsBetween } from '../../utils/db/overview.ts';
import type { Day } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import type { Source } from './source.ts';

const STEP = 100;

/** One row behind a number: about whom, and what. */
interface Item {
  readonly key: string;
  readonly personIds: readonly string[];
  readonly day?: Day;
  readonly text?: string | undefined;
  readonly link?: string | undefined;
}

/** The people, touchpoints, support or reviews that a number was counted from. */
export function Sources({ source, onPerson }: { source: Source; onPerson: (id: string) => void }) {
  const { db, language } = useKith();
  const [limit, setLimit] = useState(STEP);
  const { value } = useLiveQuery(async () => {
    const items = await itemsOf(db, source);
    const shown = items.slice(0, limit);
    const people = await db.people.bulkGet([...new Set(shown.flatMap(({ personIds }) => personIds))]);
    const names = new Map(people.flatMap((one) => (one && isLive(one) ? [[one.id, one.name]] : [])));
    return { shown, names, total: items.length };
  }, [source, limit]);
  if (!value) return <Skeleton />;
  const { shown, names, total } = value;
  return (
    <>
      <ul class="sources">
        {shown.map(({ key, personIds, day, text, link }) => (
          <li key={key}>
            {personIds.map((id) => (
              <button key={id} type="button" class="link" onClick={() => onPerson(id)}>
                {names.get(id) ?? i18n.t('unknown')}
              </button>
            ))}
            {text && (link ? <Linked href={link} text={text} /> : <span class="wrap"> {text}</span>)}
            {day && <time class="label soft"> {shortDay(day, language)}</time>}
          </li>
        ))}
      </ul>
      {total > limit && (
        <button type="button" class="plain" onClick={() => setLimit(limit + STEP)}>
          {i18n.t('boardMore', [(total - limit).toLocaleString(language)])}
        </button>
      )}
    </>
  );
}

function Linked({ href, text }: { href: string; text: string }) {
  if (!/^https?:/.test(href)) return <span class="wrap"> {text}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

async function itemsOf(db: KithDb, source: Source): Promise<Item[]> {
  switch (source.kind) {
    case 'people':
      return source.ids.map((id) => ({ key: id, personIds: [id] }));
    case 'touchpoints':
      return (await touchpointsBetween(db, source.span)).map(
        ({ id, personIds, day, subject, summary, link, channel }) => ({
          key: id,
          personIds,
          day,
          text: subject ?? summary ?? i18n.t(`channel_${channel}`),
          link,
        }),
      );
    case 'met': {
      const met = new Set((await touchpointsBetween(db, source.span)).flatMap(({ personIds }) => personIds));
      return [...met].map((id) => ({ key: id, personIds: [id] }));
    }
    case 'support':
      return (await db.support.bulkGet([...source.ids])).flatMap((row) =>
        row ? [{ key: row.id, personIds: [row.personId], day: row.day, text: row.text }] : [],
      );
    case 'reviews':
      return (await db.reviews.bulkGet([...source.ids])).flatMap((row) =>
        row
          ? [
              {
                key: row.id,
                personIds: [row.personId],
                day: row.day,
                text: i18n.t('ofFive', [String(row[source.side] ?? '')]),
              },
            ]
          : [],
      );
  }
}
