import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/days.ts';
import type { Day, Note } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { useAutosave } from '../hooks/useAutosave.ts';
import { Icon } from './Icon.tsx';
import { Markdown } from './Markdown.tsx';

/** A note being written: its id, and the batch that makes one stay in the editor one undo. */
export interface Writing {
  readonly id: string;
  readonly batch: string;
}

/** A person's notes, shown as Markdown, edited in place, stored while being typed. */
export function Notes(props: {
  notes: readonly Note[];
  name: string;
  today: Day;
  language: string;
  onSave: (writing: Writing, body: string) => void;
  onDelete: (note: Note) => void;
}) {
  const [writing, setWriting] = useState<Writing & { fresh: boolean; body: string }>();
  const write = (note?: Note) =>
    setWriting({
      id: note?.id ?? crypto.randomUUID(),
      batch: crypto.randomUUID(),
      fresh: note === undefined,
      body: note?.body ?? '',
    });
  const editor = writing && (
    <NoteEditor
      key={writing.id}
      body={writing.body}
      onSave={(body) => props.onSave(writing, body)}
      onLeave={() => setWriting(undefined)}
    />
  );
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">
        {i18n.t('notes')}
        <button type="button" class="link" aria-label={i18n.t('newNote')} onClick={() => write()}>
          {i18n.t('new')}
        </button>
      </h2>
      {writing?.fresh && editor}
      {props.notes.length === 0 && !writing && <p class="soft">{i18n.t('noNotes', [props.name])}</p>}
      {props.notes.map((note) =>
        writing?.id === note.id ? (
          !writing.fresh && editor
        ) : (
          <article class="card note" key={note.id}>
            <Markdown source={note.body} />
            <footer class="soft">
              <span>
                {shortDay(dayOf(note.createdAt), props.language, props.today)}
                {note.sourceTitle && ` · ${i18n.t('noteFrom', [note.sourceTitle])}`}
              </span>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('editNote', [opening(note)])}
                onClick={() => write(note)}
              >
                <Icon icon={Pencil} size={14} />
              </button>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('deleteNote', [opening(note)])}
                onClick={() => props.onDelete(note)}
              >
                <Icon icon={Trash2} size={14} />
              </button>
            </footer>
          </article>
        ),
      )}
    </section>
  );
}

function NoteEditor(props: { body: string; onSave: (body: string) => void; onLeave: () => void }) {
  const { changed, flush } = useAutosave(props.onSave);
  return (
    <div class="card form">
      <textarea
        rows={5}
        aria-label={i18n.t('note')}
        placeholder={i18n.t('noteHint')}
        defaultValue={props.body}
        onInput={(event) => changed(event.currentTarget.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          flush();
          props.onLeave();
        }}
        // biome-ignore lint/a11y/noAutofocus: the user just asked for this note.
        autofocus
      />
      <div class="buttons">
        <button
          type="button"
          class="plain"
          onClick={() => {
            flush();
            props.onLeave();
          }}
        >
          {i18n.t('done')}
        </button>
        <span class="soft label">{i18n.t('savedAsYouType')}</span>
      </div>
    </div>
  );
}

function opening(note: Note): string {
  return note.body.slice(0, 40);
}
