import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Board, boardOf, boardSince } from '../../utils/db/board.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { problemOf } from '../../utils/db/problems.ts';
import { warm } from '../../utils/db/write.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { useActing } from '../hooks/useActing.ts';
import { useKeepFocus } from '../hooks/useFocus.ts';
import { useHotkeys } from '../hooks/useHotkeys.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { KithContext } from '../kith.ts';
import { Banner } from '../parts/Banner.tsx';
import { Icon } from '../parts/Icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Toast } from '../parts/Toast.tsx';
import { StageBoard } from './StageBoard.tsx';
import type { Source } from './source.ts';

const ContactsView = lazy(async () => (await import('./ContactsView.tsx')).ContactsView);
const DueView = lazy(async () => (await import('./DueView.tsx')).DueView);
const BalanceView = lazy(async () => (await import('./BalanceView.tsx')).BalanceView);
const Sources = lazy(async () => (await import('./Sources.tsx')).Sources);
const PersonCard = lazy(async () => (await import('../screens/PersonCard.tsx')).PersonCard);
const Playbooks = lazy(async () => (await import('../screens/Playbooks.tsx')).Playbooks);
const Method = lazy(async () => (await import('../screens/Method.tsx')).Method);

const VIEWS = ['board', 'time', 'due', 'balance', 'playbooks', 'method'] as const;
type View = (typeof VIEWS)[number];

// The panel's places are the panel's: they open in a tab of their own.
function openInPanel(place: string): void {
  window.open(`sidepanel.html#${place}`, '_blank', 'noreferrer');
}

/** What stands beside a view: somebody, or what a number was counted from. */
type Beside = { readonly person: string; readonly at?: string } | { readonly source: Source };

// The view stands in the address (#due), so that it can be bookmarked and gone back to.
function asked(): View {
  return VIEWS.find((view) => view === location.hash.slice(1)) ?? 'board';
}

/** The dashboard, a page of its own: the board, pictures of what is due and what was, playbooks, the method. */
export function Dashboard({ db }: { db: KithDb }) {
  const { kith, problem, setProblem, toast, closeToast, takeBack, undoLast } = useActing(db, openInPanel);
  const main = useKeepFocus();
  const [view, setView] = useState(asked);
  const [beside, setBeside] = useState<Beside>();
  const [hint, setHint] = useState<string>();
  const last = useRef<string>(undefined);
  if (beside && 'person' in beside) last.current = beside.person;
  const today = dayOf(useNow());
  const { value: board } = useBoard(db);

  useEffect(() => {
    const moved = () => setView(asked());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    void warm();
    db.open().catch((error: unknown) => setProblem(problemOf(error)));
  }, [db, setProblem]);
  useHotkeys({ 'mod+z': () => void undoLast() });

  const titles: Readonly<Record<View, string>> = {
    board: i18n.t('viewBoard'),
    time: i18n.t('viewTime'),
    due: i18n.t('viewDue'),
    balance: i18n.t('viewBalance'),
    playbooks: i18n.t('playbooks'),
    method: i18n.t('method'),
  };
  const show = (next: View) => {
    setHint(undefined);
    setBeside(undefined);
    location.hash = next;
  };
  const openPerson = (person: string) => setBeside({ person });
  const onSource = (source: Source) => setBeside({ source });

  return (
    <KithContext.Provider value={kith}>
      <nav class="bar" aria-label="Kith">
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={view === one ? 'page' : undefined}
            onClick={() => show(one)}
          >
            {titles[one]}
          </button>
        ))}
      </nav>
      <div class={beside ? 'page two' : 'page'}>
        <main ref={main} tabIndex={-1}>
          {problem && <Banner problem={problem} onClose={() => setProblem(undefined)} />}
          {view !== 'playbooks' && view !== 'method' && <h1>{titles[view]}</h1>}
          {hint && (
            <p class="card" role="status">
              {hint}
            </p>
          )}
          {(view === 'board' || view === 'due') && !board && <Skeleton />}
          {view === 'board' && board && (
            <StageBoard
              board={board}
              today={today}
              chosen={beside && 'person' in beside ? beside.person : undefined}
              onPerson={openPerson}
            />
          )}
          {view === 'time' && <ContactsView today={today} onSource={onSource} />}
          {view === 'due' && board && <DueView board={board} today={today} onSource={onSource} />}
          {view === 'balance' && <BalanceView today={today} onSource={onSource} />}
          {view === 'playbooks' && <Playbooks />}
          {view === 'method' && (
            <Method
              last={last.current}
              onPerson={(person, at) => setBeside({ person, at })}
              onList={() => {
                show('board');
                setHint(i18n.t('choosePersonFirst'));
              }}
            />
          )}
        </main>
        {beside && <Beside beside={beside} onPerson={openPerson} onClose={() => setBeside(undefined)} />}
      </div>
      {toast && <Toast {...toast} onGone={closeToast} onUndo={takeBack} />}
    </KithContext.Provider>
  );
}

function Beside(props: { beside: Beside; onPerson: (id: string) => void; onClose: () => void }) {
  const { beside, onPerson, onClose } = props;
  const { person, at } = 'person' in beside ? beside : { person: undefined, at: undefined };
  const region = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  // The keyboard follows what opened, and goes back to what opened it.
  useEffect(() => {
    opener.current ??= document.activeElement;
    region.current?.focus({ preventScroll: true });
  }, [beside]);
  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <aside
      ref={region}
      tabIndex={-1}
      class="beside"
      aria-label={'source' in beside ? beside.source.title : i18n.t('boardPerson')}
      onKeyDown={(event) => {
        const typing =
          event.target instanceof Element && event.target.closest('form, input, textarea, select');
        if (event.key === 'Escape' && !typing) close();
      }}
    >
      <div class="line">
        {'source' in beside && <h2 class="grow">{beside.source.title}</h2>}
        {person !== undefined && (
          <a class="grow label" href={`sidepanel.html#person=${person}`} target="_blank" rel="noreferrer">
            {i18n.t('openInPanel')}
          </a>
        )}
        <button type="button" class="bare" aria-label={i18n.t('close')} onClick={close}>
          <Icon icon={X} />
        </button>
      </div>
      {person !== undefined && <PersonCard key={`${person}${at}`} id={person} at={at} onGone={onClose} />}
      {'source' in beside && <Sources key={beside.source.title} source={beside.source} onPerson={onPerson} />}
    </aside>
  );
}

// Read whole once; a change of one person then reads one person.
function useBoard(db: KithDb) {
  const known = useRef<Board>(undefined);
  // No `async` around the transaction: Dexie would lose its way in it (PrematureCommitError).
  return useLiveQuery(
    () =>
      (known.current ? boardSince(db, known.current) : boardOf(db)).then((board) => {
        known.current = board;
        return board;
      }),
    [],
  );
}
