import { describe, expect, test } from 'vitest';
import { readSaid } from '../../utils/domain/said-date.ts';

const now = Date.UTC(2026, 10, 23, 14); // A Monday.

/** A reading as text: an instant in UTC, a day, or nothing. */
function said(text: string, language: string, timeZone = 'UTC', order?: 'dmy' | 'mdy') {
  const { at, day } = readSaid({ texts: [text], language, order }, { timeZone, now });
  return at === undefined ? day : new Date(at).toISOString().slice(0, 16);
}

test.each([
  ['en', 'May 13, 2026, 11:02\u202fPM', '2026-05-13T23:02'],
  ['en', 'Thu, Dec 4, 2014 at 2:02 PM', '2014-12-04T14:02'],
  ['en', 'May 13, 2026, 12:05 AM', '2026-05-13T00:05'],
  ['en_US', 'Wed, May 13, 2026 11:05 am', '2026-05-13T11:05'],
  ['en-GB', '20 Aug 2025, 13:19 (2 days ago)', '2025-08-20T13:19'],
  ['de', '13. Mai 2026 um 23:02', '2026-05-13T23:02'],
  ['fr', 'mar. 12 mai 2026 à 09:02', '2026-05-12T09:02'],
  ['fr-CA', '13 mai 2026 23 h 02', '2026-05-13T23:02'],
  ['it', 'mar 12 mag 2026, 23:02', '2026-05-12T23:02'],
  ['pt-BR', 'qua., 13 de mai. de 2026 23:02', '2026-05-13T23:02'],
  ['es-MX', '13 may 2026, 9:02 p. m.', '2026-05-13T21:02'],
  ['ru', '26 дек. 2019 г., 22:53', '2019-12-26T22:53'],
  ['tr', '13 May 2026 Çar 23:02', '2026-05-13T23:02'],
  ['zh-CN', '2026年5月13日周三 下午11:02', '2026-05-13T23:02'],
  ['zh-TW', '2026年5月13日 週三 上午9:02', '2026-05-13T09:02'],
  ['ja', '2026年5月13日(水) 23:02', '2026-05-13T23:02'],
  ['ko', '2026년 5월 13일 (수) 오후 11:02', '2026-05-13T23:02'],
  ['ar', '١٣ مايو ٢٠٢٦، ١١:٠٢ م', '2026-05-13T23:02'],
  ['fi', '13.5.2026 klo 23.02', '2026-05-13T23:02'],
  ['da', '13. maj 2026 kl. 23.02', '2026-05-13T23:02'],
  // "em" is the afternoon, and in a month's name.
  ['sv', '3 november 2026 kl. 08:15', '2026-11-03T08:15'],
  ['', '3. november 2026 kl. 08:15', '2026-11-03T08:15'],
  ['', '3 noiembrie 2026 8:15', '2026-11-03T08:15'],
  ['', '3 Νοεμβρίου 2026 8:15 ΠΜ', '2026-11-03T08:15'],
  ['', '3 November 2026 pukul 08.15', '2026-11-03T08:15'],
  // Pages that say another language than they speak.
  ['en', '2026年11月3日 周二 08:15', '2026-11-03T08:15'],
  ['en', '26 дек. 2019 г., 22:53', '2019-12-26T22:53'],
  ['zh-CN', 'Tue, Nov 3, 2026, 8:15 AM', '2026-11-03T08:15'],
  // October in one language, and November in another.
  ['', '3 listopada 2026 08:15', undefined],
  ['ja', '2026年5月13日午後11:02', '2026-05-13T23:02'],
  ['', '2026-11-03 08:15', '2026-11-03T08:15'],
  ['en', '13/05/2026 10:00', '2026-05-13T10:00'],
  ['en', 'Today 10:00', '2026-11-23T10:00'],
  ['de', 'Heute 10:00', '2026-11-23T10:00'],
  ['en', 'Fri 10:00', '2026-11-20T10:00'],
  ['zh-CN', '2026年5月13日', '2026-05-13'],
  ['de', '13.05.2026 (23:02:00 UTC)', '2026-05-13T23:02'],
  // Who writes the zone writes in the page's own language.
  ['en-US', '11/02/26 (09:12:00 UTC)', '2026-11-02T09:12'],
  ['en-US', '11/02/2026 (09:12:00 PM UTC)', '2026-11-02T21:12'],
  ['en-US', '11/02/2026 09:12 +0100', '2026-11-02T08:12'],
  ['en-US', '11/02/26 09:12', undefined],
  ['en-US', '11/02/2026 09:12', undefined],
  ['en', '11/02/26 (09:12:00 UTC)', undefined],
  ['fr-FR', '11/02/26 (09:12:00 UTC)', undefined],
  ['de', '02.11.26, 09:12', '2026-11-02T09:12'],
  ['ru', '02.11.26 09:12', '2026-11-02T09:12'],
  ['ko', '26.11.02 09:12', undefined],
  ['', '26.11.02 09:12', undefined],
  ['de', 'Version 2.11.26.4, 09:12', undefined],
  ['en', 'Wed, 13 May 2026 23:02:00 +0200', '2026-05-13T21:02'],
  ['en', 'Wed, 13 May 2026 23:02:00 -0330 (NDT)', '2026-05-14T02:32'],
  ['en', '2026-05-13T23:02:00+02:00 0 (3 weeks)', '2026-05-13T21:02'],
  ['', '2026-05-13T23:02:00.123Z', '2026-05-13T23:02'],
  ['en', '13 May 2026 23:02 GMT+2', '2026-05-13T21:02'],
  ['en', '13 May 2026 23:02 UTC-03:30', '2026-05-14T02:32'],
  // Nobody knows whose zone it is.
  ['en', '13 May 2026 23:02 CEST', '2026-05-13'],
  ['en', '13 May 2026 09:02 AM', '2026-05-13T09:02'],
  ['en', '2026-11-02T11:05:00+00:00 0 (3 weeks, 5 days)', '2026-11-02T11:05'],
  ['de', '2026-11-02T01:05:00.000+02:00', '2026-11-01T23:05'],
  ['en', '2026-11-02T11:05:00Z', '2026-11-02T11:05'],
  ['en', 'Mon, 02 Nov 2026 11:05:00 +0530', '2026-11-02T05:35'],
  ['en', '02-Nov-2026 21:05:00 -0800', '2026-11-03T05:05'],
  ['en', 'Mon Nov 02 2026 11:05:00 GMT+0100 (CET)', '2026-11-02T10:05'],
  ['en', '3 November 2026 at 8:15', '2026-11-03T08:15'],
  ['zh-CN', '2026年11月03日 (12时00分00秒 UTC)', '2026-11-03T12:00'],
  ['ja-JP', '2026年11月03日 (09時05分00秒 UTC)', '2026-11-03T09:05'],
  ['zh-CN', '2026年11月3日 下午3点05分', '2026-11-03T15:05'],
  ['ko', '2026년 11월 3일 15시 05분', '2026-11-03T15:05'],
  ['zh-CN', '2026年11月3日 15时', '2026-11-03'],
  // Nobody who writes these languages writes months first.
  ['fr', '05/11/2026 13:00', '2026-11-05T13:00'],
  ['pt-BR', '03-11-2026 08:15', '2026-11-03T08:15'],
  ['nl', '05-11-2026 13:00', '2026-11-05T13:00'],
  ['th', '05-11-2026 01:00 PM', '2026-11-05T13:00'],
  ['tr', '03-11-2026 08:15 AM', '2026-11-03T08:15'],
  ['es', '3/4/2026 10:00', '2026-04-03T10:00'],
  ['zh-Hans', '2026年-11月-05日 01:00 PM', '2026-11-05T13:00'],
  // A page that does not say its language.
  ['', 'November 2, 2026 11:05 AM', '2026-11-02T11:05'],
  ['', 'November 2, 2026 11:05 PM', '2026-11-02T23:05'],
  ['', '2. Dezember 2026 11:05', '2026-12-02T11:05'],
  ['', '2 de noviembre de 2026 11:05', '2026-11-02T11:05'],
  ['', 'Date: 2026-11-03 08:15', '2026-11-03T08:15'],
  ['', 'mar 12 mag 2026, 23:02', '2026-05-12T23:02'],
  ['', '2026年5月13日 下午11:02', '2026-05-13T23:02'],
  ['', '2026년 5월 13일 (수) 오후 11:02', '2026-05-13T23:02'],
  ['not a language', '13 May 2026', '2026-05-13'],
])('%s: "%s" is %s', (language, text, expected) => {
  expect(said(text, language)).toBe(expected);
});

test.each([
  ['en', '03/04/2026 10:00'],
  ['en-GB', '03/04/2026 10:00'],
  ['es-PR', '03/04/2026 10:00'],
  ['', '03/04/2026 10:00'],
  ['sv', '03/04/2026 10:00'],
  ['en', '2026-02-30 10:00'],
  ['en', 'May 13'],
  ['en', '11:02 PM'],
  ['en', '3 listopada 2026 08:15'],
  ['en', 'May 13, 2026 - June 14, 2026'],
  ['', '12. listopad 2026 10:00'], // October in Croatian, November in Czech.
  ['', 'mar 13 xyz 2026 10:00'],
  ['', 'Today 10:00'],
  ['en', ''],
])('%s: "%s" says nothing certain', (language, text) => {
  expect(said(text, language)).toBeUndefined();
});

test('what is only unclear in its time is a day', () => {
  expect(said('May 13, 2026, 11:02 xyz', 'en')).toBe('2026-05-13');
  expect(said('13 May 2026, 10:00 to 11:00', 'en-GB')).toBe('2026-05-13');
});

test('a known order tells days from months', () => {
  expect(said('03/04/2026 10:00', 'en', 'UTC', 'dmy')).toBe('2026-04-03T10:00');
  expect(said('03/04/2026 10:00', 'en', 'UTC', 'mdy')).toBe('2026-03-04T10:00');
});

test('wall clocks are read in the zone of the page', () => {
  expect(said('2026-01-10 08:00', 'en', 'Asia/Shanghai')).toBe('2026-01-10T00:00');
  expect(said('2026-07-10 08:00', 'en', 'America/New_York')).toBe('2026-07-10T12:00');
  expect(said('2026-03-29 02:30', 'de', 'Europe/Berlin')).toBe('2026-03-29'); // A time that never was.
});

test('without a zone they are read in that of the machine', () => {
  const date = new Date(2026, 6, 10, 8, 30);
  const at = date.getTime();
  expect(readSaid({ texts: ['2026-07-10 08:30'], language: 'en' }, { now })).toEqual({ at });
  const shown = date.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });
  expect(readSaid({ texts: [shown], language: '', near: at }, { now })).toEqual({ at });
});

describe('a minute that is known from elsewhere', () => {
  const arrived = Date.UTC(2025, 7, 20, 7, 49, 52);

  test.each([
    ['20 Aug 2025, 13:19', 'Asia/Kolkata', true],
    ['٢٠ أغسطس ٢٠٢٥، ١:١٩ م', 'Asia/Kolkata', true],
    ['20 Aug 2025, 13:18', 'Asia/Kolkata', true],
    ['20 Aug 2025, 13:19', 'UTC', false],
    ['13:19', 'Asia/Kolkata', false],
    ['', 'Asia/Kolkata', false],
  ])('"%s" in %s: %s', (text, timeZone, agrees) => {
    const minute = arrived - (arrived % 60_000) - (text.endsWith('18') ? 60_000 : 0);
    const read = readSaid({ texts: [text], language: '', near: arrived }, { now, timeZone });
    expect(read).toEqual(agrees ? { at: minute } : {});
  });
});

test('of several texts the first with a time counts, else the first with a day', () => {
  const read = (...texts: string[]) => readSaid({ texts, language: 'en' }, { now, timeZone: 'UTC' });
  expect(read('Re: May', '2026-05-13', '2026-05-14 10:00')).toEqual({ at: Date.UTC(2026, 4, 14, 10) });
  expect(read('Re: May', '2026-05-13', '2026-05-14')).toEqual({ day: '2026-05-13' });
  expect(read('Re: May')).toEqual({});
});

test("the zone that a page names is understood where it is the reader's own", () => {
  expect(said('13 May 2026 23:02 CEST', 'en', 'Europe/Berlin')).toBe('2026-05-13T21:02');
  expect(said('13. Mai 2026 23:02 MESZ', 'de', 'Europe/Berlin')).toBe('2026-05-13T21:02');
  expect(said('13 May 2026 23:02 EDT', 'en', 'America/New_York')).toBe('2026-05-14T03:02');
  expect(said('13 May 2026 23:02 EDT', 'en', 'Europe/Berlin')).toBe('2026-05-13');
});

test('of texts that were merely near, the first that is a date says the day', () => {
  const near = (...texts: string[]) =>
    readSaid({ texts, language: 'en', needed: 'instant' }, { timeZone: 'UTC', now });
  const quoted = 'On Mon, Nov 2, 2026 at 9:12 AM Ana wrote:';
  expect(near('11/03/2026 08:15', quoted)).toEqual({});
  expect(near('3 December 2026 9:30?', '3 Nov 2026 8:15 AM')).toEqual({ at: Date.UTC(2026, 10, 3, 8, 15) });
  expect(near('3 December 2026 9:30?')).toEqual({});
  expect(near('3 Nov 2026', quoted)).toEqual({ day: '2026-11-03' });
  expect(near('1/15', '3 Nov', '11/03/2026', 'Tue, 3 Nov 2026 8:15 AM')).toEqual({
    at: Date.UTC(2026, 10, 3, 8, 15),
  });
});

// Written by the browser itself, as programs do.
const WRITTEN =
  'ar,bg,ca,cs,da,de,el,en,en-GB,es,et,fa,fi,fr,he,hi,hr,hu,id,is,it,ja,ko,lt,lv,nb,nl,pl,pt,ro,ru,sk,sl,sr,sv,th,tr,uk,vi,zh,zh-TW'.split(
    ',',
  );
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long', timeStyle: 'short' },
  { dateStyle: 'full', timeStyle: 'short', hour12: false },
  { dateStyle: 'medium', timeStyle: 'short', hour12: true },
];

test.each(WRITTEN)('no hour of any month is read as another: %s', (language) => {
  const calendar = { calendar: 'gregory', timeZone: 'UTC' };
  const wrong = FORMS.flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { ...calendar, ...form });
    return Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
      [0, 1, 8, 12, 13, 23].flatMap((hour) => {
        const at = Date.UTC(2026, month, 3 + month, hour, 15);
        const written = format.format(at);
        const expected = new Date(at).toISOString().slice(0, 16);
        // A day alone, or nothing, is honest.
        return [language, ''].flatMap((told) => {
          const read = said(written, told);
          return expected.startsWith(read ?? '') ? [] : [`${told} ${written}: ${read}`];
        });
      }),
    );
  });
  expect(wrong).toEqual([]);
});
