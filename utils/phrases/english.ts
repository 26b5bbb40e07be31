import type { Saying } from './chinese.ts';
import { weekdayIn } from './dates.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  '(?<weekday>sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)';
const AWAY = '(?<away>last|this|the|next)';
const away = (said: string | undefined) => ({ last: -1, next: 1 })[said?.toLowerCase() ?? ''] ?? 0;

/** What English says of days that the date library does not know, or reads with weeks from Sunday. */
export const ENGLISH: readonly Saying[] = [
  {
    // Monday last week
    pattern: new RegExp(`\\b${WEEKDAY},?\\s+(?:of\\s+)?${AWAY}\\s+week\\b`, 'i'),
    read: weekdayOfWeek,
  },
  {
    // last week on Monday
    pattern: new RegExp(`\\b${AWAY}\\s+week,?\\s+(?:on\\s+)?${WEEKDAY}\\b`, 'i'),
    read: weekdayOfWeek,
  },
  {
    // by the end of next week: its Friday
    pattern: new RegExp(`\\bend\\s+of\\s+(?:${AWAY}\\s+)?week\\b`, 'i'),
    read: ({ away: said }, today) => weekdayIn(away(said), 5, today),
  },
  {
    pattern: /\bthe\s+(?<date>\d{1,2})(?:st|nd|rd|th)\b/i,
    read: ({ date }) => ({ day: Number(date) }),
  },
];

function weekdayOfWeek({ weekday = '', away: said }: Record<string, string>, today: string) {
  return weekdayIn(away(said), WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()), today);
}
