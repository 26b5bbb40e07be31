// Runs in a page of the extension: screens that are shown alone, for tests of what they are.
import { render } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { uiLanguage } from '../../components/format.ts';
import { loadDrafts } from '../../components/hooks/useDraft.ts';
import { useLiveQuery } from '../../components/hooks/useLiveQuery.ts';
import { type Kith, KithContext } from '../../components/kith.ts';
import { Banner } from '../../components/parts/Banner.tsx';
import { LessonsFor } from '../../components/parts/review/LessonsFor.tsx';
import { Toast } from '../../components/parts/Toast.tsx';
import { GoalsAll } from '../../components/screens/GoalsAll.tsx';
import { Lessons } from '../../components/screens/Lessons.tsx';
import { ReviewForm } from '../../components/screens/ReviewForm.tsx';
import { Reviews } from '../../components/screens/Reviews.tsx';
import { openDatabase } from '../../utils/db/database.ts';
import { lessonsFor } from '../../utils/db/lessons.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { type Problem, problemOf } from '../../utils/db/problems.ts';
import { undo } from '../../utils/db/undo.ts';

const db = openDatabase();

function Alone({ first }: { first: readonly string[] }) {
  const [[name, one = '', two], go] = useState(first);
  const [problem, setProblem] = useState<Problem>();
  const [toast, setToast] = useState<{ text: string; batch?: string }>();
  const act = useCallback<Kith['act']>(async (label, work) => {
    try {
      const batch = await work();
      setProblem(undefined);
      if (batch !== undefined) setToast({ text: i18n.t(`did_${label}`), batch });
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    }
  }, []);
  const gone = useCallback(() => setToast(undefined), []);
  const onPerson = (id: string) => go(['person', id]);
  return (
    <KithContext.Provider value={{ db, language: uiLanguage(), act, open: () => {} }}>
      <main>
        {problem && <Banner problem={problem} onClose={() => setProblem(undefined)} />}
        {name === 'reviews' && (
          <Reviews onReview={(id, review) => go(['review', id, ...(review ? [review] : [])])} />
        )}
        {name === 'review' && (
          <ReviewForm
            key={two}
            personId={one}
            reviewId={two}
            onClose={() => go(['reviews'])}
            onReview={(id) => go(['review', one, id])}
          />
        )}
        {name === 'lessons' && <Lessons onPerson={onPerson} />}
        {name === 'goals' && <GoalsAll onPerson={onPerson} />}
        {name === 'person' && <PersonLessons id={one} />}
      </main>
      {toast && <Toast {...toast} onGone={gone} onUndo={(batch) => void undo(db, batch)} />}
    </KithContext.Provider>
  );
}

function PersonLessons({ id }: { id: string }) {
  const { value = [] } = useLiveQuery(async () => {
    const person = await livePerson(db, id);
    return person ? lessonsFor(db, person) : [];
  }, [id]);
  return (
    <>
      <h1>Kith</h1>
      <LessonsFor lessons={value} />
    </>
  );
}

(globalThis as unknown as { kithScreens: (first: readonly string[]) => Promise<void> }).kithScreens = async (
  first,
) => {
  await loadDrafts(db.drafts.toArray());
  document.getElementById('app')?.remove();
  document.getElementById('alone')?.remove();
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'alone';
  render(<Alone first={first} />, root);
};
