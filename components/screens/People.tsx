import { ListChecks, ListFilter } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { recentPeople } from '../../utils/db/lookup.ts';
import { filterValues, findBeginning, findIds, findPeople, type Search } from '../../utils/db/search.ts';
import { indexOf } from '../../utils/db/search-index.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { isOpen, type PeopleFilter } from '../../utils/domain/people-filter.ts';
import { nameOrder } from '../../utils/domain/pinyin.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { languageOf } from '../../utils/playbooks/text.ts';
import type { Playbook } from '../../utils/playbooks/types.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import type { FilterOptions, Option, Order } from '../parts/Filters.tsx';
import { Icon } from '../parts/Icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { PeopleList } from '../parts/PeopleList.tsx';
import { useToldApart } from './useToldApart.ts';

const Filters = lazy(async () => (await import('../parts/Filters.tsx')).Filters);
const BulkEdit = lazy(async () => (await import('./BulkEdit.tsx')).BulkEdit);

const NOTHING = { people: undefined, total: 0, counted: false };

// More rows take longer to draw than a keystroke may.
const MOST = 30;

/** Everyone Kith knows: found by anything that is known of them, filtered, and changed several at once. */
export function People({ onPerson }: { onPerson: (id: string) => void }) {
  const { db, language } = useKith();
  const today = dayOf(useNow());
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<PeopleFilter>({});
  const [order, setOrder] = useState<Order>('recent');
  const [filtering, setFiltering] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>();
  const [shown, setShown] = useState(MOST);
  const field = useFormFocus<HTMLInputElement>();

  const search: Search = { query, filter, order, today, language };
  const plain = query.trim() === '' && isOpen(filter);
  // Who was met last is known without the index of everybody, which takes a moment to build.
  const quick = plain && order === 'recent' && !selected;
  const built = useBuilt();
  const { value } = useLiveQuery(async () => {
    // What begins with the words is found without it, too: something is there at once.
    const beginning = !quick && !built && isOpen(filter) && !selected;
    const begun = beginning ? await findBeginning(db, query, shown) : undefined;
    if (begun && begun.total > 0) return { ...begun, counted: false };
    if (!quick) return { ...(await findPeople(db, search, shown)), counted: true };
    const people = await recentPeople(db, shown);
    return { people: people.map((person) => ({ person })), total: await db.people.count(), counted: false };
  }, [search, shown, quick || built]);
  // The last answer stays until the next is there: an emptied list would be built anew with each key.
  const last = useRef(value);
  if (value) last.current = value;
  const { people, total, counted } = last.current ?? NOTHING;
  const beside = useToldApart(people?.map(({ person }) => person) ?? []);
  const options = useOptions(filtering || selected !== undefined);
  const anchor = useRef<string>(undefined);

  const narrow = (work: () => void) => {
    setShown(MOST);
    work();
  };
  const select = (id: string, range: boolean) => {
    const ids = people?.map(({ person }) => person.id) ?? [];
    const [from, to] = [ids.indexOf(anchor.current ?? ''), ids.indexOf(id)].sort((a, b) => a - b);
    const next = new Set(selected);
    const on = !next.has(id);
    const meant = range && from !== undefined && from >= 0 ? ids.slice(from, (to ?? 0) + 1) : [id];
    for (const one of meant) on ? next.add(one) : next.delete(one);
    anchor.current = id;
    setSelected(next);
  };

  return (
    <>
      <h1 class="sr-only">{i18n.t('people')}</h1>
      <div class="line">
        <input
          type="search"
          aria-label={i18n.t('searchPeople')}
          placeholder={i18n.t('searchAll')}
          value={query}
          onInput={(event) => {
            const text = event.currentTarget.value;
            narrow(() => setQuery(text));
          }}
          ref={field}
        />
        <button
          type="button"
          class="ico"
          aria-label={i18n.t('filters')}
          title={i18n.t('filters')}
          aria-expanded={filtering}
          onClick={() => setFiltering(!filtering)}
        >
          <Icon icon={ListFilter} />
        </button>
        <button
          type="button"
          class="ico"
          aria-label={i18n.t('selectSeveral')}
          title={i18n.t('selectSeveral')}
          aria-expanded={selected !== undefined}
          onClick={() => setSelected(selected ? undefined : new Set())}
        >
          <Icon icon={ListChecks} />
        </button>
      </div>
      {(filtering || !isOpen(filter)) && (
        <Filters
          filter={filter}
          order={order}
          options={options}
          onFilter={(next) => narrow(() => setFilter(next))}
          onOrder={setOrder}
        />
      )}
      {selected && (
        <BulkEdit
          selected={selected}
          total={total}
          tags={options.tags}
          playbooks={options.all}
          onSelect={setSelected}
          all={() => findIds(db, search)}
        />
      )}
      {people?.length === 0 && (
        <p class="soft">
          {plain
            ? i18n.t('noPeople')
            : query.trim() === ''
              ? i18n.t('nobodyFiltered')
              : i18n.t('nobodyFound', [query])}
        </p>
      )}
      {!plain && counted && total > 0 && (
        <p class="label soft" role="status">
          {i18n.t('foundCount', total, [String(total)])}
        </p>
      )}
      <PeopleList
        people={people ?? []}
        beside={beside}
        language={language}
        selected={selected}
        onPerson={onPerson}
        onSelect={select}
      />
      {people && people.length >= shown && total > shown && (
        <button type="button" class="link start" onClick={() => setShown(shown + MOST)}>
          {i18n.t('showMore')}
        </button>
      )}
    </>
  );
}

// Whether the index of everybody is there; begins to build it when the screen has been painted.
function useBuilt(): boolean {
  const { db, language } = useKith();
  const [built, setBuilt] = useState(false);
  useEffect(() => {
    let here = true;
    const done = () => here && setBuilt(true);
    indexOf(db, language).then(done, done);
    return () => {
      here = false;
    };
  }, [db, language]);
  return built;
}

interface Options extends FilterOptions {
  /** Every playbook there is, to be set; those of the filter are those that somebody has. */
  readonly all: readonly Option[];
}

const NO_OPTIONS: Options = { tags: [], organizations: [], playbooks: [], all: [] };

// A list of thousands is no help; the search finds the others.
const MOST_OPTIONS = 200;

function useOptions(wanted: boolean): Options {
  const { db, language } = useKith();
  const { value } = useLiveQuery(async () => {
    if (!wanted) return undefined;
    const [values, own] = await Promise.all([filterValues(db, language), db.playbooks.toArray()]);
    const of = languageOf(language);
    const all: Option[] = [
      ...PLAYBOOKS.map(({ id, name }) => ({ value: id, text: name[of] })),
      ...own.flatMap(
        ({ id, data, deletedAt }) =>
          deletedAt === undefined ? [{ value: id, text: (data as Playbook).name[of] }] : [], // checked when it was stored
      ),
    ];
    const named = (list: readonly string[]) =>
      list
        .slice(0, MOST_OPTIONS)
        .map((one) => ({ value: one, text: one }))
        .sort((a, b) => nameOrder(language)(a.text, b.text));
    return {
      tags: named(values.tags),
      organizations: named(values.organizations),
      playbooks: all.filter(({ value: id }) => values.playbooks.includes(id)),
      all,
    };
  }, [wanted, language]);
  return value ?? NO_OPTIONS;
}
