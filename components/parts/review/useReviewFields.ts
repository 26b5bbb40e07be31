import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Clash, mergeReview, type ReviewFields } from '../../../utils/domain/review/merge.ts';
import type { Instant } from '../../../utils/domain/types.ts';
import { useAutosave } from '../../hooks/useAutosave.ts';

/** What is stored of a review, and when it was. */
export interface StoredFields {
  readonly fields: ReviewFields;
  readonly at: Instant;
}

/** What a window knew to be stored, and what it says. */
export interface WindowFields {
  readonly base: ReviewFields;
  readonly mine: ReviewFields;
}

interface State extends WindowFields {
  readonly at: Instant;
  readonly clashes: readonly Clash[];
}

/**
 * The fields of a review as they are typed: stored within a second, and brought together with what other windows store.
 * `save` resolves to what is stored then, or to nothing when it failed. `unsaved` is what an earlier form could not store.
 */
export function useReviewFields(
  stored: StoredFields,
  save: (
    fields: WindowFields,
  ) => Promise<(StoredFields & { readonly clashes: readonly Clash[] }) | undefined>,
  unsaved?: WindowFields,
) {
  const [state, setState] = useState<State>(() => ({
    base: unsaved?.base ?? stored.fields,
    mine: unsaved?.mine ?? stored.fields,
    at: unsaved ? 0 : stored.at,
    clashes: [],
  }));
  const latest = useRef(state);
  const set = useCallback((next: State) => {
    latest.current = next;
    setState(next);
  }, []);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const saver = useRef(save);
  saver.current = save;

  const saveNow = useCallback(async (): Promise<boolean> => {
    const { base, mine } = latest.current;
    const saved = await saver.current({ base, mine });
    if (!saved) return false;
    const now = latest.current;
    // What was typed while this was being stored goes on top.
    const { merged, clashes } = mergeReview(mine, now.mine, saved.fields);
    set({
      base: saved.fields,
      mine: merged,
      at: Math.max(now.at, saved.at),
      clashes: [...now.clashes, ...saved.clashes, ...clashes],
    });
    return true;
  }, [set]);
  // One after the other: a save that began before another ended would meet its own words as somebody else's.
  const { changed, flush } = useAutosave(() => {
    const next = saving.current.then(saveNow);
    saving.current = next;
    return next;
  });

  const storedText = JSON.stringify(stored.fields);
  useEffect(() => {
    // What is being stored from here may be the news itself: heard of first, it would undo what was changed since.
    void saving.current.then(() => {
      const now = latest.current;
      // News that is older than what was stored from here since.
      if (stored.at <= now.at) return;
      const { merged, clashes } = mergeReview(now.base, now.mine, stored.fields);
      set({ base: stored.fields, mine: merged, at: stored.at, clashes: [...now.clashes, ...clashes] });
    });
  }, [storedText, stored.at, set]);

  useEffect(() => {
    if (unsaved) changed(JSON.stringify(unsaved.mine));
  }, [changed, unsaved]);

  const change = useCallback(
    (changes: { readonly [F in keyof ReviewFields]?: ReviewFields[F] | undefined }) => {
      const mine = Object.fromEntries(
        Object.entries({ ...latest.current.mine, ...changes }).filter(
          ([, value]) => value !== undefined && value !== '',
        ),
      );
      set({ ...latest.current, mine });
      changed(JSON.stringify(mine));
    },
    [changed, set],
  );
  const forget = useCallback(() => set({ ...latest.current, clashes: [] }), [set]);
  return { fields: state.mine, clashes: state.clashes, change, flush, forget };
}
