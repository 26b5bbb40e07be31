import { useState } from 'preact/hooks';
import { personByHandle } from '../../utils/db/lookup.ts';
import { splitHandle } from '../../utils/db/merge.ts';
import { addHandle, deletePerson, editPerson, moveHandle, removeHandle } from '../../utils/db/people.ts';
import type { Handle, HandleRow, Person } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';
import { EditPerson } from '../parts/EditPerson.tsx';
import { HandleTaken } from '../parts/HandleTaken.tsx';
import { MergeWith } from './MergeWith.tsx';

/** The form of a person, in the place of their name, and from there the merging with somebody else. */
export function EditHere({
  person,
  handles,
  onGone,
  onClose,
}: {
  person: Person;
  handles: readonly HandleRow[];
  onGone?: (() => void) | undefined;
  onClose: () => void;
}) {
  const { db, act, open } = useKith();
  const { id } = person;
  const [merging, setMerging] = useState<{ readonly other?: Person }>();
  const [taken, setTaken] = useState<{ readonly handle: Handle; readonly owner: Person }>();
  if (merging) return <MergeWith person={person} {...merging} onClose={onClose} />;
  const add = async (handle: Handle) => {
    const owner = await personByHandle(db, handle).catch(() => undefined);
    const others = owner !== undefined && owner.id !== id;
    setTaken(others ? { handle, owner } : undefined);
    return !others && act('addHandle', () => addHandle(db, id, handle));
  };
  const move = async (handle: Handle) => {
    const moved = await act('addHandle', async () => {
      const row = await db.handles.get({ kind: handle.kind, value: handle.value });
      return row && moveHandle(db, row, id);
    });
    if (moved) setTaken(undefined);
  };
  return (
    <EditPerson
      person={person}
      handles={handles}
      onSave={(edited) => act('editPerson', () => editPerson(db, id, edited))}
      onAddHandle={add}
      taken={
        taken && (
          <HandleTaken
            {...taken}
            name={person.name}
            onOpen={() => open(`person=${taken.owner.id}`)}
            onMove={() => void move(taken.handle)}
            onMerge={() => setMerging({ other: taken.owner })}
          />
        )
      }
      onRemoveHandle={(row) => act('removeHandle', () => removeHandle(db, row))}
      onSplit={(row) => act('splitPerson', async () => (await splitHandle(db, row, person.name)).batch)}
      onMerge={() => setMerging({})}
      onDelete={async () => {
        if (await act('deletePerson', () => deletePerson(db, id))) onGone?.();
      }}
      onClose={onClose}
    />
  );
}
