import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useDraft } from '../../hooks/useDraft.ts';
import { useFormFocus } from '../../hooks/useFocus.ts';
import { Form } from '../Form.tsx';

/** A choice beside the text of an entry. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** A line of text. */
  readonly text?: true;
  /** Value and words; absent: a day. */
  readonly options?: readonly (readonly [string, string])[];
  readonly initial: string;
}

/** The form of what is noted by practice: a text, and choices beside it. `onSave` resolves to whether it was stored. */
export function EntryForm(props: {
  title: string;
  label: string;
  draftKey: string;
  text?: string;
  fields: readonly Field[];
  onSave: (text: string, values: Readonly<Record<string, string>>) => Promise<boolean>;
  onCancel: () => void;
  onDelete?: (() => void) | undefined;
}) {
  const [text, setText, clear] = useDraft(props.draftKey, props.text ?? '');
  const [values, setValues] = useState(
    Object.fromEntries(props.fields.map(({ name, initial }) => [name, initial])),
  );
  const field = useFormFocus<HTMLTextAreaElement>();
  const submit = async () => {
    if (text.trim() !== '' && (await props.onSave(text.trim(), values))) clear();
  };
  return (
    <Form
      label={props.title}
      onSubmit={submit}
      onCancel={props.onCancel}
      more={
        props.onDelete && (
          <button type="button" class="plain danger" onClick={props.onDelete}>
            {i18n.t('delete')}
          </button>
        )
      }
    >
      <label>
        <span class="label">{props.label}</span>
        <textarea
          rows={2}
          maxLength={2000}
          required
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          ref={field}
        />
      </label>
      <div class="fields">
        {props.fields.map(({ name, label, options, text: written }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: either control is in it
          <label key={name} class={written ? 'whole' : undefined}>
            <span class="label">{label}</span>
            {options ? (
              <select
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              >
                {options.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            ) : written ? (
              <input
                value={values[name]}
                maxLength={500}
                onInput={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              />
            ) : (
              <input
                type="date"
                min="1970-01-01"
                max="9999-12-31"
                value={values[name]}
                onInput={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              />
            )}
          </label>
        ))}
      </div>
    </Form>
  );
}
