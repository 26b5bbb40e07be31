import { ArrowLeft, Settings as Gear, Plus } from 'lucide';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KithDb } from '../utils/db/database.ts';
import { problemOf } from '../utils/db/problems.ts';
import { warm } from '../utils/db/write.ts';
import { useActing } from './hooks/useActing.ts';
import { useCaptured } from './hooks/useCaptured.ts';
import { useKeepFocus } from './hooks/useFocus.ts';
import { useHotkeys } from './hooks/useHotkeys.ts';
import { useTab } from './hooks/useTab.ts';
import { KithContext } from './kith.ts';
import { Icon } from './parts/Icon.tsx';
import { lazy } from './parts/lazy.tsx';
import { placeOf } from './places.ts';
import { Here } from './screens/Here.tsx';
import { PersonCard } from './screens/PersonCard.tsx';

const Banner = lazy(async () => (await import('./parts/Banner.tsx')).Banner);
const Toast = lazy(async () => (await import('./parts/Toast.tsx')).Toast);
const Across = lazy(async () => (await import('./screens/Across.tsx')).Across);
const Today = lazy(async () => (await import('./screens/Today.tsx')).Today);
const QuickCapture = lazy(async () => (await import('./screens/QuickCapture.tsx')).QuickCapture);
const Settings = lazy(async () => (await import('./screens/Settings.tsx')).Settings);

const ReviewForm = lazy(async () => (await import('./screens/ReviewForm.tsx')).ReviewForm);
const Playbooks = lazy(async () => (await import('./screens/Playbooks.tsx')).Playbooks);
const Method = lazy(async () => (await import('./screens/Method.tsx')).Method);
const NotLogged = lazy(async () => (await import('./screens/NotLogged.tsx')).NotLogged);

/** The panel: a row of screens, the one chosen, and what is said at its edges. */
export function App({ db }: { db: KithDb }) {
  const tab = useTab();
  const main = useKeepFocus();
  const [screen, setScreen] = useState(() => placeOf(location.hash.slice(1)));
  const last = useRef<string>(undefined);
  if ('id' in screen) last.current = screen.id;
  const open = useCallback((place: string) => setScreen(placeOf(place)), []);
  const { kith, problem, setProblem, toast, setToast, closeToast, takeBack, undoLast } = useActing(db, open);
  useCaptured(
    db,
    useCallback(
      ({ label, batch, about }) => {
        const did = i18n.t(`did_${label}`);
        setToast({ text: about ? did + i18n.t('colon') + about : did, batch });
      },
      [setToast],
    ),
  );

  // Asks once an opening of the panel; the answer stands in Settings.
  useEffect(() => {
    void navigator.storage.persist().catch(() => false);
    db.open().catch((error: unknown) => setProblem(problemOf(error)));
  }, [db, setProblem]);
  // The badge follows what is written here; the background does the same for what it writes.
  useEffect(() => {
    // In the background what the first action needs: even one at the last moment, as the panel closes.
    void warm();
    void import('../utils/db/people.ts');
    void import('../utils/db/practice.ts');
    const stop = import('../utils/nudging/badge.ts').then(({ watchBadge }) => watchBadge(db));
    return () => void stop.then((stopNow) => stopNow());
  }, [db]);
  useHotkeys({
    'mod+z': undoLast,
    '/': () => open('people'),
    n: () => open('capture'),
  });

  const tabs = [
    ['here', i18n.t('here')],
    ['today', i18n.t('today')],
    ['people', i18n.t('people')],
  ] as const;

  return (
    <KithContext.Provider value={kith}>
      <nav class="bar" aria-label="Kith">
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-current={screen.name === name ? 'page' : undefined}
            onClick={() => open(name)}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="end"
          aria-label={i18n.t('quickCapture')}
          title={i18n.t('quickCapture')}
          aria-current={screen.name === 'capture' ? 'page' : undefined}
          onClick={() => open('capture')}
        >
          <Icon icon={Plus} />
        </button>
        <button
          type="button"
          aria-label={i18n.t('settings')}
          aria-current={screen.name === 'settings' ? 'page' : undefined}
          onClick={() => open('settings')}
        >
          <Icon icon={Gear} />
        </button>
      </nav>
      <main ref={main} tabIndex={-1}>
        {problem && <Banner problem={problem} onClose={() => setProblem(undefined)} />}
        {screen.name === 'here' && <Here tab={tab} onPerson={(id) => open(`person=${id}`)} />}
        {screen.name === 'here' && <NotLogged tab={tab} />}
        {screen.name === 'today' && <Today onPerson={(id) => open(`person=${id}`)} onUndo={undoLast} />}
        {screen.name === 'capture' && <QuickCapture onDone={() => open('today')} />}
        {(screen.name === 'people' ||
          screen.name === 'goals' ||
          screen.name === 'reviews' ||
          screen.name === 'lessons') && <Across name={screen.name} />}
        {screen.name === 'settings' && <Settings onUndo={takeBack} />}
        {screen.name === 'playbooks' && <Playbooks />}
        {screen.name === 'method' && <Method last={last.current} frames={tab.frames} />}
        {screen.name === 'review' && (
          <ReviewForm
            key={`${screen.id}${screen.reviewId}`}
            personId={screen.id}
            reviewId={screen.reviewId}
            onReview={(reviewId) => open(`review=${screen.id}/${reviewId}`)}
            onClose={() => open(`person=${screen.id}`)}
          />
        )}
        {screen.name === 'person' && (
          <>
            <button type="button" class="link start" onClick={() => open('people')}>
              <Icon icon={ArrowLeft} size={14} /> {i18n.t('people')}
            </button>
            <PersonCard
              key={`${screen.id}${screen.at}`}
              id={screen.id}
              at={screen.at}
              onGone={() => open('people')}
            />
          </>
        )}
      </main>
      {toast && <Toast {...toast} onGone={closeToast} onUndo={takeBack} />}
    </KithContext.Provider>
  );
}
