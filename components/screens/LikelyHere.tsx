import { likelyMatches, refuseMatch } from '../../utils/db/likely.ts';
import { samePerson } from '../../utils/db/people.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { LikelyMatches } from '../parts/LikelyMatches.tsx';

/** Asks whether a stranger on the page is somebody in Kith. The answer is remembered for what the page shows of them. */
export function LikelyHere({ sighting }: { sighting: Sighting }) {
  const { db, language, act } = useKith();
  const { handles } = sighting;
  const { value: likely = [] } = useLiveQuery(() => likelyMatches(db, sighting), [sighting]);
  return (
    <LikelyMatches
      likely={likely}
      language={language}
      onSame={(person) => act('samePerson', () => samePerson(db, person, handles))}
      onNotSame={(people) => act('notSame', () => refuseMatch(db, handles[0], ...people))}
    />
  );
}
