import { useMemo } from 'preact/hooks';
import type { Participant } from '../../utils/db/by-hand.ts';
import { useDraft } from './useDraft.ts';

/** Chosen people that survive as `useDraft`'s texts do. */
export function usePeopleDraft(
  id: string,
): readonly [readonly Participant[], (people: readonly Participant[]) => void, () => void] {
  const [draft, setDraft, clear] = useDraft(id);
  const people = useMemo(() => read(draft), [draft]);
  return [people, (next) => setDraft(next.length === 0 ? '' : JSON.stringify(next)), clear];
}

function read(draft: string): readonly Participant[] {
  try {
    return JSON.parse(draft) as Participant[]; // only `usePeopleDraft` writes it
  } catch {
    return [];
  }
}
