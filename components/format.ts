import { i18n } from '#i18n';
import { dayOf } from '../utils/domain/days.ts';
import type { Day, Instant } from '../utils/domain/types.ts';

/** The interface's language, as a BCP 47 tag: that of the strings, which the browser chose among Kith's. */
export function uiLanguage(): string {
  return i18n.t('languageTag');
}

/** A day as short as it can be said: `12 Nov`, `11月12日`, with the year when it is not this one. */
export function shortDay(day: Day, language: string, today: Day = dayOf(Date.now())): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const format = formatOf(language, {
    day: 'numeric',
    month: language === 'zh-CN' ? 'long' : 'short',
    ...(!sameYear && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Day and time, for titles and forms. */
export function longInstant(at: Instant, language: string): string {
  return formatOf(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

const formats: Record<string, Intl.DateTimeFormat> = {};

// Making a format takes a hundred times as long as using it: a list of days would be slow by it. It keeps the time zone in
// which it was made.
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options, new Date().getTimezoneOffset()]);
  formats[key] ??= new Intl.DateTimeFormat(english(language), options);
  return formats[key];
}

// Days before months, as the rest of the world writes them.
function english(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
