import { addDays, dayOf } from '../domain/days.ts';
import type { Day, FollowUp, Instant } from '../domain/types.ts';
import { checkWhen } from './check.ts';

/** A follow-up that a line of a summary speaks of. */
export interface FoundFollowUp {
  /** As it was typed, without the words that begin the line. */
  readonly text: string;
  readonly by: FollowUp['by'];
  /** The day in the line, else `DUE_AFTER` days from now. */
  readonly dueDay: Day;
}

/** When a promise without a day is due, in days. */
export const DUE_AFTER = 7;

// The longest text of a follow-up, and the most that one summary gives.
const LONGEST = 500;
const MOST = 20;

// How a line begins, by who is to act. What they asked for is for the user to do, and the other way round.
const MINE =
  /^(?:(?:i|we)(?:['’]ve| have)?\s+(?:promised|agreed)|(?:my |our )?promised?|(?:they|he|she)\s+asked(?:\s+for)?|asked(?:\s+for)?|to[ -]?do|follow[ -]?ups?|(?:我们?)?(?:承诺|答应)了?|(?:他们|她们|他|她|对方|您|ta)(?:要求|请求|希望)|(?:被)?(?:要求|请求)|待办|跟进)$/i;
const THEIRS =
  /^(?:(?:they|he|she)(?:['’]ve|['’]s| have| has)?\s+(?:promised|agreed)|promised me|their promise|(?:i|we)\s+asked(?:\s+for)?|waiting(?:\s+for)?|(?:他们|她们|他|她|对方|ta)(?:承诺|答应)了?|我们?(?:要求|请求)了?|等待|等对方)$/i;

/**
 * The follow-ups in a summary: lines such as `promised: send the deck by Friday`, `asked: intro to Bo`, `承诺：周五前发合同`,
 * `They promised: a reference`, also as items of a list. A day in the line that is past or does not exist counts as none.
 */
export function readLines(summary: string, now: Instant, language: string): readonly FoundFollowUp[] {
  const found = summary.split(/\r\n|[\n\r\u2028]/).flatMap((line) => readLine(line, now, language) ?? []);
  const isFirst = ({ text, by }: FoundFollowUp, place: number) =>
    found.findIndex((other) => other.text === text && other.by === by) === place;
  return found.filter(isFirst).slice(0, MOST);
}

function readLine(line: string, now: Instant, language: string): FoundFollowUp | undefined {
  const item = line.replace(/^\s*(?:[-*+•·]|\d{1,2}[.)、])?\s*(?:\[[ x]?\])?\s*/i, '');
  const [, begins = '', rest = ''] = /^([^:：]{1,30})[:：](.*)$/u.exec(item) ?? [];
  const by = MINE.test(begins.trim()) ? 'me' : THEIRS.test(begins.trim()) ? 'them' : undefined;
  const text = [...rest.trim()].slice(0, LONGEST).join('');
  if (by === undefined || text === '') return undefined;
  const { when, problem } = checkWhen(text, now, language, 'future');
  return { text, by, dueDay: when && !problem ? when.day : addDays(dayOf(now), DUE_AFTER) };
}
