import { suggestionFor, turnDown } from '../../utils/db/method.ts';
import { moveStage } from '../../utils/db/people.ts';
import type { Day, Person } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { SuggestedStage } from '../parts/method/SuggestedStage.tsx';
import { firstsOf } from './firstsOf.ts';

/** The suggested next stage beneath the stages, when there is one. */
export function StageSuggestion({ person, today }: { person: Person; today: Day }) {
  const { db, language, act } = useKith();
  const { id, name } = person;
  const { value } = useLiveQuery(() => suggestionFor(db, id, today), [id, today]);
  if (!value) return null;
  const { suggestion } = value;
  const { to, rule } = suggestion;
  return (
    <SuggestedStage
      suggestion={suggestion}
      touchpoints={value.touchpoints}
      name={name}
      language={language}
      onMove={() =>
        void act('moveStage', async () =>
          moveStage(db, id, to, { suggestedBy: rule, firsts: await firstsOf(db, person.playbook, language) }),
        )
      }
      onTurnDown={() => void act('turnDown', () => turnDown(db, person, suggestion))}
    />
  );
}
