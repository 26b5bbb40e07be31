import { addDays } from '../domain/days.ts';
import type { Day, Instant } from '../domain/types.ts';
import type { CalendarItem } from './calendar-item.ts';

// By hand and not by a library: of RFC 5545 this needs whole days, one rule and escaped text, in a hundred lines. The
// libraries that live bring 9 kB (ical-generator) and 21 kB (ics), compressed, of zones, alarms and validation that a whole
// day has no use for.

/** Octets in a line, its CRLF not counted (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
/** A title longer than this many characters is cut, and stands whole in the description. */
const LONGEST_TITLE = 200;

/** Items as an iCalendar file (RFC 5545): all-day events, CRLF, folded. Importing it again updates what was imported. */
export function toIcs(items: readonly CalendarItem[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Kith//EN',
    'CALSCALE:GREGORIAN',
    ...items.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A name for the file that every system takes. */
export function icsFileName(item: Pick<CalendarItem, 'title'>): string {
  const name = oneLine(item.title)
    .replace(/[\s\p{C}/\\:;*?"<>|.~%]+/gu, ' ')
    .trim();
  return `${[...name].slice(0, 60).join('').trim() || 'kith'}.ics`;
}

function eventLines(item: CalendarItem): string[] {
  const title = oneLine(item.title);
  const short = [...title].slice(0, LONGEST_TITLE).join('');
  const details = [short === title ? '' : item.title, item.details ?? ''].filter(Boolean).join('\n\n');
  return [
    'BEGIN:VEVENT',
    `UID:${text(item.uid)}`,
    // Without a METHOD the stamp is that of the last revision (3.8.7.2), so the same row gives the same file.
    `DTSTAMP:${utc(item.updatedAt)}`,
    `CREATED:${utc(item.createdAt)}`,
    `LAST-MODIFIED:${utc(item.updatedAt)}`,
    // Must grow with each revision (3.8.7.4): the seconds that the row has lived through.
    `SEQUENCE:${Math.max(0, Math.floor((item.updatedAt - item.createdAt) / 1000))}`,
    `DTSTART;VALUE=DATE:${date(item.day)}`,
    // The end is the day after: it is not part of the event.
    `DTEND;VALUE=DATE:${date(addDays(item.day, 1))}`,
    ...(item.everyDays === undefined ? [] : [`RRULE:${recurrence(item.everyDays)}`]),
    `SUMMARY:${text(short)}`,
    ...(details === '' ? [] : [`DESCRIPTION:${text(details)}`]),
    // Reminds, and does not make the day a busy one.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The rule for something that comes back after so many days (RFC 5545, 3.3.10). */
export function recurrence(days: number): string {
  return days % 7 === 0 ? `FREQ=WEEKLY;INTERVAL=${days / 7}` : `FREQ=DAILY;INTERVAL=${days}`;
}

/** One line without controls, as the title of an event. */
export function oneLine(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

// TEXT (3.3.11): backslash, semicolon, comma and line ends are escaped; other controls are not allowed in it.
function text(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\t' ? '\t' : ''));
}

// Lines are folded by octets, never inside a character: what follows a fold begins with a space that counts too.
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function date(day: Day): string {
  return day.replaceAll('-', '');
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
