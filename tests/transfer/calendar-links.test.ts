import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarItem } from '../../utils/transfer/calendar-item.ts';
import { calendarUrl, type WebCalendar } from '../../utils/transfer/calendar-links.ts';

const ITEM: CalendarItem = {
  uid: 'x@kith',
  title: 'Send the deck & more',
  details: 'To Ana + Bo?',
  day: '2026-12-31',
  createdAt: 1,
  updatedAt: 1,
};

const parts = (calendar: WebCalendar, item: CalendarItem = ITEM) => {
  const url = new URL(calendarUrl(calendar, item));
  return [`${url.origin}${url.pathname}`, Object.fromEntries(url.searchParams)];
};

describe('the address', () => {
  test('of Google Calendar', () => {
    expect(parts('google')).toEqual([
      'https://calendar.google.com/calendar/render',
      {
        action: 'TEMPLATE',
        text: 'Send the deck & more',
        dates: '20261231/20270101',
        crm: 'AVAILABLE',
        details: 'To Ana + Bo?',
      },
    ]);
  });

  test.each([
    [21, 'RRULE:FREQ=WEEKLY;INTERVAL=3'],
    [30, 'RRULE:FREQ=DAILY;INTERVAL=30'],
    [1, 'RRULE:FREQ=DAILY;INTERVAL=1'],
  ])('of Google Calendar with a repetition of %i days', (everyDays, recur) => {
    expect(parts('google', { ...ITEM, everyDays })[1]).toMatchObject({ recur });
  });

  test.each([
    ['outlook', 'https://outlook.live.com/calendar/deeplink/compose'],
    ['office', 'https://outlook.office.com/calendar/deeplink/compose'],
  ] as const)('of %s', (calendar, base) => {
    expect(parts(calendar, { ...ITEM, everyDays: 7 })).toEqual([
      base,
      {
        path: '/calendar/action/compose',
        rru: 'addevent',
        subject: 'Send the deck & more',
        startdt: '2026-12-31',
        enddt: '2027-01-01',
        allday: 'true',
        body: 'To Ana + Bo?',
      },
    ]);
  });

  test('has no plus sign, which Outlook would show', () => {
    for (const calendar of ['google', 'outlook', 'office'] as const)
      expect(calendarUrl(calendar, ITEM)).not.toContain('+');
  });
});

test('whatever the text, the address stays at its site, short, and says how the text begins', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      'x'.repeat(5000),
      '发送试点方案'.repeat(900),
      '👩‍👩‍👧‍👦'.repeat(500),
      '\ud800',
      'a\nb&c=d#e',
      '"><script>',
    ),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.constantFrom<WebCalendar>('google', 'outlook', 'office'),
      (title, details, calendar) => {
        const href = calendarUrl(calendar, { ...ITEM, title, details });
        expect(href.length).toBeLessThanOrEqual(2000);
        expect(href).toMatch(
          /^https:\/\/(?:calendar\.google\.com|outlook\.(?:live|office)\.com)\/calendar\/[!-~]+$/,
        );
        const { searchParams } = new URL(href);
        const said = searchParams.get(calendar === 'google' ? 'text' : 'subject') ?? '';
        expect(
          title
            .toWellFormed()
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .trim()
            .startsWith(said),
        ).toBe(true);
        expect(
          details
            .toWellFormed()
            .startsWith(searchParams.get(calendar === 'google' ? 'details' : 'body') ?? ''),
        ).toBe(true);
      },
    ),
  );
});
