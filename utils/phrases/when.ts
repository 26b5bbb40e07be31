import { type Chrono, casual as english, type ParsedResult, type Parser } from 'chrono-node/en';
import { casual as chinese } from 'chrono-node/zh/hans';
import { addDays, dayOf, noonOf } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import { CHINESE, type Saying } from './chinese.ts';
import { isImpossible, nearest, nearestDate, nearestWeekday, type Toward, writtenDates } from './dates.ts';
import { ENGLISH } from './english.ts';

/** When something was or will be, in the user's words. */
export interface When {
  readonly day: Day;
  /** Present when a time was said, to the minute; absent too when clocks were changed over it. */
  readonly at?: Instant;
  /** The words that say it. */
  readonly text: string;
  /** The rest of the text, without those words. */
  readonly rest: string;
}

/** The longest text that is read, in UTF-16 units; nobody says a time in more. */
const MOST = 500;

/**
 * Reads when something was (or will be, `toward` the future) in English or Chinese words, in this machine's zone:
 * `yesterday 3pm`, `on 12 Nov`, `上周五`, `昨天下午3点`. Nothing when no day is said, or one that does not exist. The
 * language (BCP 47) is tried first; `en-US` reads 11/12 as November 12, any other English as 11 December.
 */
export function readWhen(
  raw: string,
  now: Instant,
  language: string,
  toward: Toward = 'past',
): When | undefined {
  const text = plain(raw.slice(0, MOST));
  if (text.trim() === '' || isImpossible(text, now, isMonthFirst(text, language))) return undefined;
  // Counted from noon, where an hour more or less is the same day: over a change of clocks the library would lose a day.
  const from = new Date(OF_CLOCK.test(text) ? now : noonOf(dayOf(now)));
  const readers = readersFor(text, language, toward);
  for (const reader of readers) {
    const found = reader.parse(text, from).flatMap((result) => {
      const said = settle(result, now, toward);
      return said ? [{ result, said }] : [];
    });
    const chosen = (toward === 'future' && found.find(({ result }) => isDeadline(text, result))) || found[0];
    if (!chosen) continue;
    const { index, text: words } = chosen.result;
    const rest = `${raw.slice(0, index)} ${raw.slice(index + words.length)}`;
    return { ...chosen.said, text: raw.slice(index, index + words.length), rest: tidy(rest) };
  }
  return undefined;
}

/** Whether the words name a day or a time that does not exist, such as `30 Feb` or `25:00`. */
export function isNoDate(raw: string, now: Instant, language: string): boolean {
  const text = plain(raw.slice(0, MOST));
  return isImpossible(text, now, isMonthFirst(text, language));
}

// What is counted from this very minute.
const OF_CLOCK =
  /(?<!\p{L})(?:now|h|hrs?|hours?|m|mins?|minutes?|secs?|seconds?)(?!\p{L})|现在|刚|方才|小时|分钟|钟头|秒/iu;

// One for each language and side, made when first asked for.
const made = new Map<string, Chrono>();

function readersFor(text: string, language: string, toward: Toward): Chrono[] {
  const isChinese = /\p{Script=Han}/u.test(text);
  const monthFirst = isMonthFirst(text, language);
  const key = (name: string) => `${name} ${toward} ${monthFirst}`;
  const reader = (name: string, base: Chrono, sayings: readonly Saying[]) => {
    const known = made.get(key(name));
    if (known) return known;
    const own = base.clone();
    // First, so that of two readings of the same words ours is kept.
    own.parsers.unshift(
      ...writtenDates(toward, monthFirst).map(({ pattern, read }) =>
        parser(pattern, (groups, now) => read(groups, now)),
      ),
      ...sayings.map(({ pattern, read }) => parser(pattern, (groups, now) => read(groups, dayOf(now)))),
    );
    made.set(key(name), own);
    return own;
  };
  const readers = [reader('en', english, ENGLISH), reader('zh', chinese, CHINESE)];
  return isChinese ? readers.reverse() : readers;
}

function parser(
  pattern: RegExp,
  read: (groups: Record<string, string>, now: Instant) => ReturnType<Saying['read']>,
): Parser {
  return {
    pattern: () => pattern,
    extract: ({ refDate }, { groups }) => {
      const said = read(groups ?? {}, refDate.getTime());
      if (said === undefined) return null;
      if (typeof said !== 'string') return { ...said };
      const [year = 0, month = 0, day = 0] = said.split('-').map(Number);
      return { year, month, day };
    },
  };
}

// What a reading comes to: chooses the year, month, week or half of the day that was not said, on its side of today.
function settle(result: ParsedResult, now: Instant, toward: Toward): Pick<When, 'day' | 'at'> | undefined {
  const { start } = result;
  const timed = start.isCertain('hour');
  // A zone was said, or a distance of hours: an instant already.
  if (
    timed &&
    (start.isCertain('timezoneOffset') || (start.isCertain('second') && !start.isCertain('day')))
  ) {
    const at = Math.floor(start.date().getTime() / 60_000) * 60_000;
    return inRange({ day: dayOf(at), at });
  }
  const day = dayOfResult(result, now, toward);
  if (day === undefined || !timed) return day === undefined ? undefined : inRange({ day });
  const [hour, minute] = [hourOf(result), start.get('minute') ?? 0];
  const at = instantOf(day, hour, minute);
  const alone = !start.isCertain('day') && !start.isCertain('weekday');
  // "9pm" said in the morning was last night, or will be tonight.
  if (alone && at !== undefined && (toward === 'past' ? at > now : at < now)) {
    const other = addDays(day, toward === 'past' ? -1 : 1);
    const moved = instantOf(other, hour, minute);
    return { day: other, ...(moved !== undefined && { at: moved }) };
  }
  return inRange({ day, ...(at !== undefined && { at }) });
}

function dayOfResult(result: ParsedResult, now: Instant, toward: Toward): Day | undefined {
  const { start } = result;
  const today = dayOf(now);
  const [month, date, weekday] = [start.get('month'), start.get('day'), start.get('weekday')];
  if (start.isCertain('day') && date !== null) {
    if (!start.isCertain('month') || month === null) return nearestDate(date, today, toward);
    return start.isCertain('year') ? dayOf(start.date().getTime()) : nearest(month, date, today, toward);
  }
  if (start.isCertain('weekday') && weekday !== null)
    return RELATIVE.test(result.text)
      ? dayOf(start.date().getTime())
      : nearestWeekday(weekday, today, toward);
  const tags = result.tags();
  if (tags.has('result/relativeDate')) return dayOf(start.date().getTime());
  // "This afternoon", "at 3". A month or a year alone is no day.
  const casual = [...tags].some((tag) => tag.startsWith('casualReference/'));
  const vague = start.isCertain('month') || start.isCertain('year');
  return (start.isCertain('hour') || casual) && !vague ? today : undefined;
}

// Words that say which week a day of the week is in.
const RELATIVE = /\b(?:last|past|previous|next|week|weeks|ago)\b/i;

// "At 3" among people is three in the afternoon, unless it says otherwise: 03:00, 3am, 凌晨3点.
function hourOf({ start, text }: ParsedResult): number {
  const hour = start.get('hour') ?? 0;
  const isOpen = !start.isCertain('meridiem') && hour >= 1 && hour <= 6 && !/(?<!\d)0\d/.test(text);
  return isOpen ? hour + 12 : hour;
}

// Nothing in the hour that a change of clocks leaves out.
function instantOf(day: Day, hour: number, minute: number): Instant | undefined {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date, hour, minute);
  return at.getHours() === hour ? at.getTime() : undefined;
}

// "In a million years" is no day that can be kept.
function inRange<T extends Pick<When, 'day'>>(said: T): T | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(said.day) ? said : undefined;
}

// "by Friday", "周五前": what is promised has many dates in it, and one that it is due on.
function isDeadline(text: string, { index, text: words }: ParsedResult): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + words.length);
  return /\b(?:by|before|until|till|due|on)\s+(?:the\s+)?$/i.test(before) || /^\s*之?前|^\s*截止/.test(after);
}

function isMonthFirst(text: string, language: string): boolean {
  return /^en-US\b/i.test(language) || /^zh/i.test(language) || /\p{Script=Han}/u.test(text);
}

const SIMPLIFIED: Record<string, string> = {
  週: '周',
  點: '点',
  號: '号',
  後: '后',
  兩: '两',
  個: '个',
  這: '这',
  禮: '礼',
  內: '内',
  剛: '刚',
  時: '时',
  鐘: '钟',
  間: '间',
  '\u3000': ' ',
};

// The same text in one width and script, character by character, so that places in it stay.
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(new RegExp(`[${Object.keys(SIMPLIFIED).join('')}]`, 'g'), (char) => SIMPLIFIED[char] ?? char)
    .replace(/以(?=[前后内])/g, '之')
    .replace(/刚[才刚]|方才/g, '现在');
}

// What is left when the words are taken out: no hanging preposition, no double spaces.
function tidy(rest: string): string {
  return rest
    .replace(/\s+/g, ' ')
    .replace(/[\s,，、;；]*(?:\b(?:on|at|by|before|until|till|due|since)|[在于])?\s*$/i, '')
    .replace(/^[\s,，、;；]+/, '')
    .trim();
}
