import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAnswers } from '../../utils/domain/answers.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';

const EN = [
  'How well did we keep what we promised?',
  'What should we do more of?',
  'What would you change in how we work together, if it were only up to you?',
];
const ZH = ['我们答应的事情，做得怎么样？', '哪些方面希望我们多做一些？', '合作方式上，您最想改变什么？'];

const split = (questions: readonly string[], pasted: string, frame: readonly string[] = []) => {
  const { answers, rest } = splitAnswers(questions, pasted, frame);
  return { answers: answers.map(({ answer }) => answer), rest };
};

describe('a reply', () => {
  test.each<[string, readonly string[], string, readonly string[], string]>([
    [
      'with numbers and full stops',
      EN,
      '1. Very well.\n2. Visits.\n3. Nothing.',
      ['Very well.', 'Visits.', 'Nothing.'],
      '',
    ],
    [
      'with numbers and brackets',
      EN,
      '1) Well\n(2) Visits\n3） Less mail',
      ['Well', 'Visits', 'Less mail'],
      '',
    ],
    ['with Q and A', EN, 'Q1: Well\nA2. Visits\nQuestion 3: Less', ['Well', 'Visits', 'Less'], ''],
    [
      'with answers on the next lines',
      EN,
      'Hi,\n\n1.\nWell.\n\nReally.\n\n2.\nVisits.',
      ['Well.\n\nReally.', 'Visits.', ''],
      'Hi,',
    ],
    [
      'with the numbers in Chinese',
      ZH,
      '1、很好\n第2题：多来看看\n问题3：没有',
      ['很好', '多来看看', '没有'],
      '',
    ],
    ['with full-width marks', ZH, '1．很好\n２：多来\n（3）没有', ['很好', '多来', '没有'], ''],
    ['that skips one', EN, '1. Well\n3. Less', ['Well', '', 'Less'], ''],
    [
      'with a list within an answer',
      EN,
      '1. Well\n2. These:\n   1. visits\n   2. calls\n   3. maps\n3. Less',
      ['Well', 'These:\n1. visits\n2. calls\n3. maps', 'Less'],
      '',
    ],
    [
      'with a list that is not indented',
      EN,
      '1. Well\n2. These:\n1. visits\n3. Less',
      ['Well', 'These:\n1. visits', 'Less'],
      '',
    ],
    [
      'with an hour and a decimal at a line’s start',
      EN,
      '1. Well\n2.5 hours a week\n2. Visits',
      ['Well\n2.5 hours a week', 'Visits', ''],
      '',
    ],
    ['with the questions copied', EN, `${EN[0]}\nWell.\n${EN[1]}\nVisits.`, ['Well.', 'Visits.', ''], ''],
    [
      'with the answer on the question’s line',
      EN,
      `1. ${EN[0]} Well.\n2. ${EN[1]} - Visits.`,
      ['Well.', 'Visits.', ''],
      '',
    ],
    [
      'with other punctuation and case',
      EN,
      'how well did we keep what we promised\nWell.',
      ['Well.', '', ''],
      '',
    ],
    ['with a question cut short', EN, 'What would you change\nLess mail.', ['', '', 'Less mail.'], ''],
    [
      'written into the quoted mail',
      EN,
      `On Mon, 1 Jun 2026, Ana Lee wrote:\n> Dear Bo,\n>\n> 1. ${EN[0]}\nWell.\n\n> 2. ${EN[1]}\nVisits,\nand calls.\n> 3. ${EN[2]}\n> Thank you\nBo`,
      ['Well.', 'Visits,\nand calls.', 'Bo'],
      'On Mon, 1 Jun 2026, Ana Lee wrote:\n> Dear Bo,\n>\n> Thank you',
    ],
    [
      'with a quoted question wrapped over lines',
      EN,
      '> 3. What would you change in how we work\n> together, if it were only up to you?\nLess mail.',
      ['', '', 'Less mail.'],
      '',
    ],
    [
      'above the quoted mail',
      EN,
      `1. Well\n2. Visits\n3. Less\n\nBest, Bo\n\nOn Mon, Ana wrote:\n> 1. ${EN[0]}\n> 2. ${EN[1]}\n> 3. ${EN[2]}`,
      ['Well', 'Visits', 'Less\n\nBest, Bo'],
      `On Mon, Ana wrote:\n> 1. ${EN[0]}\n> 2. ${EN[1]}\n> 3. ${EN[2]}`,
    ],
    [
      'above a quoted mail whose introduction is wrapped',
      EN,
      `1. Well\n\nOn Mon, 1 Jun 2026 at 10:00, Ana Lee <ana@example.com>\nwrote:\n\n> ${EN[0]}`,
      ['Well', '', ''],
      `On Mon, 1 Jun 2026 at 10:00, Ana Lee <ana@example.com>\nwrote:\n\n> ${EN[0]}`,
    ],
    [
      'above a quoted mail, in Chinese',
      ZH,
      `1、很好\n\n李安 <lian@example.com> 于2026年6月1日周一 10:00写道：\n> ${ZH[0]}`,
      ['很好', '', ''],
      `李安 <lian@example.com> 于2026年6月1日周一 10:00写道：\n> ${ZH[0]}`,
    ],
    [
      'above an original that is not quoted',
      EN,
      `1. Well\n2. Visits\n\n-----Original Message-----\nFrom: Ana\nSubject: Questions\n\n1. ${EN[0]}\n2. ${EN[1]}\n3. ${EN[2]}\nThank you`,
      ['Well', 'Visits', ''],
      `-----Original Message-----\nFrom: Ana\nSubject: Questions\n\n1. ${EN[0]}\n2. ${EN[1]}\n3. ${EN[2]}\nThank you`,
    ],
    [
      'written into an original that is not quoted',
      ZH,
      `王老师好\n\n发件人：李安\n主题：几个问题\n\n1. ${ZH[0]}\n很好。\n2. ${ZH[1]}\n多来看看。\n3. ${ZH[2]}`,
      ['很好。', '多来看看。', ''],
      '王老师好\n\n发件人：李安\n主题：几个问题',
    ],
    ['quoted throughout', ZH, `> ${ZH[0]}\n> 很好\n> ${ZH[1]}\n> 多来`, ['很好', '多来', ''], ''],
    [
      'with answers in a deeper quote left alone',
      EN,
      `${EN[0]}\nWell.\n> Is that so?`,
      ['Well.', '', ''],
      '> Is that so?',
    ],
    ['in Windows’ line ends', EN, '1. Well\r\n2. Visits\r\n', ['Well', 'Visits', ''], ''],
    [
      'that answers a question twice',
      EN,
      `${EN[0]}\nWell.\n${EN[1]}\nVisits.\n${EN[0]}\nOn time, too.`,
      ['Well.\n\nOn time, too.', 'Visits.', ''],
      '',
    ],
  ])('%s', (_, questions, pasted, answers, rest) => {
    expect(split(questions, pasted)).toEqual({ answers, rest });
  });

  test.each([
    'Thank you, all fine here. See you in May.',
    '',
    '   \n\n',
    'What',
    '12. This is no question of ours',
    '谢谢，一切都好。',
  ])('that matches no question is kept whole: %j', (pasted) => {
    expect(split(EN, pasted)).toEqual({ answers: ['', '', ''], rest: pasted });
    expect(split([], pasted)).toEqual({ answers: [], rest: pasted });
  });

  test('has its questions beside the answers', () => {
    expect(splitAnswers(ZH, '2、多来').answers).toEqual([
      { question: ZH[0], answer: '' },
      { question: ZH[1], answer: '多来' },
      { question: ZH[2], answer: '' },
    ]);
  });

  test('with the questionnaire’s own closing: it answers nothing', () => {
    const closing = 'Thank you for your time, it helps us a great deal.';
    expect(split(EN, `1. ${EN[0]}\nWell.\n${closing}\nAna`, [closing])).toEqual({
      answers: ['Well.', '', ''],
      rest: `${closing}\nAna`,
    });
  });
});

test('nothing of a reply is lost, whatever it is', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      ...EN,
      ...ZH,
      '> x',
      '>> y',
      '',
      '1. a',
      '2) b',
      '3、c',
      'Q2',
      '> 1. q',
      '  2. in a list',
      'On Mon, Ana wrote:',
      'From: Ana',
    ),
    fc.constantFrom(...EN).map((text) => `> ${text}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom(EN, ZH), (lines, questions) => {
      const pasted = lines.join('\n');
      const { answers, rest } = splitAnswers(questions, pasted);
      const letters = (text: string) =>
        text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '');
      const kept = letters(
        [...answers.flatMap(({ question, answer }) => [question, answer]), rest].join('\n'),
      );
      for (const text of lines) {
        // A number may have been taken for a mark.
        const words = letters(text.replace(/^[\s>|()（）qa\d.、:：)]+/iu, ''));
        const inQuestion = questions.find((question) => words.startsWith(letters(question)));
        expect(kept).toContain(inQuestion ? words.slice(letters(inQuestion).length) : words);
      }
    }),
    { numRuns: 500 },
  );
});

test('a megabyte of anything is read within a second', BY_THE_CLOCK, () => {
  for (const piece of [
    '> '.repeat(50),
    'What would you change\n',
    '1. x\n',
    'a',
    '在'.repeat(300),
    'On x\n',
    '(1',
  ]) {
    const pasted = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const from = performance.now();
    splitAnswers(EN, pasted);
    expect(performance.now() - from).toBeLessThan(1000);
  }
});
