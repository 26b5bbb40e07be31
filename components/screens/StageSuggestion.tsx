import { suggestionFor, turnDown } from '../../utils/db/method.ts';
import { moveStage } from '../../utils/db/people.ts';
import type { Day, Person } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { SuggestedStage } from '../parts/method/SuggestedStage.tsx';
import { firstsOf } from './firstsOf.ts';

/** The suggested next stage beneath the stages, when there is one. */
export function StageSuggestion({ person, today }: { person: Person; today: Day }) {
  const { db, language, act, open } = useKith();
  const { id, name } = person;
  const { value } = useLiveQuery(() => suggestionFor(db, id, today), [id, today]);
  if (!value) return null;
  const { suggestion } = value;
  const { to, rule } = suggestion;
  const plan =
    rule === 'plan' ? suggestion.evidence.find(({ kind }) => kind === 'planned')?.ids[0] : undefined;
  return (
    <SuggestedStage
      {...value}
      onReview={(review) => open(`review=${id}/${review}`)}
      name={name}
      language={language}
      onMove={() =>
        void act('moveStage', async () =>
          moveStage(db, id, to, {
            suggestedBy: rule,
            reviewId: plan,
            firsts: await firstsOf(db, person.playbook, language),
          }),
        )
      }
      onTurnDown={() => void act('turnDown', () => turnDown(db, person, suggestion))}
    />
  );
}
