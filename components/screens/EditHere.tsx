import { useState } from 'preact/hooks';
import { splitHandle } from '../../utils/db/merge.ts';
import { addHandle, deletePerson, editPerson, removeHandle } from '../../utils/db/people.ts';
import type { HandleRow, Person } from '../../utils/domain/types.ts';
import { useKith } from '../kith.ts';
import { EditPerson } from '../parts/EditPerson.tsx';
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
  const { db, act } = useKith();
  const { id } = person;
  const [merging, setMerging] = useState(false);
  if (merging) return <MergeWith person={person} onClose={onClose} />;
  return (
    <EditPerson
      person={person}
      handles={handles}
      onSave={(edited) => act('editPerson', () => editPerson(db, id, edited))}
      onAddHandle={(handle) => act('addHandle', () => addHandle(db, id, handle))}
      onRemoveHandle={(row) => act('removeHandle', () => removeHandle(db, row))}
      onSplit={(row) => act('splitPerson', async () => (await splitHandle(db, row, row.value)).batch)}
      onMerge={() => setMerging(true)}
      onDelete={async () => {
        if (await act('deletePerson', () => deletePerson(db, id))) onGone?.();
      }}
      onClose={onClose}
    />
  );
}
