import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KithDb } from '../utils/db/database.ts';
import type { ActionLabel } from '../utils/db/journal.ts';

/** What every screen may use. */
export interface Kith {
  readonly db: KithDb;
  /** BCP 47 tag of the interface's language. */
  readonly language: string;
  /**
   * Runs something the user asked for. When it returns a batch, a toast offers to undo it; when it fails, a banner says
   * what to do. Resolves to whether it worked, so that a form can keep its text.
   */
  readonly act: (label: ActionLabel, work: () => Promise<string | undefined>) => Promise<boolean>;
  /** Goes to a place of the panel, as `placeOf` (places.ts) reads it: `person=<id>`, `review=<person id>`, `method`. */
  readonly open: (place: string) => void;
}

/** Provided by App. */
export const KithContext = createContext<Kith | undefined>(undefined);

/** The nearest Kith; throws outside of App. */
export function useKith(): Kith {
  const kith = useContext(KithContext);
  if (!kith) throw new Error('There is no Kith around this component.');
  return kith;
}
