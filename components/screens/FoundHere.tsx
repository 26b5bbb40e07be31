import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { addPerson } from '../../utils/db/people.ts';
import { type Recognised, recognise } from '../../utils/db/recognise.ts';
import { lookOnce } from '../../utils/last-resort.ts';
import { framesOf } from '../../utils/messaging/frames.ts';
import { fromPage } from '../../utils/messaging/validate.ts';
import type { Reading, Sighting } from '../../utils/sites/types.ts';
import { union } from '../../utils/sites/union.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { Face } from '../parts/Face.tsx';
import { keyOf, nameOf } from '../parts/PeopleOnPage.tsx';
import { StrangerHere } from './StrangerHere.tsx';

const MOST = 8;

/** Whom a page that could not be read seems to show, as a choice: one who is known opens, a stranger can be added. */
export function FoundHere({ tabId, onPerson }: { tabId: number; onPerson: (id: string) => void }) {
  const { db, act } = useKith();
  const [sightings, setSightings] = useState<readonly Sighting[]>();
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    let current = true;
    const show = (found: readonly Sighting[]) => current && setSightings(found);
    // A tab that was closed or left meanwhile shows nobody.
    look(tabId).then(show, () => show([]));
    return () => {
      current = false;
    };
  }, [tabId]);
  const { value: found } = useLiveQuery(() => recognise(db, sightings ?? []), [sightings]);
  if (!sightings || !found) return null;
  const stranger = found.find((one) => keyOf(one) === chosen && !one.person);

  const add = async ({ sighting: { name, handles } }: Recognised) => {
    let id: string | undefined;
    await act('addPerson', async () => {
      const added = await addPerson(db, { name: name ?? handles[0].value, handles });
      id = added.id;
      return added.batch;
    });
    if (id !== undefined) onPerson(id);
  };

  return (
    <>
      <p class="soft" role="status">
        {i18n.t(found.length > 0 ? 'foundOnPage' : 'foundNobody')}
      </p>
      {found.length > 0 && (
        <nav class="people" aria-label={i18n.t('onThisPage')}>
          <ul>
            {found.slice(0, MOST).map((one) => {
              const key = keyOf(one);
              const address = one.sighting.handles[0].value;
              return (
                <li key={key}>
                  <button
                    type="button"
                    class={one.person ? 'person' : 'person stranger'}
                    aria-current={key === chosen ? 'true' : undefined}
                    onClick={() => (one.person ? onPerson(one.person.id) : setChosen(key))}
                  >
                    <Face name={nameOf(one)} small />
                    <span class="grow ellipsis">
                      {nameOf(one)} {nameOf(one) !== address && <span class="soft">{address}</span>}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
      {stranger && <StrangerHere key={chosen} found={stranger} onAdd={() => void add(stranger)} />}
    </>
  );
}

// What the page's frames show, checked as if they had said it by themselves, without those whom a reader knows to be the user.
async function look(tabId: number): Promise<readonly Sighting[]> {
  const [looks, frames] = await Promise.all([lookOnce(tabId), framesOf(tabId)]);
  const own = browser.runtime.id;
  const url = 'about:blank';
  const readings = looks.flatMap(({ frameId, reading }): Reading[] => {
    const said = { type: 'seen', documentKey: '', url, title: '', reading };
    const checked = fromPage(said, { id: own, url, frameId, tab: { id: tabId } }, own);
    if (!checked || 'refused' in checked || checked.message.type !== 'seen') return [];
    return checked.message.reading ? [checked.message.reading] : [];
  });
  const known = frames.flatMap(({ reading }) => (reading ? [{ ...reading, sightings: [] }] : []));
  return union([...known, ...readings]).sightings;
}
