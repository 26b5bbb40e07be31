import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LessonFor } from '../../../utils/db/lessons.ts';

const FEW = 3;

/** Lessons that are worth a look for a person, each with why it is shown. Nothing when there are none. */
export function LessonsFor(props: {
  /** As `lessonsFor` (db/lessons) gives them. */
  lessons: readonly LessonFor[];
  /** Opens the one with whom it was learned. */
  onPerson?: ((id: string) => void) | undefined;
}) {
  const [all, setAll] = useState(false);
  const { lessons, onPerson } = props;
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="lessons-for">
      <h2 id="lessons-for">
        {i18n.t('lessons')}
        {!all && lessons.length > FEW && (
          <button type="button" class="link" onClick={() => setAll(true)}>
            {i18n.t('showAll', [String(lessons.length)])}
          </button>
        )}
      </h2>
      <ul class="lessons">
        {lessons.slice(0, all ? lessons.length : FEW).map(({ lesson, person, why }) => (
          <li key={lesson.id} class="card">
            <p class="typed">{lesson.text}</p>
            <p class="label soft">
              {[
                why.own && i18n.t('lessonOwn'),
                why.tags.length > 0 &&
                  i18n.t('lessonSameTag', why.tags.length, [why.tags.join(i18n.t('listComma'))]),
                why.playbook && i18n.t('lessonSamePlaybook'),
              ]
                .filter(Boolean)
                .join(' · ')}
              {!why.own && person && (
                <>
                  {' · '}
                  {onPerson ? (
                    <button type="button" class="link" onClick={() => onPerson(person.id)}>
                      {i18n.t('lessonWith', [person.name])}
                    </button>
                  ) : (
                    i18n.t('lessonWith', [person.name])
                  )}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
