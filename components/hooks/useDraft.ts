import { useCallback, useEffect, useState } from 'preact/hooks';
import { useKith } from '../kith.ts';

// Everything typed and not yet submitted, by form and person. In memory so that a form that comes back shows it at
// once; in the database so that a crash or a closed panel does not lose it.
const drafts = new Map<string, string>();

/** Loads the drafts of earlier panels; called once, before the first screen. */
export async function loadDrafts(
  rows: Promise<readonly { readonly id: string; readonly value: string }[]>,
): Promise<void> {
  for (const { id, value } of await rows) drafts.set(id, value);
}

/** A text that survives leaving the form, closing the panel and a crash, until `clear` is called. */
export function useDraft(id: string, initial = ''): readonly [string, (value: string) => void, () => void] {
  const { db } = useKith();
  const [value, setValue] = useState(drafts.get(id) ?? initial);
  useEffect(() => setValue(drafts.get(id) ?? initial), [id, initial]);
  const forget = useCallback(
    (gone: string) => {
      drafts.delete(gone);
      db.drafts.delete(gone).catch(() => {});
    },
    [db],
  );
  const change = useCallback(
    (next: string) => {
      setValue(next);
      if (next === '' || next === initial) forget(id);
      else {
        drafts.set(id, next);
        // A draft that can't be stored is still in memory and on the screen.
        db.drafts.put({ id, value: next, updatedAt: Date.now() }).catch(() => {});
      }
    },
    [db, forget, id, initial],
  );
  const clear = useCallback(() => {
    setValue(initial);
    forget(id);
  }, [forget, id, initial]);
  return [value, change, clear];
}

// What is free text, and can be joined where both have some. Of other fields the one who stays keeps their own.
const TEXTS = /^(?:log|follow-up|goal:new|fact|feedback|support|unsaved|unsaved-review|review-reply):/;

/**
 * After somebody was merged into another: what was typed about them and not yet submitted stands in the forms of the one who
 * stays. It stays with them too, for undo.
 */
export function useInheritedDrafts(): (keepId: string, goneId: string) => void {
  const { db } = useKith();
  return (keepId, goneId) => {
    for (const [id, value] of [...drafts]) {
      // The form that renames the one who is gone is theirs alone.
      if (!id.includes(goneId) || id.startsWith('edit:')) continue;
      const target = id.replace(goneId, keepId);
      const own = drafts.get(target);
      if (own !== undefined && (own.includes(value) || !TEXTS.test(id))) continue;
      const both = own === undefined ? value : `${own}\n${value}`;
      drafts.set(target, both);
      db.drafts.put({ id: target, value: both, updatedAt: Date.now() }).catch(() => {});
    }
  };
}
