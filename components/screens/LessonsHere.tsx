import { i18n } from '#i18n';
import { lessonsFor } from '../../utils/db/lessons.ts';
import type { Person } from '../../utils/domain/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { LessonsFor } from '../parts/review/LessonsFor.tsx';

/** What was learned with people like this one. Reads all lessons, so it is shown only where it is asked for. */
export function LessonsHere({ person }: { person: Person }) {
  const { db, open } = useKith();
  const { id, tags, playbook } = person;
  const { value } = useLiveQuery(() => lessonsFor(db, person), [id, tags, playbook]);
  if (value?.length === 0)
    return (
      <>
        <h3>{i18n.t('lessons')}</h3>
        <p class="soft">{i18n.t('noLessonsWith', [person.name])}</p>
      </>
    );
  return <LessonsFor lessons={value ?? []} onPerson={(other) => open(`person=${other}`)} />;
}
