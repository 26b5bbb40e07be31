import { type EditedPerson, EditPerson } from '../../components/parts/EditPerson.tsx';
import type { KithDb } from '../../utils/db/database.ts';
import type { Person } from '../../utils/domain/types.ts';
import { show } from './setup.tsx';

/** Shows the form for a person as the card does. Answers what is saved with it, in its order. */
export function showEditing(person: Person, db: KithDb): readonly Partial<EditedPerson>[] {
  const saved: Partial<EditedPerson>[] = [];
  show(
    <EditPerson
      person={person}
      handles={[]}
      onSave={async (edited) => {
        saved.push(edited);
        return true;
      }}
      onAddHandle={async () => true}
      onRemoveHandle={() => {}}
      onSplit={() => {}}
      onMerge={() => {}}
      onDelete={() => {}}
      onClose={() => {}}
    />,
    db,
  );
  return saved;
}
