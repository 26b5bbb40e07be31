import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay } from '../../utils/domain/days.ts';
import type { Toward } from '../../utils/phrases/dates.ts';
import { isNoDate, readWhen } from '../../utils/phrases/when.ts';

const ZONES = ['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Tongatapu'];

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

const local = (at: number) => {
  const date = new Date(at);
  return `${dayOf(at)} ${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
};
/** `2026-11-13`, with the time where one was said. */
const read = (text: string, now: number, language: string, toward: Toward) => {
  const when = readWhen(text, now, language, toward);
  if (!when) return 'nothing';
  if (when.at !== undefined) expect(dayOf(when.at), text).toBe(when.day);
  return when.at === undefined ? when.day : local(when.at);
};
const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()) as [text: string, expected: string]);

// It is Tuesday 17 November 2026, ten in the morning, in each zone.
const PAST_EN = rows(`
  yesterday | 2026-11-16
  Yesterday 3pm | 2026-11-16 15:00
  yesterday 3 pm | 2026-11-16 15:00
  yesterday at 3 | 2026-11-16 15:00
  yesterday at 03:00 | 2026-11-16 03:00
  yesterday at 3am | 2026-11-16 03:00
  yesterday at 9 | 2026-11-16 09:00
  yesterday at 15:30 | 2026-11-16 15:30
  yesterday afternoon | 2026-11-16
  last night | 2026-11-16
  this morning | 2026-11-17
  today | 2026-11-17
  today 9am | 2026-11-17 09:00
  the day before yesterday | 2026-11-15
  last Friday | 2026-11-13
  last friday 3pm | 2026-11-13 15:00
  last Tuesday | 2026-11-10
  Friday | 2026-11-13
  on Monday | 2026-11-16
  Mon 14:00 | 2026-11-16 14:00
  Tuesday | 2026-11-17
  this Monday | 2026-11-16
  Monday last week | 2026-11-09
  last week on Thursday | 2026-11-12
  last week | 2026-11-10
  2 weeks ago | 2026-11-03
  two weeks ago | 2026-11-03
  a week ago | 2026-11-10
  3 days ago | 2026-11-14
  a month ago | 2026-10-17
  last month | 2026-10-17
  an hour ago | 2026-11-17 09:00
  30 minutes ago | 2026-11-17 09:30
  12 hours ago | 2026-11-16 22:00
  just now | 2026-11-17 10:00
  9am | 2026-11-17 09:00
  9pm | 2026-11-16 21:00
  noon | 2026-11-16 12:00
  on 12 Nov | 2026-11-12
  12 Nov | 2026-11-12
  12 Nov 3pm-4pm | 2026-11-12 15:00
  Nov 12 | 2026-11-12
  November 12th | 2026-11-12
  12th of November | 2026-11-12
  12 Nov 2025 | 2025-11-12
  Nov 12, 2025 at 4pm | 2025-11-12 16:00
  3 Dec | 2025-12-03
  18 Nov | 2025-11-18
  17 Nov | 2026-11-17
  the 12th | 2026-11-12
  the 20th | 2026-10-20
  may 5 | 2026-05-05
  29 Feb | 2024-02-29
  Sept 9 | 2026-09-09
  12-14 Nov | 2026-11-12
  2026-11-12 | 2026-11-12
  2026-11-12 14:30 | 2026-11-12 14:30
  12/11/2026 | 2026-11-12
  13/11/2026 | 2026-11-13
  11/13/2026 | 2026-11-13
  12.11.2026 | 2026-11-12
  12/11 | 2026-11-12
  1969-12-31 | 1969-12-31
  coffee with Bo yesterday at 15:30 | 2026-11-16 15:30
  may | nothing
  May 2027 | nothing
  I may call | nothing
  march with us | nothing
  25 people | nothing
  version 1.2 | nothing
  hello | nothing
`);

const FUTURE_EN = rows(`
  tomorrow | 2026-11-18
  tomorrow 9am | 2026-11-18 09:00
  Friday | 2026-11-20
  by Friday | 2026-11-20
  Tuesday | 2026-11-17
  next Wednesday | 2026-11-25
  by next Tuesday | 2026-11-24
  friday next week | 2026-11-27
  in 3 days | 2026-11-20
  in two weeks | 2026-12-01
  2 weeks from now | 2026-12-01
  by end of week | 2026-11-20
  by the end of next week | 2026-11-27
  end of the month | 2026-11-30
  next month | 2026-12-17
  next year | 2027-11-17
  3 Nov | 2027-11-03
  3 Dec | 2026-12-03
  the 12th | 2026-12-12
  29 Feb | 2028-02-29
  5pm | 2026-11-17 17:00
  8am | 2026-11-18 08:00
  send March numbers by Friday | 2026-11-20
  talk on Monday about the plan of 5 March | 2026-11-23
  in a million years | nothing
`);

const PAST_ZH = rows(`
  昨天 | 2026-11-16
  昨日 | 2026-11-16
  昨天下午3点 | 2026-11-16 15:00
  昨天下午３点 | 2026-11-16 15:00
  昨天下午三点 | 2026-11-16 15:00
  昨天下午三点半 | 2026-11-16 15:30
  昨天3点 | 2026-11-16 15:00
  昨天凌晨3点 | 2026-11-16 03:00
  昨天15:30 | 2026-11-16 15:30
  昨天 15：30 | 2026-11-16 15:30
  昨晚 | 2026-11-16
  昨晚8点 | 2026-11-16 20:00
  昨天晚上八点 | 2026-11-16 20:00
  前天 | 2026-11-15
  前天上午10点 | 2026-11-15 10:00
  大前天 | 2026-11-14
  今天 | 2026-11-17
  今天上午9点 | 2026-11-17 09:00
  今早 | 2026-11-17
  刚才 | 2026-11-17
  三天前 | 2026-11-14
  三天以前 | 2026-11-14
  3天前 | 2026-11-14
  3 天前 | 2026-11-14
  两天前 | 2026-11-15
  十五天前 | 2026-11-02
  一周前 | 2026-11-10
  两周前 | 2026-11-03
  2周前 | 2026-11-03
  两个星期前 | 2026-11-03
  兩週前 | 2026-11-03
  一个月前 | 2026-10-17
  半年前 | 2026-05-17
  一年前 | 2025-11-17
  三小时前 | 2026-11-17 07:00
  半小时前 | 2026-11-17 09:30
  12小时前 | 2026-11-16 22:00
  上周五 | 2026-11-13
  上週五 | 2026-11-13
  上星期五 | 2026-11-13
  上礼拜五 | 2026-11-13
  上周日 | 2026-11-15
  上周天 | 2026-11-15
  上周末 | 2026-11-14
  上个星期一 | 2026-11-09
  上周五下午三点 | 2026-11-13 15:00
  上上周五 | 2026-11-06
  上周 | 2026-11-10
  这周一 | 2026-11-16
  本周一 | 2026-11-16
  周一 | 2026-11-16
  周二 | 2026-11-17
  周五 | 2026-11-13
  星期五晚上7点 | 2026-11-13 19:00
  11月12日 | 2026-11-12
  11月12号 | 2026-11-12
  11 月 12 日 | 2026-11-12
  十一月十二日 | 2026-11-12
  十一月十二号下午4点 | 2026-11-12 16:00
  12月3日 | 2025-12-03
  去年12月3日 | 2025-12-03
  前年5月1日 | 2024-05-01
  2026年2月28日 | 2026-02-28
  二〇二六年二月二十八日 | 2026-02-28
  2026年11月1日 14:30 | 2026-11-01 14:30
  2月29日 | 2024-02-29
  2026-11-12 | 2026-11-12
  2026/11/12 | 2026-11-12
  11/12 | 2026-11-12
  12号 | 2026-11-12
  20号 | 2026-10-20
  上个月5号 | 2026-10-05
  上个月 | 2026-10-17
  晚上9点 | 2026-11-16 21:00
  凌晨1点 | 2026-11-17 01:00
  昨天下午3点和老王喝咖啡 | 2026-11-16 15:00
  十一月 | nothing
  2026年11月 | nothing
  你好 | nothing
  三个人 | nothing
`);

const FUTURE_ZH = rows(`
  明天 | 2026-11-18
  明天下午2点 | 2026-11-18 14:00
  后天 | 2026-11-19
  後天 | 2026-11-19
  大后天 | 2026-11-20
  周五前发合同 | 2026-11-20
  周五之前 | 2026-11-20
  本周五 | 2026-11-20
  下周三 | 2026-11-25
  下下周三 | 2026-12-02
  下周 | 2026-11-24
  三天后 | 2026-11-20
  三天内 | 2026-11-20
  一周后 | 2026-11-24
  两周内 | 2026-12-01
  月底 | 2026-11-30
  月底前 | 2026-11-30
  下个月底 | 2026-12-31
  年底前 | 2026-12-31
  下个月1号 | 2026-12-01
  下个月 | 2026-12-17
  12号 | 2026-12-12
  11月12日 | 2027-11-12
  12月3日前 | 2026-12-03
  明年3月1日 | 2027-03-01
  周末 | 2026-11-21
  把3月1日的数据在周五前发过去 | 2026-11-20
`);

describe.each(ZONES)('in %s', (zone) => {
  const check = (table: readonly [string, string][], language: string, toward: Toward) => {
    process.env['TZ'] = zone;
    const now = new Date(2026, 10, 17, 10).getTime();
    const got = table.map(([text]) => [text, read(text, now, language, toward)]);
    expect(got).toEqual(table.map((row) => [...row]));
  };
  test('English, of what has happened', () => check(PAST_EN, 'en', 'past'));
  test('English, of what is to come', () => check(FUTURE_EN, 'en', 'future'));
  test('Chinese, of what has happened', () => check(PAST_ZH, 'zh-CN', 'past'));
  test('Chinese, of what is to come', () => check(FUTURE_ZH, 'zh-CN', 'future'));
});

describe('at the seams of the calendar', () => {
  test.each<[zone: string, now: string, text: string, toward: Toward, expected: string]>([
    // Clocks went forward on 8 March: half past two did not happen, and is no time.
    ['America/Los_Angeles', '2026-03-09T10:00', 'yesterday 2:30am', 'past', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T10:00', '昨天凌晨2点30分', 'past', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-09T10:00', 'yesterday 3:30am', 'past', '2026-03-08 03:30'],
    ['America/Los_Angeles', '2026-03-09T00:30', 'yesterday', 'past', '2026-03-08'],
    ['America/Los_Angeles', '2026-03-08T23:30', 'yesterday', 'past', '2026-03-07'],
    // Back on 1 November: half past one happened twice, and the first is meant.
    ['America/Los_Angeles', '2026-11-02T10:00', 'yesterday 1:30am', 'past', '2026-11-01 01:30'],
    ['America/Los_Angeles', '2026-11-02T00:10', '昨天', 'past', '2026-11-01'],
    ['Europe/London', '2026-10-26T00:10', 'yesterday', 'past', '2026-10-25'],
    ['Europe/London', '2026-10-25T23:30', '两周前', 'past', '2026-10-11'],
    // The year's end.
    ['Pacific/Tongatapu', '2027-01-01T00:30', 'yesterday', 'past', '2026-12-31'],
    ['Pacific/Tongatapu', '2027-01-01T00:30', '31 Dec', 'past', '2026-12-31'],
    ['America/Los_Angeles', '2027-01-01T00:30', '12月31日', 'past', '2026-12-31'],
    ['America/Los_Angeles', '2027-01-01T00:30', '去年12月31日', 'past', '2026-12-31'],
    ['UTC', '2027-01-01T00:30', '上周五', 'past', '2026-12-25'],
    ['UTC', '2027-01-01T00:30', '11pm', 'past', '2026-12-31 23:00'],
    ['UTC', '2026-12-31T23:30', 'tomorrow', 'future', '2027-01-01'],
    ['UTC', '2026-12-31T23:30', '1 Jan', 'future', '2027-01-01'],
    ['Asia/Shanghai', '2026-12-31T23:30', '月底', 'future', '2026-12-31'],
    ['Asia/Shanghai', '2026-12-31T23:30', '下个月底', 'future', '2027-01-31'],
    ['Asia/Shanghai', '2026-01-31T12:00', '下个月', 'future', '2026-02-28'],
    ['UTC', '2027-01-03T12:00', '20号', 'past', '2026-12-20'],
    ['UTC', '2026-03-01T12:00', 'the 30th', 'past', '2026-01-30'],
    // 29 February.
    ['UTC', '2028-02-29T12:00', 'today', 'past', '2028-02-29'],
    ['UTC', '2028-02-29T12:00', '29 Feb', 'past', '2028-02-29'],
    ['UTC', '2028-02-29T12:00', '2月29日', 'future', '2028-02-29'],
    ['UTC', '2028-03-01T12:00', '昨天', 'past', '2028-02-29'],
    ['UTC', '2096-03-01T12:00', '29 Feb', 'future', '2104-02-29'],
    // Sunday ends the week that Monday began.
    ['UTC', '2026-11-15T12:00', '本周日', 'past', '2026-11-15'],
    ['UTC', '2026-11-15T12:00', '上周日', 'past', '2026-11-08'],
    ['UTC', '2026-11-15T12:00', '上周一', 'past', '2026-11-02'],
    ['UTC', '2026-11-15T12:00', 'Monday last week', 'past', '2026-11-02'],
  ])('%s, %s: %s (%s) is %s', (zone, now, text, toward, expected) => {
    process.env['TZ'] = zone;
    expect(read(text, new Date(now).getTime(), 'en', toward)).toBe(expected);
  });
});

test('11/12 is read as the language’s region writes it', () => {
  const now = Date.UTC(2026, 11, 20);
  expect(read('11/12', now, 'en', 'past')).toBe('2026-12-11');
  expect(read('11/12', now, 'en-GB', 'past')).toBe('2026-12-11');
  expect(read('11/12', now, 'en-US', 'past')).toBe('2026-11-12');
  expect(read('11/12', now, 'zh-CN', 'past')).toBe('2026-11-12');
});

test('both languages are read whatever the interface speaks', () => {
  const now = Date.UTC(2026, 10, 17, 10);
  expect(read('昨天下午3点', now, 'en', 'past')).toBe('2026-11-16 15:00');
  expect(read('yesterday 3pm', now, 'zh-CN', 'past')).toBe('2026-11-16 15:00');
});

test('says which words it read and what is left', () => {
  const now = Date.UTC(2026, 10, 17, 10);
  const parts = (text: string, toward: Toward = 'past') => {
    const when = readWhen(text, now, 'en', toward);
    return [when?.text, when?.rest];
  };
  expect(parts('coffee with Bo on Friday')).toEqual(['on Friday', 'coffee with Bo']);
  expect(parts('Yesterday 3pm, call with Bo')).toEqual(['Yesterday 3pm', 'call with Bo']);
  expect(parts('send the deck by Friday', 'future')).toEqual(['Friday', 'send the deck']);
  expect(parts('昨天下午３点和老王喝咖啡')).toEqual(['昨天下午３点', '和老王喝咖啡']);
  expect(parts('yesterday')).toEqual(['yesterday', '']);
});

test.each([
  '30 Feb',
  'Feb 30',
  'February 30th',
  '30th of February',
  '31 June 2026',
  '2026-02-30',
  '29 Feb 2025',
  '31/04/2026',
  '2026/13/01',
  '2月30日',
  '13月1日',
  '二月三十日',
  '2025年2月29日',
  '４月３１日',
  'yesterday 25:00',
  'today at 10:75',
  '昨天25点',
  '0 Nov',
  '11月0日',
  '去年2月29日',
])('%s does not exist', (text) => {
  const now = Date.UTC(2026, 10, 17, 10);
  expect(isNoDate(text, now, 'en')).toBe(true);
  expect(readWhen(text, now, 'en')).toBeUndefined();
});

describe('for any moment', () => {
  const instants = fc.integer({ min: Date.UTC(1975, 0, 2), max: Date.UTC(2090, 0, 1) });
  const zones = fc.constantFrom(...ZONES);

  test('a day that is written out is that day', () => {
    fc.assert(
      fc.property(instants, instants, zones, (now, at, zone) => {
        process.env['TZ'] = zone;
        const day = dayOf(at);
        const [year, month, date] = day.split('-').map(Number);
        const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
        for (const text of [
          day,
          english.format(new Date(day)),
          `${date}/${month}/${year}`,
          `${year}年${month}月${date}日`,
        ])
          expect(read(text, now, 'en', 'past'), text).toBe(day);
      }),
    );
  });

  test('a distance in days and weeks is that distance, over every change of clocks', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 99 }), zones, (now, count, zone) => {
        process.env['TZ'] = zone;
        const today = dayOf(now);
        for (const text of [`${count} days ago`, `${count}天前`])
          expect(read(text, now, 'en', 'past'), text).toBe(addDays(today, -count));
        for (const text of [`${count} weeks ago`, `${count}周前`])
          expect(read(text, now, 'en', 'past'), text).toBe(addDays(today, -7 * count));
        for (const text of [`in ${count} days`, `${count}天后`])
          expect(read(text, now, 'en', 'future'), text).toBe(addDays(today, count));
      }),
    );
  });

  test('a day of the week is the last or the next one', () => {
    const names = [
      ['Sunday', '周日'],
      ['Monday', '星期一'],
      ['Tue', '周二'],
      ['wednesday', '礼拜三'],
      ['Thu', '周四'],
      ['Friday', '周五'],
      ['Sat', '星期六'],
    ] as const;
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 6 }), zones, (now, weekday, zone) => {
        process.env['TZ'] = zone;
        const today = dayOf(now);
        for (const text of names[weekday] ?? [])
          for (const toward of ['past', 'future'] as const) {
            const day = read(text, now, 'en', toward);
            expect(new Date(`${day}T12:00Z`).getUTCDay(), text).toBe(weekday);
            const away = daysBetween(today, day) * (toward === 'past' ? -1 : 1);
            expect(away, text).toBeGreaterThanOrEqual(0);
            expect(away, text).toBeLessThan(7);
          }
      }),
    );
  });

  test('a time of yesterday is shown by its clocks, or left out where they were changed over it', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1439 }), zones, (now, minutes, zone) => {
        process.env['TZ'] = zone;
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const yesterday = addDays(dayOf(now), -1);
        const exists = new Date(`${yesterday}T${clock}`).getHours() === Math.floor(minutes / 60);
        for (const text of [`yesterday ${clock}`, `昨天${clock}`])
          expect(read(text, now, 'en', 'past'), text).toBe(exists ? `${yesterday} ${clock}` : yesterday);
      }),
    );
  });

  test('any text is read without an error, quickly, and its words are in it', () => {
    const words = fc.constantFrom(
      ...[
        'last',
        'Friday',
        '上',
        '周',
        '五',
        '12',
        '30',
        'Feb',
        '月',
        '日',
        '前',
        'ago',
        '3pm',
        ':',
        '/',
        '-',
        '年',
        '半',
        '点',
        ' ',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(words).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, instants, fc.constantFrom<Toward>('past', 'future'), (text, now, toward) => {
        const started = performance.now();
        const when = readWhen(text, now, 'en', toward);
        expect(performance.now() - started).toBeLessThan(500);
        if (!when) return;
        expect(text).toContain(when.text);
        expect(when.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(isDay(when.day)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
