import { addDays } from '../domain/days.ts';
import type { Day } from '../domain/types.ts';
import { dayFrom, weekdayIn } from './dates.ts';
import { chineseNumber, NUMBER } from './numbers.ts';

/** What a saying means on a day: a day, else a date or a day of the week (0 Sunday) whose month or week is not said. */
export type Meaning = Day | { readonly day: number } | { readonly weekday: number } | undefined;

/** A way of speaking of a day. */
export interface Saying {
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string>, today: Day) => Meaning;
}

const WEEK = '(?:周|星期|礼拜)';
// How far away, in weeks or months: 上上 is two ago.
const AWAY = '(?<away>上上|上|这|本|下下|下)';
const away = (said: string | undefined) => ({ 上上: -2, 上: -1, 下: 1, 下下: 2 })[said ?? ''] ?? 0;

/**
 * What Chinese says of days that the date library does not know, or reads with weeks from Sunday: `上周日` is the Sunday
 * of the week before this one, which began on a Monday.
 */
export const CHINESE: readonly Saying[] = [
  {
    // 上周五, 下下个星期三, 本周末
    pattern: new RegExp(`${AWAY}个?${WEEK}(?<weekday>[一二三四五六日天末])`),
    read: ({ away: said, weekday = '' }, today) =>
      weekdayIn(away(said), weekday === '末' ? 6 : '日一二三四五六天'.indexOf(weekday) % 7, today),
  },
  { pattern: /周末/, read: () => ({ weekday: 6 }) },
  {
    // 两周前, 3个星期后, 一周内
    pattern: new RegExp(`(?<count>${NUMBER}|几)\\s?个?${WEEK}(?<side>之?前|之?后|之?内)`),
    read: ({ count = '', side = '' }, today) => {
      const weeks = count === '几' ? 3 : chineseNumber(count);
      return Number.isNaN(weeks) ? undefined : addDays(today, (side.endsWith('前') ? -7 : 7) * weeks);
    },
  },
  // 上周, 下个星期: a week from today, as "last week" is.
  {
    pattern: new RegExp(`(?<away>上|下)个?${WEEK}(?![一二三四五六日天末])`),
    read: ({ away: said }, today) => addDays(today, 7 * away(said)),
  },
  {
    // 上个月5号, 本月12日
    pattern: new RegExp(`${AWAY}个?月\\s?(?<date>${NUMBER})(?!\\d|[十点时:个])\\s?[日号]?`),
    read: ({ away: said, date = '' }, today) => {
      const [year, month] = monthIn(away(said), today);
      return dayFrom(year, month, chineseNumber(date));
    },
  },
  {
    // 上个月, 下月: the same date, or the last of a shorter month.
    pattern: /(?<away>上|下)个?月(?![底末初份\d一二三四五六七八九十])/,
    read: ({ away: said }, today) => {
      const [year, month] = monthIn(away(said), today);
      return dayFrom(year, month, Number(today.slice(8))) ?? lastOf(year, month);
    },
  },
  {
    // 月底, 下个月末
    pattern: new RegExp(`(?:${AWAY}个?)?月[底末]`),
    read: ({ away: said }, today) => lastOf(...monthIn(away(said), today)),
  },
  {
    pattern: /(?<away>明|今)?年[底末]/,
    read: ({ away: said }, today) => dayFrom(Number(today.slice(0, 4)) + (said === '明' ? 1 : 0), 12, 31),
  },
  {
    // 12号, but not the twelfth house.
    pattern: new RegExp(
      `(?<!\\d|[零〇一二两三四五六七八九十月第])(?<date>${NUMBER})号(?![楼线门房馆店院桌])`,
    ),
    read: ({ date = '' }) => ({ day: chineseNumber(date) }),
  },
];

function monthIn(months: number, today: Day): [year: number, month: number] {
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + months, 1));
  return [first.getUTCFullYear(), first.getUTCMonth() + 1];
}

function lastOf(year: number, month: number): Day | undefined {
  return dayFrom(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
