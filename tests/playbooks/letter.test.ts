import { expect, test } from 'vitest';
import { splitAnswers } from '../../utils/domain/answers.ts';
import { general } from '../../utils/playbooks/general.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { GUIDES, letterOf } from '../../utils/playbooks/letter.ts';
import { LANGUAGES } from '../../utils/playbooks/types.ts';

test('the general questions are in both languages, without a judgement of anybody', () => {
  for (const guide of GUIDES) {
    const { questions } = general[guide];
    expect(questions.length).toBeGreaterThan(3);
    for (const text of questions) {
      expect(text.zh_CN).toMatch(/\p{Script=Han}/u);
      expect(`${text.en}${text.zh_CN}`).not.toMatch(/[!！—]|wrong|fault|错/u);
    }
  }
});

test.each([
  ['Alice Nguyen', 'en', undefined, 'Dear Alice,'],
  ['王小明', 'zh_CN', 'zh-CN', '王小明，您好：'],
  ['Nguyen Van An', 'en', 'vi', 'Dear Nguyen Van An,'],
] as const)('a letter to %s in %s begins "%s"', (name, language, theirs, greeting) => {
  const letter = letterOf(general, 'questionnaire', name, language, theirs);
  expect(letter.body.startsWith(`${greeting}\n\n`)).toBe(true);
  expect(letter.body).toContain(`1. ${letter.questions[0]}`);
});

test('a reply that quotes any letter whole, with an answer to each question, is taken apart by them', async () => {
  const all = [general, ...(await Promise.all(PLAYBOOKS.map((book) => book.words())))];
  for (const words of all)
    for (const guide of GUIDES)
      for (const language of LANGUAGES) {
        const { body, questions, frame } = letterOf(words, guide, 'Alice Nguyen', language);
        const reply = body
          .split('\n')
          .map((line) => (/^\d+\. /.test(line) ? `> ${line}\nAnswer ${line.slice(0, 1)}` : `> ${line}`))
          .join('\n');
        const split = splitAnswers(questions, reply, frame);
        expect(split.answers.map(({ answer }) => answer)).toEqual(
          questions.map((_, index) => `Answer ${index + 1}`),
        );
      }
});
