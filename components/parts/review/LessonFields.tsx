import { Trash2 } from 'lucide';
import { i18n } from '#i18n';
import { parseTags } from '../../../utils/domain/lessons.ts';
import type { ReviewLesson } from '../../../utils/domain/types.ts';
import { Icon } from '../Icon.tsx';
import { TagField } from './TagField.tsx';
import { TextField } from './TextField.tsx';

/** The lessons of a review that is being written. */
export function LessonFields(props: {
  lessons: readonly ReviewLesson[];
  onChange: (lessons: readonly ReviewLesson[] | undefined) => void;
}) {
  const { lessons } = props;
  const change = (next: readonly ReviewLesson[]) => props.onChange(next.length > 0 ? next : undefined);
  return (
    <>
      {lessons.map((lesson, index) => {
        const set = (changes: Partial<ReviewLesson>) =>
          change(lessons.map((one) => (one.id === lesson.id ? { ...one, ...changes } : one)));
        return (
          <div key={lesson.id} class="card form">
            <TextField
              label={i18n.t('lessonNumber', [String(index + 1)])}
              rows={2}
              value={lesson.text}
              onInput={(text) => set({ text })}
            />
            <div class="line">
              <TagField tags={lesson.tags} onTags={(line) => set({ tags: parseTags(line) })} />
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('deleteLesson', [lesson.text || String(index + 1)])}
                onClick={() => change(lessons.filter(({ id }) => id !== lesson.id))}
              >
                <Icon icon={Trash2} />
              </button>
            </div>
          </div>
        );
      })}
      <button
        type="button"
        class="link start"
        onClick={() => change([...lessons, { id: crypto.randomUUID(), text: '', tags: [] }])}
      >
        {i18n.t('addLesson')}
      </button>
    </>
  );
}
