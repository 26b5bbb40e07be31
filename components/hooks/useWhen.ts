import { useState } from 'preact/hooks';
import { dayOf, isDay } from '../../utils/domain/days.ts';
import { instantOf, timeOfDay } from '../../utils/domain/time-of-day.ts';
import type { Day, Instant } from '../../utils/domain/types.ts';
import { checkWhen, problemOfDay, type WhenProblem } from '../../utils/phrases/check.ts';
import type { Toward } from '../../utils/phrases/dates.ts';
import { useKith } from '../kith.ts';
import { useDraft } from './useDraft.ts';

/** What a field for a time shows and says. */
export interface WhenState {
  /** The user's words; empty when the plain inputs were used. */
  readonly words: string;
  /** What the plain inputs show: `YYYY-MM-DD`, and `HH:MM` or nothing where no time is known. */
  readonly day: string;
  readonly time: string;
  /** What is meant; nothing while there is a problem. */
  readonly when: { readonly day: Day; readonly at?: Instant } | undefined;
  readonly problem: WhenProblem | undefined;
  readonly say: (words: string) => void;
  readonly pick: (day: string, time: string) => void;
  /** Forgets what was typed, once it is stored. */
  readonly clear: () => void;
}

/**
 * The state of a field that takes a time in words or in plain inputs; both survive as drafts. Words mean what they meant
 * when they were typed: a form that is opened again tomorrow still says the same day. Begins with `first` (default: now).
 */
export function useWhen(draftKey: string, toward: Toward, first?: Day): WhenState {
  const { language } = useKith();
  const [opened] = useState(Date.now);
  const [draft, setDraft, clear] = useDraft(`when:${draftKey}`);
  const [, typedAt, words = ''] = /^said (\d+) (.*)$/s.exec(draft) ?? [];
  const [, pickedDay, pickedTime = ''] = /^picked (\S*) (\S*)$/.exec(draft) ?? [];
  const say = (next: string) => setDraft(next === '' ? '' : `said ${Date.now()} ${next}`);
  const pick = (day: string, time: string) => setDraft(`picked ${day} ${time}`);
  const rest = { words, say, pick, clear };

  if (typedAt !== undefined && words.trim() !== '') {
    const { when, problem } = checkWhen(words, Number(typedAt), readingLanguage(language), toward);
    const shown = { day: when?.day ?? '', time: when?.at === undefined ? '' : timeOfDay(when.at) };
    const { day, at } = when ?? {};
    const meant = problem || day === undefined ? undefined : { day, ...(at !== undefined && { at }) };
    return { ...rest, ...shown, when: meant, problem };
  }
  const day = pickedDay ?? first ?? dayOf(opened);
  const time = pickedDay !== undefined ? pickedTime : first === undefined ? timeOfDay(opened) : '';
  if (!isDay(day)) return { ...rest, day, time, when: undefined, problem: 'unclear' };
  const at = time === '' ? undefined : instantOf(day, time);
  const problem = problemOfDay(day, at, opened, toward);
  return {
    ...rest,
    day,
    time,
    when: problem ? undefined : { day, ...(at !== undefined && { at }) },
    problem,
  };
}

// Kith has one English; whether 11/12 is in November depends on where its user is.
function readingLanguage(language: string): string {
  return navigator.language.startsWith(`${language}-`) ? navigator.language : language;
}
