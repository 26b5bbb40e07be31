import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarItem, cadenceItem, followUpItem } from '../../utils/transfer/calendar-item.ts';
import { icsFileName, toIcs } from '../../utils/transfer/ics.ts';

const ITEM: CalendarItem = {
  uid: 'follow-up-1@kith',
  title: 'Send the deck',
  day: '2026-11-20',
  createdAt: Date.UTC(2026, 10, 17, 10, 0, 0, 999),
  updatedAt: Date.UTC(2026, 10, 17, 10, 2, 5),
};

/** The only event of a file, as an independent parser reads it. */
function parse(ics: string): ICAL.Event {
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0] as ICAL.Component);
}

test('an event is written as RFC 5545 has it', () => {
  const ics = toIcs([{ ...ITEM, details: 'You promised it to Ana, Bo; and C:\\all', everyDays: 30 }]);
  expect(ics.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Kith//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:follow-up-1@kith',
    'DTSTAMP:20261117T100205Z',
    'CREATED:20261117T100000Z',
    'LAST-MODIFIED:20261117T100205Z',
    'SEQUENCE:124',
    'DTSTART;VALUE=DATE:20261120',
    'DTEND;VALUE=DATE:20261121',
    'RRULE:FREQ=DAILY;INTERVAL=30',
    'SUMMARY:Send the deck',
    'DESCRIPTION:You promised it to Ana\\, Bo\\; and C:\\\\all',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('another parser reads the same day, rule and words', () => {
  const event = parse(toIcs([{ ...ITEM, details: 'a, b; c\\n\nd', everyDays: 14 }]));
  expect(event.uid).toBe(ITEM.uid);
  expect(event.summary).toBe('Send the deck');
  expect(event.description).toBe('a, b; c\\n\nd');
  expect(event.startDate.isDate).toBe(true);
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-11-20', '2026-11-21']);
  const days = event.iterator();
  expect([days.next().toString(), days.next().toString(), days.next().toString()]).toEqual([
    '2026-11-20',
    '2026-12-04',
    '2026-12-18',
  ]);
});

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-02-28', '2026-03-01'],
])('the day %s ends before %s', (day, end) => {
  expect(parse(toIcs([{ ...ITEM, day }])).endDate.toString()).toBe(end);
});

describe('importing again updates', () => {
  const row = { id: 'abc', dueDay: '2026-11-20', createdAt: 1_000_000, updatedAt: 1_000_000 } as const;
  const later = { ...row, dueDay: '2026-11-27', updatedAt: 1_090_000 };

  test('what is the same row: one name, a higher sequence', () => {
    const [first, second] = [row, later].map((each) => parse(toIcs([followUpItem(each, ITEM)])));
    expect(second?.uid).toBe(first?.uid);
    expect([first?.sequence, second?.sequence]).toEqual([0, 90]);
  });

  test('and nothing else: a person’s rhythm and a follow-up have names of their own', () => {
    const cadence = cadenceItem({ ...row, cadenceDays: 30 }, ITEM);
    expect(cadence?.uid).not.toBe(followUpItem(row, ITEM).uid);
    expect(cadence).toMatchObject({ day: '2026-11-20', everyDays: 30 });
    expect(cadenceItem({ ...row, dueDay: undefined } as never, ITEM)).toBeUndefined();
  });

  test('the same row gives the same file', () => {
    expect(toIcs([followUpItem(row, ITEM)])).toBe(toIcs([followUpItem(row, ITEM)]));
  });
});

const HOSTILE = [
  'BEGIN:VEVENT\r\nEND:VCALENDAR',
  'a\nDTSTART:19700101T000000Z',
  'x\r\n folded',
  ';:,\\"\'\\n\\N\\;',
  '\u0000\u0007\u001b[31m',
  '\ud800 lone \udc00',
  '👩‍👩‍👧‍👦'.repeat(40),
  '发送试点方案；逗号，'.repeat(30),
  'é'.repeat(5000),
  'x'.repeat(5000),
  '\u2028\u2029 lines',
  '   ',
  '‮evil‬',
];

describe('whatever the text', () => {
  const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 300 }));

  test('lines are at most 75 octets, end with CRLF and hold whole characters', () => {
    fc.assert(
      fc.property(texts, texts, (title, details) => {
        const ics = toIcs([{ ...ITEM, title, details }]);
        expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of ics.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
      }),
    );
  });

  test('there is one event, on its day, and its words come back', () => {
    fc.assert(
      fc.property(texts, texts, (title, details) => {
        const event = parse(toIcs([{ ...ITEM, title, details }]));
        expect(event.startDate.toString()).toBe('2026-11-20');
        expect(event.uid).toBe(ITEM.uid);
        const said = (text: string) =>
          text
            .toWellFormed()
            .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
            .replace(/[^\P{Cc}\n\t]/gu, '');
        const line = title
          .toWellFormed()
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim();
        expect(event.summary ?? '').toBe([...line].slice(0, 200).join(''));
        if ([...line].length <= 200) expect(event.description ?? '').toBe(said(details));
        else expect(event.description).toBe(said([title, details].filter(Boolean).join('\n\n')));
      }),
    );
  });
});

test.each([
  ['Send the deck', 'Send the deck.ics'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.ics'],
  ['../../etc/passwd', 'etc passwd.ics'],
  ['发送试点方案', '发送试点方案.ics'],
  ['\n\u0000', 'kith.ics'],
  ['', 'kith.ics'],
  ['长'.repeat(500), `${'长'.repeat(60)}.ics`],
])('the file of %j is %j', (title, name) => {
  expect(icsFileName({ title })).toBe(name);
});
