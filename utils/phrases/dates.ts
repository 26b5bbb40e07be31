import { addDays, dayOf, isDay } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import { chineseNumber, NUMBER } from './numbers.ts';

/** Whether what is spoken of has happened or will: `past` reads `Friday` as the last one, `future` as the next. */
export type Toward = 'past' | 'future';

/** A way to write a date out: `read` makes year (where it is said), month and day of what `pattern` found. */
interface Writing {
  readonly pattern: RegExp;
  readonly read: (found: Record<string, string>, thisYear: number, monthFirst: boolean) => Written;
}

interface Written {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ORDINAL = '(?:st|nd|rd|th)?';
const named: Writing['read'] = ({ name = '', day, year }) => ({
  year: year === undefined ? undefined : Number(year),
  month: MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1,
  day: Number(day),
});
const numbered: Writing['read'] = ({ first, second, year }, _, monthFirst) => {
  // 13/11 and 11/13 can be read in one way only.
  const swapped = monthFirst ? Number(first) <= 12 : Number(second) > 12;
  const [day, month] = swapped ? [second, first] : [first, second];
  return { year: year === undefined ? undefined : Number(year), month: Number(month), day: Number(day) };
};
const YEARS_FROM_NOW: Record<string, number> = { 前: -2, 去: -1, 今: 0, 明: 1, 后: 2 };

const WRITINGS: readonly Writing[] = [
  {
    pattern: /(?<![\d.])(?<year>\d{4})(?:\s?[-/.]\s?)(?<month>\d{1,2})(?:\s?[-/.]\s?)(?<day>\d{1,2})(?!\d)/,
    read: ({ year, month, day }) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(?<![\d./-])(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)/,
    read: numbered,
  },
  { pattern: /(?<![\d./-])(?<first>\d{1,2})\/(?<second>\d{1,2})(?![\d/%])/, read: numbered },
  {
    pattern: new RegExp(
      `(?<![\\d.:])(?<day>\\d{1,2})${ORDINAL}\\s*(?:of\\s+)?${MONTH}(?![\\p{L}])(?:,?\\s+(?<year>\\d{4})(?![\\d:]))?`,
      'iu',
    ),
    read: named,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])${MONTH}\\s*(?<day>\\d{1,2})${ORDINAL}(?![\\d:\\p{L}]|\\s?[ap]\\.?m)(?:,?\\s+(?<year>\\d{4})(?![\\d:]))?`,
      'iu',
    ),
    read: named,
  },
  {
    pattern: new RegExp(
      `(?:(?<year>\\d{4}|[零〇一二三四五六七八九]{4}|[${Object.keys(YEARS_FROM_NOW).join('')}])\\s?年)?\\s?(?<month>${NUMBER})\\s?月\\s?(?<day>${NUMBER})(?!\\d|[十点时:个])\\s?[日号]?`,
      'u',
    ),
    read: ({ year, month = '', day = '' }, thisYear) => ({
      year: year === undefined ? undefined : chineseYear(year, thisYear),
      month: chineseNumber(month),
      day: chineseNumber(day),
    }),
  },
];

/** A date that was found written out in a text. */
export interface FoundDate {
  readonly pattern: RegExp;
  /** Nothing for a date that no calendar has. */
  readonly read: (groups: Record<string, string>, now: Instant) => Day | undefined;
}

/** The ways to write a date out, each with what it means now. `monthFirst`: 11/12 is November 12. */
export function writtenDates(toward: Toward, monthFirst: boolean): readonly FoundDate[] {
  return WRITINGS.map(({ pattern, read }) => ({
    pattern,
    read: (groups, now) => {
      const today = dayOf(now);
      const { year, month, day } = read(groups, Number(today.slice(0, 4)), monthFirst);
      return year === undefined ? nearest(month, day, today, toward) : dayFrom(year, month, day);
    },
  }));
}

/** Whether a text holds a date or a time that does not exist: `30 Feb`, `2月30日`, `25:00`. */
export function isImpossible(text: string, now: Instant, monthFirst: boolean): boolean {
  const dated = writtenDates('past', monthFirst).some(({ pattern, read }) => {
    const match = pattern.exec(text);
    return match?.groups !== undefined && read(match.groups, now) === undefined;
  });
  const time = /(?<![\d.:/-])(\d{1,2})(?::(\d{2})(?!\d)|\s?点)/.exec(text);
  return dated || (time !== null && (Number(time[1]) > 24 || Number(time[2] ?? 0) > 59));
}

/** The day with this month and date that is nearest to today on its side, today included. */
export function nearest(month: number, day: number, today: Day, toward: Toward): Day | undefined {
  // A 29 February can be eight years away.
  for (let years = 0; years <= 8; years++) {
    const year = Number(today.slice(0, 4)) + (toward === 'past' ? -years : years);
    const found = dayFrom(year, month, day);
    if (found !== undefined && isToward(found, today, toward)) return found;
  }
  return undefined;
}

/** The nearest day with this date, in this month or another, on its side of today, today included. */
export function nearestDate(date: number, today: Day, toward: Toward): Day | undefined {
  for (let months = 0; months <= 2; months++) {
    const month = Number(today.slice(5, 7)) - 1 + (toward === 'past' ? -months : months);
    const first = new Date(Date.UTC(Number(today.slice(0, 4)), month, 1));
    const found = dayFrom(first.getUTCFullYear(), first.getUTCMonth() + 1, date);
    if (found !== undefined && isToward(found, today, toward)) return found;
  }
  return undefined;
}

/** The nearest day of the week (0 Sunday to 6 Saturday) on its side of today, today included. */
export function nearestWeekday(weekday: number, today: Day, toward: Toward): Day {
  const away = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, toward === 'past' && away > 0 ? away - 7 : away);
}

/** A day of the week (0 Sunday to 6 Saturday) some weeks away from this one; weeks begin on Monday. */
export function weekdayIn(weeks: number, weekday: number, today: Day): Day {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  return addDays(monday, weeks * 7 + ((weekday + 6) % 7));
}

/** The day of the week of a day, 0 Sunday to 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** A day from its numbers; nothing when no calendar has it. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? text : undefined;
}

function isToward(day: Day, today: Day, toward: Toward): boolean {
  return toward === 'past' ? day <= today : day >= today;
}

function chineseYear(text: string, thisYear: number): number {
  const away = YEARS_FROM_NOW[text];
  if (away !== undefined) return thisYear + away;
  return Number([...text].map((digit) => chineseNumber(digit)).join(''));
}
