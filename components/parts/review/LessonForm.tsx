import { i18n } from '#i18n';
import { parseTags } from '../../../utils/domain/lessons.ts';
import { useDraft } from '../../hooks/useDraft.ts';
import { useFormFocus } from '../../hooks/useFocus.ts';
import { Form } from '../Form.tsx';
import { LineField } from '../LineField.tsx';

/** A lesson and its tags. `onSave` resolves to whether it was stored. */
export function LessonForm(props: {
  draftKey: string;
  lesson: { readonly text: string; readonly tags: readonly string[] };
  /** What has the focus when the form is gone, where what opened it is gone too. */
  returnTo: string;
  onSave: (lesson: { readonly text: string; readonly tags: readonly string[] }) => Promise<boolean>;
  onCancel: () => void;
}) {
  const [text, setText, clearText] = useDraft(`lesson:text:${props.draftKey}`, props.lesson.text);
  const [tags, setTags, clearTags] = useDraft(
    `lesson:tags:${props.draftKey}`,
    props.lesson.tags.join(i18n.t('listComma')),
  );
  const field = useFormFocus<HTMLTextAreaElement>(props.returnTo);
  const submit = async () => {
    if (text.trim() === '' || !(await props.onSave({ text: text.trim(), tags: parseTags(tags) }))) return;
    clearText();
    clearTags();
  };
  return (
    <Form label={i18n.t('lesson')} onSubmit={submit} onCancel={props.onCancel}>
      <label>
        <span class="label">{i18n.t('lesson')}</span>
        <textarea
          rows={3}
          value={text}
          required
          ref={field}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <LineField label={i18n.t('lessonTags')} value={tags} onInput={setTags} />
    </Form>
  );
}
