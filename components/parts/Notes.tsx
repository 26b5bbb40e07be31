import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/days.ts';
import type { Day, Note } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';
import { useAutosave } from '../hooks/useAutosave.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFirst } from '../hooks/useFirst.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { Icon } from './Icon.tsx';
import { lazy } from './lazy.tsx';
import { ShowAll } from './ShowAll.tsx';

// Two hundred notes are a long read, and take long to draw.
const FEW = 10;

// As typed, until the first note has brought the splitter.
const Markdown = lazy(
  async () => (await import('./Markdown.tsx')).Markdown,
  ({ source }: { source: string }) => (
    <div class="markdown">
      <p class="typed">{source}</p>
    </div>
  ),
);

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
  draftKey: string;
  /** Resolves to whether it was stored. */
  onSave: (writing: Writing, body: string) => Promise<boolean>;
  onDelete: (note: Note) => void;
}) {
  // A note that could not be stored outlives this component: it is opened again with what was typed.
  const [unsaved, setUnsaved, clearUnsaved] = useDraft(`unsaved:${props.draftKey}`);
  const [writing, setWriting] = useState<(Writing & { fresh: boolean; body: string }) | undefined>(() =>
    unsaved === ''
      ? undefined
      : {
          ...(JSON.parse(unsaved) as { id: string; body: string; fresh: boolean }),
          batch: crypto.randomUUID(),
        },
  );
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
      id={writing.id}
      body={writing.body}
      onSave={async (body) => {
        const stored = await props.onSave(writing, body);
        if (stored) clearUnsaved();
        else setUnsaved(JSON.stringify({ id: writing.id, fresh: writing.fresh, body }));
        return stored;
      }}
      onLeave={() => setWriting(undefined)}
    />
  );
  const [shown, showAll] = useFirst(props.notes, FEW);
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
      {shown.map((note) =>
        writing?.id === note.id ? (
          !writing.fresh && editor
        ) : (
          <article class="card note" key={note.id} data-note={note.id}>
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
      <ShowAll count={props.notes.length} onAll={showAll} />
    </section>
  );
}

function NoteEditor(props: {
  id: string;
  body: string;
  onSave: (body: string) => Promise<boolean>;
  onLeave: () => void;
}) {
  const { changed, flush } = useAutosave(props.onSave);
  const field = useFormFocus<HTMLTextAreaElement>(`[data-note="${props.id}"] button`);
  // What could not be stored stays where the user sees it.
  const leave = async () => {
    if (await flush()) props.onLeave();
  };
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
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
            void leave();
        }}
        ref={field}
      />
      <div class="buttons">
        <button type="button" class="plain" onClick={leave}>
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
