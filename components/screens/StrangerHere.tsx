import { likelyMatches, type Recognised, refuseMatch } from '../../utils/db/recognise.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { lazy } from '../parts/lazy.tsx';
import { Stranger } from '../parts/Stranger.tsx';

const LikelyMatches = lazy(async () => (await import('../parts/LikelyMatches.tsx')).LikelyMatches);
const SeveralHere = lazy(async () => (await import('./SeveralHere.tsx')).SeveralHere);

// What writes is loaded with the first thing the user does.
const people = () => import('../../utils/db/people.ts');

/** Somebody on the page who is not in Kith, or several people who may be one: whom it may be, and Add. */
export function StrangerHere({ found, onAdd }: { found: Recognised; onAdd: () => void }) {
  const { db, act } = useKith();
  const { sighting, several } = found;
  const [handle] = sighting.handles;
  const { value: likely = [] } = useLiveQuery(() => likelyMatches(db, sighting), [sighting]);
  if (several) return <SeveralHere people={several} />;
  return (
    <Stranger sighting={sighting} onAdd={onAdd}>
      <LikelyMatches
        likely={likely}
        onSame={(person) =>
          act('addHandle', async () => {
            const batch = crypto.randomUUID();
            for (const one of sighting.handles) await (await people()).addHandle(db, person.id, one, batch);
            return batch;
          })
        }
        onNotSame={(person) => act('notSame', () => refuseMatch(db, handle, person))}
      />
    </Stranger>
  );
}
