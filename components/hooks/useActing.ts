import { useCallback, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { KithDb } from '../../utils/db/database.ts';
import { type Problem, problemOf } from '../../utils/db/problems.ts';
import { uiLanguage } from '../format.ts';
import type { Kith } from '../kith.ts';

const undoing = () => import('../../utils/db/undo.ts');

/** What a page of Kith needs around its screens: acting with undo, and what to say at its edges. */
export interface Acting {
  /** To be provided to the screens. */
  readonly kith: Kith;
  readonly problem: Problem | undefined;
  readonly setProblem: (problem: Problem | undefined) => void;
  /** What was done last; with a batch it can be undone. */
  readonly toast: { readonly text: string; readonly batch?: string } | undefined;
  readonly setToast: (toast: Acting['toast']) => void;
  readonly closeToast: () => void;
  /** Takes a batch back, and says so. */
  readonly takeBack: (batch: string) => void;
  /** Takes back what was done last. */
  readonly undoLast: () => Promise<void>;
}

/** The state behind `Kith.act`: one for each page (the panel, the dashboard). */
export function useActing(db: KithDb, open: Kith['open']): Acting {
  const [problem, setProblem] = useState<Problem>();
  const [toast, setToast] = useState<Acting['toast']>();
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
  const takeBack = useCallback(
    (batch: string) =>
      void act('undo', async () => {
        await (await undoing()).undo(db, batch);
        setToast({ text: i18n.t('did_undo') });
        return undefined;
      }),
    [act, db],
  );
  const undoLast = useCallback(async () => {
    const [last] = await (await undoing()).lastActions(db, 1);
    if (last) takeBack(last.batch);
  }, [db, takeBack]);
  const kith = useMemo<Kith>(() => ({ db, language: uiLanguage(), act, open }), [db, act, open]);
  const closeToast = useCallback(() => setToast(undefined), []);
  return { kith, problem, setProblem, toast, setToast, closeToast, takeBack, undoLast };
}
