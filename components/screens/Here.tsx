import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Recognised, recognise } from '../../utils/db/recognise.ts';
import { isSubject, union } from '../../utils/sites/union.ts';
import { firstFollowUps } from '../../utils/words/firsts.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { lazy } from '../parts/lazy.tsx';
import { keyOf, PeopleOnPage } from '../parts/PeopleOnPage.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { SpoofWarning } from '../parts/SpoofWarning.tsx';
import { PersonCard } from './PersonCard.tsx';
import { StrangerHere } from './StrangerHere.tsx';

const Begin = lazy(async () => (await import('./Begin.tsx')).Begin);
const OwnHere = lazy(async () => (await import('./OwnHere.tsx')).OwnHere);
const NobodyHere = lazy(async () => (await import('./NobodyHere.tsx')).NobodyHere);

// What writes is loaded with the first thing the user does.
const people = () => import('../../utils/db/people.ts');

/** Who is on the page beside the panel. */
export function Here({ tab, onPerson }: { tab: TabState; onPerson: (id: string) => void }) {
  const { db, act } = useKith();
  const { site, sightings, omitted } = union(tab.frames.flatMap(({ reading }) => reading ?? []));
  const { value, loading, error } = useLiveQuery(() => recognise(db, sightings), [sightings]);
  // Without a database everyone is a stranger, and still shown.
  const found =
    value ?? (error === undefined ? undefined : sightings.map((sighting) => ({ sighting }) as Recognised));
  const [chosen, setChosen] = useState<string>();

  // A choice holds while that person is on the page of that tab.
  const present = chosen === undefined || (found?.some((one) => keyOf(one) === chosen) ?? true);
  useEffect(() => setChosen(undefined), [tab.tabId, present]);

  if (!tab.ready || (loading && sightings.length > 0)) return <Skeleton />;
  if (!found || found.length === 0)
    return (
      <>
        <Begin tab={tab} sightings={sightings} />
        <NobodyHere tab={tab} onPerson={onPerson} />
      </>
    );

  const [first] = found;
  // People who are merely listed are a choice, never an answer; a single one is who is selected in the list.
  const answer =
    first && (isSubject(first.sighting.role) || first.sighting.role !== 'listed' || found.length === 1);
  const selected = found.find((one) => keyOf(one) === chosen) ?? (answer ? first : undefined);
  const top = tab.frames.find(({ frameId }) => frameId === 0) ?? tab.frames[0];

  const add = (one: NonNullable<typeof selected>) =>
    act('addPerson', async () => {
      const { name, headline, organization, location, handles } = one.sighting;
      return (
        await (
          await people()
        ).addPerson(
          db,
          { name: name ?? handles[0].value, headline, organization, location, handles },
          firstFollowUps(),
        )
      ).batch;
    });

  return (
    <>
      {!selected && <Begin tab={tab} sightings={sightings} />}
      {found.length > 1 && (
        <PeopleOnPage
          people={found}
          selected={selected && keyOf(selected)}
          omitted={omitted}
          onSelect={setChosen}
        />
      )}
      {selected?.sighting.claims !== undefined && (
        <SpoofWarning claims={selected.sighting.claims} real={selected.sighting.handles[0].value} />
      )}
      {selected?.person && (
        <PersonCard
          key={selected.person.id}
          id={selected.person.id}
          meeting={{ found: selected, site, title: top?.title ?? '', url: top?.url ?? '' }}
        />
      )}
      {selected && !selected.person && (
        <StrangerHere key={keyOf(selected)} found={selected} onAdd={() => add(selected)} />
      )}
      {!selected && <p class="soft">{i18n.t('choosePerson')}</p>}
      {/* Last: it comes a moment later, and must not move what is being clicked. */}
      {selected && <OwnHere tab={tab} />}
    </>
  );
}
