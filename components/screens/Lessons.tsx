import { Pencil, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  addLesson,
  deleteLesson,
  editLesson,
  findLessons,
  type WrittenLesson,
} from '../../utils/db/lessons.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { tagKey } from '../../utils/domain/lessons.ts';
import { shortDay } from '../format.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { Icon } from '../parts/Icon.tsx';
import { LessonForm } from '../parts/review/LessonForm.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';

const PAGE = 50;
// More tags than this are found by the search.
const MOST_TAGS = 24;

/** Every lesson: searched, filtered by tags and by whose it is; written, changed, deleted. */
export function Lessons({ onPerson }: { onPerson: (id: string) => void }) {
  const { db, language, act } = useKith();
  const today = dayOf(useNow());
  const [query, setQuery] = useState('');
  const [tags, setTags] = useState<readonly string[]>([]);
  const [personId, setPersonId] = useState('');
  const [limit, setLimit] = useState(PAGE);
  // `new`, or the lesson that is edited.
  const [editing, setEditing] = useState<string>();
  const { value } = useLiveQuery(
    () => findLessons(db, { query, tags, personId: personId || undefined, limit }),
    [query, tags, personId, limit],
  );
  // The last answer stays until the next is there: an emptied list would be built anew with each key.
  const last = useRef(value);
  if (value) last.current = value;
  if (!last.current) return <Skeleton />;
  const { lessons, total, all, people } = last.current;
  const shownTags = last.current.tags.filter(
    ({ tag }, index) => index < MOST_TAGS || tags.some((one) => tagKey(one) === tagKey(tag)),
  );
  const on = (tag: string) => tags.some((one) => tagKey(one) === tagKey(tag));
  const store = async (label: 'addLesson' | 'editLesson', work: () => Promise<string>) => {
    const stored = await act(label, work);
    if (stored) setEditing(undefined);
    return stored;
  };
  return (
    <>
      <div class="line">
        <h1 class="grow">{i18n.t('lessons')}</h1>
        <button type="button" class="link lesson-new" onClick={() => setEditing('new')}>
          {i18n.t('addLesson')}
        </button>
      </div>
      {editing === 'new' && (
        <LessonForm
          draftKey="new"
          lesson={{ text: '', tags }}
          returnTo=".lesson-new"
          onSave={(lesson: WrittenLesson) =>
            store('addLesson', () => addLesson(db, { ...lesson, ...(personId && { personId }) }))
          }
          onCancel={() => setEditing(undefined)}
        />
      )}
      {all === 0 && editing === undefined && <p class="soft">{i18n.t('noLessons')}</p>}
      {all > 0 && (
        <input
          type="search"
          aria-label={i18n.t('searchLessons')}
          placeholder={i18n.t('searchLessons')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shownTags.length > 0 && (
        <fieldset class="choices">
          <legend class="sr-only">{i18n.t('lessonTagFilter')}</legend>
          {shownTags.map(({ tag, count }) => (
            <button
              key={tag}
              type="button"
              class="chip"
              aria-pressed={on(tag)}
              onClick={() =>
                setTags(on(tag) ? tags.filter((one) => tagKey(one) !== tagKey(tag)) : [...tags, tag])
              }
            >
              {tag} <span class="soft">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
      {people.length > 0 && (
        <label class="form">
          <span class="label">{i18n.t('lessonWhose')}</span>
          <select value={personId} onChange={(event) => setPersonId(event.currentTarget.value)}>
            <option value="">{i18n.t('everybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {all > 0 && total === 0 && <p class="soft">{i18n.t('noLessonFound')}</p>}
      <ul class="lessons">
        {lessons.map(({ lesson, person }) =>
          editing === lesson.id ? (
            <li key={lesson.id}>
              <LessonForm
                draftKey={lesson.id}
                lesson={lesson}
                returnTo={`[data-lesson="${lesson.id}"] .edit`}
                onSave={(changes: WrittenLesson) =>
                  store('editLesson', () => editLesson(db, lesson, changes))
                }
                onCancel={() => setEditing(undefined)}
              />
            </li>
          ) : (
            <li key={lesson.id} class="card" data-lesson={lesson.id}>
              <p class="typed">{lesson.text}</p>
              {lesson.tags.length > 0 && (
                <p class="choices">
                  {lesson.tags.map((tag) => (
                    <span key={tag} class="tag">
                      {tag}
                    </span>
                  ))}
                </p>
              )}
              <div class="line label soft">
                <span class="grow">
                  {person && (
                    <button type="button" class="link" onClick={() => onPerson(person.id)}>
                      {i18n.t('lessonWith', [person.name])}
                    </button>
                  )}{' '}
                  {shortDay(dayOf(lesson.createdAt), language, today)}
                </span>
                <button
                  type="button"
                  class="bare edit"
                  aria-label={i18n.t('editLesson', [lesson.text.slice(0, 40)])}
                  onClick={() => setEditing(lesson.id)}
                >
                  <Icon icon={Pencil} size={14} />
                </button>
                <button
                  type="button"
                  class="bare"
                  aria-label={i18n.t('deleteLesson', [lesson.text.slice(0, 40)])}
                  onClick={() => void act('deleteLesson', () => deleteLesson(db, lesson))}
                >
                  <Icon icon={Trash2} size={14} />
                </button>
              </div>
            </li>
          ),
        )}
      </ul>
      {total > limit && (
        <button type="button" class="link start" onClick={() => setLimit(limit + PAGE)}>
          {i18n.t('showMore')}
        </button>
      )}
    </>
  );
}
