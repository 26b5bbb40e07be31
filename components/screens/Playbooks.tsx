import { ArrowLeft } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  addPlaybook,
  deletePlaybook,
  editPlaybook,
  ownPlaybooks,
  playbookUse,
} from '../../utils/db/playbooks.ts';
import type { Problem } from '../../utils/playbooks/check.ts';
import { copyName, type Marks } from '../../utils/playbooks/copy-name.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { said } from '../../utils/playbooks/text.ts';
import type { Playbook, Text } from '../../utils/playbooks/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { PlaybookImport } from '../parts/board/PlaybookImport.tsx';
import { PlaybookText } from '../parts/board/PlaybookText.tsx';
import { Icon } from '../parts/Icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { playbookOf } from './playbookOf.ts';

const PlaybookEditor = lazy(async () => (await import('./PlaybookEditor.tsx')).PlaybookEditor);

const checking = () => import('../../utils/playbooks/check.ts');

/** The playbooks: those that Kith comes with and the user's own. Each can be read and copied, the own ones changed. */
export function Playbooks() {
  const [open, setOpen] = useState<string>();
  return open === undefined ? (
    <PlaybookList onOpen={setOpen} />
  ) : (
    <OnePlaybook key={open} id={open} onOpen={setOpen} onClose={() => setOpen(undefined)} />
  );
}

function PlaybookList({ onOpen }: { onOpen: (id: string) => void }) {
  const { db, language, act } = useKith();
  const [importing, setImporting] = useState(false);
  const { value: own = [] } = useLiveQuery(() => ownPlaybooks(db), []);
  const { value: use } = useLiveQuery(() => playbookUse(db), []);
  const take = async (given: string | File): Promise<Problem | 'not-stored' | undefined> => {
    const { MAX_BYTES, readPlaybook } = await checking();
    // Not even read: ten megabytes are no playbook.
    if (given instanceof File && given.size > MAX_BYTES) return { reason: 'too-big', path: '' };
    const read = readPlaybook(given instanceof File ? await given.text() : given);
    if ('problem' in read) return read.problem;
    const stored = await act('addPlaybook', async () => (await addPlaybook(db, read.playbook)).batch);
    if (!stored) return 'not-stored';
    setImporting(false);
    return undefined;
  };
  const row = ({ id, name }: { readonly id: string; readonly name: Text }) => (
    <li key={id}>
      <button type="button" class="text wide line" onClick={() => onOpen(id)}>
        <span class="grow">{said(name, language)}</span>
        {use?.get(id) !== undefined && (
          <span class="label soft">{i18n.t('playbookUsed', use.get(id) ?? 0, [String(use.get(id))])}</span>
        )}
      </button>
    </li>
  );
  return (
    <div class="stack prose">
      <h1>{i18n.t('playbooks')}</h1>
      <p class="soft">{i18n.t('playbooksHint')}</p>
      <section aria-labelledby="own-playbooks">
        <h2 id="own-playbooks">
          {i18n.t('playbooksOwn')}
          <button
            type="button"
            class="link"
            aria-expanded={importing}
            onClick={() => setImporting(!importing)}
          >
            {i18n.t('playbookImport')}
          </button>
        </h2>
        {importing && <PlaybookImport onText={take} onCancel={() => setImporting(false)} />}
        {own.length === 0 && <p class="soft">{i18n.t('playbooksNoOwn')}</p>}
        <ul>{own.map(row)}</ul>
      </section>
      <section aria-labelledby="built-in-playbooks">
        <h2 id="built-in-playbooks">{i18n.t('playbooksBuiltIn')}</h2>
        <ul>{PLAYBOOKS.map(row)}</ul>
      </section>
    </div>
  );
}

function OnePlaybook(props: { id: string; onOpen: (id: string) => void; onClose: () => void }) {
  const { db, language, act } = useKith();
  const [editing, setEditing] = useState(false);
  const { value, loading } = useLiveQuery(() => playbookOf(db, props.id), [props.id]);
  if (!value) return loading ? <Skeleton /> : <Gone onClose={props.onClose} text={i18n.t('playbookGone')} />;
  const { playbook, own } = value;
  const name = said(playbook.name, language);

  if (editing)
    return (
      <PlaybookEditor
        playbook={playbook}
        onSave={(edited) => act('editPlaybook', () => editPlaybook(db, edited))}
        onClose={() => setEditing(false)}
      />
    );
  const copy = async () => {
    let id: string | undefined;
    const stored = await act('addPlaybook', async () => {
      const taken = (await ownPlaybooks(db)).map(({ name }) => name);
      const added = await addPlaybook(db, { ...playbook, name: copyName(playbook.name, taken, MARKS) });
      id = added.id;
      return added.batch;
    });
    if (stored && id !== undefined) props.onOpen(id);
  };
  return (
    <>
      <Gone onClose={props.onClose} />
      <h1>{name}</h1>
      <div class="buttons">
        <button type="button" class={own ? 'plain' : 'go'} onClick={copy}>
          {i18n.t('playbookCopy')}
        </button>
        {own && (
          <button type="button" class="go" onClick={() => setEditing(true)}>
            {i18n.t('playbookEdit')}
          </button>
        )}
        <button type="button" class="plain" onClick={() => void download(playbook)}>
          {i18n.t('playbookExport')}
        </button>
        {own && (
          <button
            type="button"
            class="plain danger end"
            onClick={async () => {
              if (await act('deletePlaybook', () => deletePlaybook(db, playbook))) props.onClose();
            }}
          >
            {i18n.t('deletePerson')}
          </button>
        )}
      </div>
      {!own && <p class="soft label">{i18n.t('playbookCopyHint')}</p>}
      <PlaybookText playbook={playbook} language={language} />
    </>
  );
}

function Gone({ onClose, text }: { onClose: () => void; text?: string }) {
  return (
    <>
      <button type="button" class="link start" onClick={onClose}>
        <Icon icon={ArrowLeft} size={14} /> {i18n.t('playbooks')}
      </button>
      {text && <p class="soft">{text}</p>}
    </>
  );
}

// Both languages' words, whichever the interface has now: the copy keeps both names.
const MARKS: Marks = {
  en: (name, copy) =>
    copy === 1 ? i18n.t('copyEnglish', [name]) : i18n.t('copyEnglishNext', [name, String(copy)]),
  zh_CN: (name, copy) =>
    copy === 1 ? i18n.t('copyChinese', [name]) : i18n.t('copyChineseNext', [name, String(copy)]),
};

async function download(playbook: Playbook): Promise<void> {
  const { exportPlaybook } = await checking();
  const address = URL.createObjectURL(new Blob([exportPlaybook(playbook)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${playbook.id}.kith-playbook.json`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
