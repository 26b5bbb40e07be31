import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../utils/phrases/lines.ts';

// A Tuesday.
const NOW = Date.UTC(2026, 10, 17, 10);
const WEEK = '2026-11-24';
const read = (summary: string) =>
  readLines(summary, NOW, 'en').map(({ text, by, dueDay }) => [text, by, dueDay]);

describe('a line of a summary', () => {
  test.each<[line: string, text: string, by: 'me' | 'them', dueDay: string]>([
    ['promised: send the deck by Friday', 'send the deck by Friday', 'me', '2026-11-20'],
    ['Promised: send the deck', 'send the deck', 'me', WEEK],
    ['PROMISED : send the deck tomorrow', 'send the deck tomorrow', 'me', '2026-11-18'],
    ['promised：send the deck', 'send the deck', 'me', WEEK],
    ['I promised: a call in two weeks', 'a call in two weeks', 'me', '2026-12-01'],
    ['I’ve promised: a call', 'a call', 'me', WEEK],
    ['- promised: numbers for March by 3 Dec', 'numbers for March by 3 Dec', 'me', '2026-12-03'],
    ['  * [ ] todo: book the room', 'book the room', 'me', WEEK],
    ['2. follow up: the contract', 'the contract', 'me', WEEK],
    ['asked: intro to Bo', 'intro to Bo', 'me', WEEK],
    ['They asked: intro to Bo by 12/12', 'intro to Bo by 12/12', 'me', '2026-12-12'],
    ['I asked: a reference', 'a reference', 'them', WEEK],
    ['they promised: a reference by next Tuesday', 'a reference by next Tuesday', 'them', '2026-11-24'],
    ['She promised: the numbers', 'the numbers', 'them', WEEK],
    ['waiting for: the signed contract', 'the signed contract', 'them', WEEK],
    ['承诺：周五前发合同', '周五前发合同', 'me', '2026-11-20'],
    ['承诺: 发合同', '发合同', 'me', WEEK],
    ['我答应了：下周三前给答复', '下周三前给答复', 'me', '2026-11-25'],
    ['待办：月底前寄样品', '月底前寄样品', 'me', '2026-11-30'],
    ['对方要求：介绍老王', '介绍老王', 'me', WEEK],
    ['他们答应：周五回复', '周五回复', 'them', '2026-11-20'],
    ['· 对方承诺：3天内付款', '3天内付款', 'them', '2026-11-20'],
    ['她答应：写推荐信', '写推荐信', 'them', WEEK],
    // What is past or does not exist is no day to be reminded on.
    ['promised: the notes of last Friday', 'the notes of last Friday', 'me', WEEK],
    ['promised: the plan by 30 Feb', 'the plan by 30 Feb', 'me', WEEK],
    ['promised: the plan of 2026-02-01', 'the plan of 2026-02-01', 'me', WEEK],
    // Kept as typed.
    ['promised:  "Send;  it": the *deck* ', '"Send;  it": the *deck*', 'me', WEEK],
  ])('%s', (line, text, by, dueDay) => {
    expect(read(line)).toEqual([[text, by, dueDay]]);
  });

  test.each([
    'promised',
    'promised:',
    'promised:   ',
    'We talked about what was promised: nothing',
    'He keeps what he promised',
    'Budget: 3000',
    'https://example.com/promised',
    '12:30 lunch',
    '承诺',
    '我们谈到了承诺：无',
    '',
  ])('that is no follow-up: %s', (line) => {
    expect(read(line)).toEqual([]);
  });
});

test('several lines among others each give theirs, in order, and the same only once', () => {
  const summary =
    'Pilot scope\r\npromised: the deck\n\nThey promised: a list\n承诺：发合同\npromised: the deck\nBye';
  expect(read(summary)).toEqual([
    ['the deck', 'me', WEEK],
    ['a list', 'them', WEEK],
    ['发合同', 'me', WEEK],
  ]);
});

test('a flood of lines and a very long one stay bounded', () => {
  const flood = Array.from({ length: 1000 }, (_, number) => `promised: ${number}`).join('\n');
  expect(read(flood)).toHaveLength(20);
  expect([...(read(`promised: ${'长'.repeat(5000)}`)[0]?.[0] ?? '')]).toHaveLength(500);
});

test('whatever is promised is kept as typed and due today or later', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 80 }).filter((text) => !/[\n\r\u2028]/.test(text));
  fc.assert(
    fc.property(words, fc.constantFrom('promised', 'They promised', '承诺', '对方答应'), (text, begins) => {
      const found = readLines(`${begins}: ${text}`, NOW, 'en');
      expect(found.map((one) => one.text)).toEqual(text.trim() === '' ? [] : [text.trim()]);
      for (const { dueDay } of found) expect(dueDay >= '2026-11-17').toBe(true);
    }),
  );
});
