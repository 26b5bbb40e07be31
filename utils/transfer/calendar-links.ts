import { addDays } from '../domain/days.ts';
import type { CalendarItem } from './calendar-item.ts';
import { oneLine, recurrence } from './ics.ts';

/** Where a calendar on the web is; `outlook` is that of private accounts, `office` that of work and school. */
export type WebCalendar = 'google' | 'outlook' | 'office';

// What every browser and server takes in an address, in characters.
const LONGEST_URL = 2000;
const TITLE_PART = 900;

const OUTLOOK = { outlook: 'https://outlook.live.com', office: 'https://outlook.office.com' } as const;

/**
 * An address that opens a calendar on the web with an event to be saved. Neither company documents it; the parameters are
 * those that github.com/InteractionDesignFoundation/add-event-to-calendar-docs keeps track of (services/google.md and
 * outlook-web.md, read in November 2026). Outlook's takes no repetition: it gets the first day.
 */
export function calendarUrl(calendar: WebCalendar, item: CalendarItem): string {
  const title = cut(oneLine(item.title), TITLE_PART);
  const after = addDays(item.day, 1);
  const [base, parameters, detailsName] =
    calendar === 'google'
      ? ([
          'https://calendar.google.com/calendar/render',
          {
            action: 'TEMPLATE',
            text: title,
            // The end is the day after: it is not part of the event.
            dates: `${item.day}/${after}`.replaceAll('-', ''),
            ...(item.everyDays !== undefined && { recur: `RRULE:${recurrence(item.everyDays)}` }),
            crm: 'AVAILABLE',
          },
          'details',
        ] as const)
      : ([
          `${OUTLOOK[calendar]}/calendar/deeplink/compose`,
          {
            path: '/calendar/action/compose',
            rru: 'addevent',
            subject: title,
            startdt: item.day,
            enddt: after,
            allday: 'true',
          },
          'body',
        ] as const);
  const url = `${base}?${query(parameters)}`;
  const details = cut(item.details ?? '', LONGEST_URL - url.length - detailsName.length - 2);
  return details === '' ? url : `${url}&${query({ [detailsName]: details })}`;
}

// Spaces as %20: Outlook shows a plus sign as one.
function query(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

// As much of a text as is not longer than this when encoded, in whole characters.
function cut(raw: string, longest: number): string {
  let fitting = '';
  let length = 0;
  for (const char of raw.toWellFormed()) {
    length += encodeURIComponent(char).length;
    if (length > longest) break;
    fitting += char;
  }
  return fitting;
}
