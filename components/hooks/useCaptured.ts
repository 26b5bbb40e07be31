import { liveQuery } from 'dexie';
import { useEffect } from 'preact/hooks';
import type { KithDb } from '../../utils/db/database.ts';

/** What was logged by itself, or by a gesture outside of the panel, while the panel was open. */
export interface CapturedBatch {
  readonly batch: string;
  readonly label: 'sent' | 'capture' | 'log';
  /** A subject of it. */
  readonly about?: string | undefined;
}

/** Calls `onCaptured` for each batch that is logged from now on, here or in the background. */
export function useCaptured(db: KithDb, onCaptured: (captured: CapturedBatch) => void): void {
  useEffect(() => {
    let seen: number | undefined;
    const news = async () => {
      const since = seen;
      const last = (await db.journal.orderBy(':id').last())?.seq ?? 0;
      const entries = since === undefined ? [] : await db.journal.where(':id').above(since).toArray();
      return {
        last,
        entry: entries.findLast(({ label }) => label === 'sent' || label === 'capture' || label === 'log'),
      };
    };
    const subscription = liveQuery(news).subscribe({
      next: ({ last, entry }) => {
        seen = last;
        if (entry) onCaptured(entry as CapturedBatch); // of the labels looked for
      },
      // What is wrong with the database is said elsewhere.
      error: () => {},
    });
    return () => subscription.unsubscribe();
  }, [db, onCaptured]);
}
