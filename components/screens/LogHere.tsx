import { logByHand } from '../../utils/db/by-hand.ts';
import { searchPeople } from '../../utils/db/search.ts';
import type { Channel, Person } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';
import { LogForm } from '../parts/LogForm.tsx';

const FEW = 5;

/** The form that logs what happened with a person; `onChannel` without a channel closes it. */
export function LogHere(props: {
  person: Person;
  channel: Channel;
  onChannel: (channel: Channel | undefined) => void;
}) {
  const { db, language, act } = useKith();
  const { person, onChannel } = props;
  return (
    <LogForm
      {...props}
      draftKey={person.id}
      language={language}
      search={(query) => searchPeople(db, query, FEW)}
      onCancel={() => onChannel(undefined)}
      onSave={async (logged) => {
        const stored = await act('log', () => logByHand(db, logged));
        if (stored) onChannel(undefined);
        return stored;
      }}
    />
  );
}
