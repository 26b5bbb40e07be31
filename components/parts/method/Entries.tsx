import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EntryForm, type Field } from './EntryForm.tsx';

/** One thing noted: its words, what is said beside them, and whether it still waits for something. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly meta: string;
  /** Open ones have a box to tick. */
  readonly state?: 'open' | 'done' | undefined;
  /** What came of it. */
  readonly outcome?: string | undefined;
  readonly link?: string | undefined;
  /** The form's choices as they are. */
  readonly values: Readonly<Record<string, string>>;
}

/** A list of what is noted by one practice: add, change, done, delete. Handlers resolve to whether it was stored. */
export function Entries(props: {
  title: string;
  /** What will be here, and why. */
  empty: string;
  /** What the text is. */
  label: string;
  add: string;
  draftKey: string;
  entries: readonly Entry[];
  fields: readonly Field[];
  onAdd: (text: string, values: Readonly<Record<string, string>>) => Promise<boolean>;
  onEdit: (id: string, text: string, values: Readonly<Record<string, string>>) => Promise<boolean>;
  onDelete: (id: string) => void;
  onTick?: ((id: string, done: boolean) => void) | undefined;
}) {
  // The id of the one being changed; '' is a new one.
  const [editing, setEditing] = useState<string>();
  const stored = (saved: boolean) => {
    if (saved) setEditing(undefined);
    return saved;
  };
  return (
    <section aria-label={props.title}>
      <h3>
        {props.title}
        <button type="button" class="link" aria-label={props.add} onClick={() => setEditing('')}>
          {i18n.t('add')}
        </button>
      </h3>
      {props.entries.length === 0 && editing === undefined && <p class="soft">{props.empty}</p>}
      <ul>
        {props.entries.map((entry) =>
          editing === entry.id ? (
            <li key={entry.id}>
              <EntryForm
                title={props.title}
                label={props.label}
                draftKey={`${props.draftKey}:${entry.id}`}
                text={entry.text}
                fields={props.fields.map((field) => ({
                  ...field,
                  initial: entry.values[field.name] ?? field.initial,
                }))}
                onSave={async (text, values) => stored(await props.onEdit(entry.id, text, values))}
                onCancel={() => setEditing(undefined)}
                onDelete={() => {
                  setEditing(undefined);
                  props.onDelete(entry.id);
                }}
              />
            </li>
          ) : (
            <li key={entry.id} class={entry.state === 'done' ? 'goal closed' : 'goal'}>
              {props.onTick && entry.state && (
                <input
                  type="checkbox"
                  checked={entry.state === 'done'}
                  aria-label={i18n.t('markDone', [entry.text])}
                  onChange={(event) => props.onTick?.(entry.id, event.currentTarget.checked)}
                />
              )}
              <button type="button" class="text" onClick={() => setEditing(entry.id)}>
                {entry.text}
                {entry.outcome && <span class="soft"> · {entry.outcome}</span>}
              </button>
              <span class="tag">{entry.meta}</span>
              {entry.link && (
                <a class="label" href={entry.link} target="_blank" rel="noreferrer">
                  {i18n.t('source')}
                </a>
              )}
            </li>
          ),
        )}
      </ul>
      {editing === '' && (
        <EntryForm
          title={props.add}
          label={props.label}
          draftKey={`${props.draftKey}:new`}
          fields={props.fields}
          onSave={async (text, values) => stored(await props.onAdd(text, values))}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}
