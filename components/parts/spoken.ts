import { dayOf } from '../../utils/domain/days.ts';
import type { Day, Instant } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';

/** A day and a time as one would say them: `Friday 20 Nov, 15:00`, with the year when it is not this one. */
export function spokenDay(
  day: Day,
  language: string,
  at: Instant | undefined,
  today: Day = dayOf(Date.now()),
): string {
  const tag = language === 'en' ? 'en-GB' : language;
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
  const date = shortDay(day, language, today);
  const [said, between] = language === 'zh-CN' ? [`${date}${weekday}`, ' '] : [`${weekday} ${date}`, ', '];
  if (at === undefined) return said;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return `${said}${between}${new Intl.DateTimeFormat(tag, clock).format(at)}`;
}
