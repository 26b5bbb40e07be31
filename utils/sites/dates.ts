import { isDay } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';

/** How a page writes its dates. */
export interface DateContext {
  /** BCP 47, `de` or `zh-CN`; an empty or unknown one reads numeric dates only. */
  readonly language: string;
  readonly timeZone: string;
  readonly now: Instant;
  /** What `03/04/2026` means here, where that is known. */
  readonly order?: 'dmy' | 'mdy' | undefined;
}

/** What a date text says: an instant, else only a day, else nothing. */
export interface ReadDate {
  readonly at?: Instant;
  readonly day?: Day;
}

const YEAR = '(?<!\\d)((?:19|20)\\d{2})(?!\\d)';
const YEAR_FIRST = new RegExp(`${YEAR}\\s*[-/.年년]\\s*(\\d{1,2})\\s*[-/.月월]\\s*(\\d{1,2})(?!\\d)`);
const YEAR_LAST = new RegExp(`(?<!\\d)(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?${YEAR}`);
// 23:02, 9:05, 23.02 (Finnish, Danish), 23 h 02 (French); never part of 13.5.2026.
const TIME = /(?<![\d.:])(\d{1,2})(?::|\.| ?h ?)(\d{2})(?::\d{2})?(?![\d.:])/g;
// A zone that is said; others are not understood.
const UNIVERSAL = /(?<!\p{L})(?:utc|gmt)(?!\p{L}|\s*[+-]\s*\d)/u;

/**
 * Reads a date as a page shows it, in the page's language, with the words that the browser itself knows of it (Intl):
 * month and weekday names, "today", AM and PM. What could mean two things gives nothing, and a day whose time is
 * unclear is a day.
 */
export function readDate(raw: string, context: DateContext): ReadDate {
  const shown = fold(raw).replace(/\([^)]*\)/g, ' ');
  const text = shown.replace(UNIVERSAL, ' ');
  const times = [...text.matchAll(TIME)];
  const dated = text.replace(TIME, ' ');
  const words = wordsOf(context.language);
  const found =
    numericDay(dated, context.order) ??
    (words && (namedDay(dated, words) ?? recentDay(dated, words, context)));
  if (!found || !isDay(found.day)) return {};
  const [time] = times;
  if (times.length !== 1 || !time) return { day: found.day };
  const hour = hourOf(Number(time[1]), text, found.rest, words);
  const at =
    hour === undefined
      ? undefined
      : instantAt(found.day, hour, Number(time[2]), text === shown ? context.timeZone : 'UTC');
  return at === undefined ? { day: found.day } : { at };
}

/**
 * The minute near `approximate` that a date text shows, in whatever language: year, day, hour and minute must all be
 * among its numbers. For sites whose message ids hold the time of arrival.
 */
export function confirmInstant(raw: string, approximate: Instant, timeZone: string): Instant | undefined {
  const numbers = new Set((fold(raw).match(/\d+/g) ?? []).map(Number));
  for (const minutes of [0, -1, 1, -2, 2]) {
    const at = (Math.floor(approximate / 60_000) + minutes) * 60_000;
    const { year, day, hour, minute } = wallClock(at, timeZone);
    if (
      [year, day, minute].every((part) => numbers.has(part)) &&
      (numbers.has(hour) || numbers.has(hour % 12 || 12))
    ) {
      return at;
    }
  }
  return undefined;
}

interface Found {
  readonly day: Day;
  /** What of the text was not understood. */
  readonly rest: string;
}

// One width and case, Western digits, no direction marks.
function fold(raw: string): string {
  return raw
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .toLowerCase();
}

function numericDay(text: string, order: DateContext['order']): Found | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return { day: toDay(first[1], first[2], first[3]), rest: text.replace(first[0], ' ') };
  const last = YEAR_LAST.exec(text);
  if (!last) return undefined;
  const [all, a, separator, b, year] = last;
  const rest = text.replace(all, ' ');
  // Nobody writes months first with dots.
  if (separator === '.' || order === 'dmy' || Number(a) > 12 || a === b)
    return { day: toDay(year, b, a), rest };
  if (order === 'mdy' || Number(b) > 12) return { day: toDay(year, a, b), rest };
  return undefined;
}

function namedDay(text: string, words: Words): Found | undefined {
  const years = text.match(new RegExp(YEAR, 'g')) ?? [];
  const days = text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  if (years.length !== 1 || days.length !== 1) return undefined;
  const tokens = (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((token) => {
    const month = monthOf(token, words);
    return month === undefined ? [] : [{ token, month }];
  });
  // "mar 13 mag 2026": Tuesday in Italian, but also the beginning of marzo.
  const named = tokens.length > 1 ? tokens.filter(({ token }) => !words.weekdays().includes(token)) : tokens;
  const [only] = named;
  if (!only || named.length > 1) return undefined;
  let rest = text;
  rest = rest.replace(new RegExp(`(?<!\\p{L})${only.token}(?!\\p{L})`, 'u'), ' ');
  // In full or short: "Tue", "Tuesday".
  for (const word of words.weekdays()) rest = rest.replace(new RegExp(`(?<!\\p{L})${word}\\p{L}*`, 'u'), ' ');
  return { day: toDay(years[0], String(only.month + 1), days[0]), rest };
}

// "Today 10:00", "Mon 10:00": only where nothing else is said.
function recentDay(text: string, words: Words, { now, timeZone }: DateContext): Found | undefined {
  const said = text.replace(/[.,]/g, '').trim();
  for (let back = 0; back < 7; back++) {
    const { year, month, day, weekday } = wallClock(now - back * 86_400_000, timeZone);
    if (said === words.recent()[back] || (back > 0 && words.weekdays()[weekday] === said)) {
      return { day: toDay(String(year), String(month), String(day)), rest: '' };
    }
  }
  return undefined;
}

function hourOf(hour: number, text: string, rest: string, words: Words | undefined): number | undefined {
  if (hour > 12 || hour === 0) return hour > 23 ? undefined : hour;
  if (!/\p{L}/u.test(text)) return hour;
  const half = /(?<!\p{L})([ap])\.? ?m(?!\p{L})/u.exec(text)?.[1];
  const [early, late] = [hour % 12, (hour % 12) + 12];
  const says = (candidate: number) =>
    words?.halves()[candidate]?.some((marker) => text.includes(marker)) ?? false;
  const isEarly = half === 'a' || (half === undefined && says(early));
  const isLate = half === 'p' || (half === undefined && says(late));
  if (isEarly !== isLate) return isLate ? late : early;
  // No marker: 24 hours, unless this language halves its days and something was not understood.
  return isEarly || (words?.halvesDays() && /\p{L}/u.test(rest)) ? undefined : hour;
}

/** A language's words, each made when first asked for: making one takes the browser a millisecond. */
interface Words {
  readonly months: () => readonly (readonly string[])[];
  readonly weekdays: () => readonly string[];
  /** Today, yesterday. */
  readonly recent: () => readonly string[];
  /** For each hour, the markers that the language may put beside it. */
  readonly halves: () => readonly (readonly string[])[];
  readonly halvesDays: () => boolean;
}

const known = new Map<string, Words | undefined>();

function wordsOf(language: string): Words | undefined {
  if (!known.has(language)) known.set(language, isLanguage(language) ? makeWords(language) : undefined);
  return known.get(language);
}

function isLanguage(language: string): boolean {
  try {
    return language !== '' && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false; // Not a language tag.
  }
}

function makeWords(language: string): Words {
  const say = (type: string, ...forms: readonly Intl.DateTimeFormatOptions[]) => {
    const formats = forms.map((form) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...form }));
    return (month: number, day: number, hour = 0) =>
      formats
        .map((format) => format.formatToParts(Date.UTC(2026, month, day, hour)))
        .map((parts) => fold(parts.find((part) => part.type === type)?.value ?? '').replaceAll('.', ''));
  };
  const list = <T>(length: number, make: (index: number) => T) =>
    Array.from({ length }, (_, index) => make(index));
  return {
    months: once(() => {
      const day = { day: 'numeric' } as const;
      const [long, short] = [{ month: 'long' }, { month: 'short' }] as const;
      const name = say('month', { ...long, ...day }, { ...short, ...day }, long, short);
      return list(12, (month) => name(month, 5));
    }),
    weekdays: once(() => {
      const name = say('weekday', { weekday: 'short' });
      // 2026-02-01 was a Sunday.
      return list(7, (day) => name(1, 1 + day).join());
    }),
    recent: once(() => {
      const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      return [0, -1].map((days) => fold(relative.format(days, 'day')));
    }),
    halves: once(() => {
      const clock = { hour: 'numeric', hour12: true } as const;
      const name = say('dayPeriod', clock, { ...clock, dayPeriod: 'short' });
      return list(24, (hour) => name(1, 1, hour).filter(Boolean));
    }),
    halvesDays: once(
      () => new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 ?? false,
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

// A month's name, or what no other month begins with, from three letters on: "sept", "juil".
function monthOf(token: string, words: Words): number | undefined {
  const exact = words.months().findIndex((forms) => forms.includes(token));
  if (exact >= 0) return exact;
  const begun = words
    .months()
    .flatMap((forms, month) =>
      token.length > 2 && forms.some((form) => form.startsWith(token)) ? [month] : [],
    );
  return begun.length === 1 ? begun[0] : undefined;
}

function toDay(year = '', month = '', day = ''): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function instantAt(day: Day, hour: number, minute: number, timeZone: string): Instant | undefined {
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  const shown = (at: Instant) => {
    const wall = wallClock(at, timeZone);
    return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  };
  let at = wanted;
  // Twice, as the first guess may lie on the other side of a clock change.
  for (let round = 0; round < 2; round++) at = wanted - (shown(at) - at);
  return minute < 60 && shown(at) === wanted ? at : undefined;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
let machineZone: string | undefined;

function wallClock(at: Instant, timeZone: string) {
  machineZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (timeZone === machineZone) {
    // A hundred times faster, and a long conversation has hundreds of dates.
    const local = new Date(at);
    return {
      ...{ year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() },
      ...{ hour: local.getHours(), minute: local.getMinutes(), weekday: local.getDay() },
    };
  }
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
    clocks.set(timeZone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}
