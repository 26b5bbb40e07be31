import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isCadence } from '../../utils/domain/cadence.ts';
import { PRACTICES, practicesOf } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import { checkPlaybook, exportPlaybook, readPlaybook } from '../../utils/playbooks/check.ts';
import { loadPlaybook, PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { templateLanguage } from '../../utils/playbooks/text.ts';
import { LANGUAGES, type Text } from '../../utils/playbooks/types.ts';

const MACHINERY = [
  'check.ts',
  'copy-name.ts',
  'finish.ts',
  'general.ts',
  'index.ts',
  'json.ts',
  'letter.ts',
  'text.ts',
  'types.ts',
];

/** Every text of a value, with its path. */
function textsOf(value: unknown, path = ''): { path: string; text: Text }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'zh_CN' in value) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

test('there are sixteen practices, four to a stage, in the order of the stages', () => {
  expect(PRACTICES).toHaveLength(16);
  expect(new Set(PRACTICES.map(({ id }) => id)).size).toBe(16);
  expect(STAGES.flatMap((stage) => practicesOf(stage))).toEqual(PRACTICES.map(({ id }) => id));
  for (const stage of STAGES) expect(practicesOf(stage)).toHaveLength(4);
});

test('every file of a playbook is in the list, and each has an id of its own', () => {
  const files = readdirSync('utils/playbooks').filter((name) => !MACHINERY.includes(name));
  expect(PLAYBOOKS.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  expect(PLAYBOOKS).toHaveLength(9);
});

test('no two playbooks say the same', async () => {
  const all = await Promise.all(PLAYBOOKS.map(loadPlaybook));
  for (const language of LANGUAGES) {
    const texts = all.flatMap((playbook) => textsOf(playbook).map(({ text }) => text[language]));
    const long = texts.filter((text) => text.length > 24);
    expect(long.filter((text, index) => long.indexOf(text) !== index)).toEqual([]);
  }
});

describe.each(PLAYBOOKS.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  test('has its numbers', async () => {
    const playbook = await loadPlaybook(entry);
    for (const stage of STAGES) expect(isCadence(playbook.cadence[stage])).toBe(true);
    expect(Object.keys(playbook.cadence)).toEqual([...STAGES]);
    expect(isCadence(playbook.reviewEveryDays)).toBe(true);
    expect(isCadence(playbook.feedbackEveryDays)).toBe(true);
    expect(playbook.businessOnlyDays === 0 || isCadence(playbook.businessOnlyDays)).toBe(true);
    expect(playbook.firstFollowUps.map(({ afterDays }) => afterDays)).toEqual([2, 14, 42]);
  });

  test('has something to say at each practice, and things to write in most stages', async () => {
    const { practices } = await loadPlaybook(entry);
    expect(Object.keys(practices)).toEqual(PRACTICES.map(({ id }) => id));
    for (const stage of STAGES) {
      expect(practicesOf(stage).filter((id) => practices[id].say).length, stage).toBeGreaterThan(0);
    }
    // What is offered to be put into a reply where the product does so.
    expect(practices.goals.say && practices.feedback.say && practices['goals-next'].say).toBeTruthy();
  });

  test('asks 4 to 8 questions, the first of them from 1 to 5', async () => {
    const { questionnaire, interview, avoid } = await loadPlaybook(entry);
    for (const questions of [questionnaire.questions, interview.questions]) {
      expect(questions.length).toBeGreaterThanOrEqual(4);
      expect(questions.length).toBeLessThanOrEqual(8);
    }
    expect(questionnaire.questions[0]?.en).toMatch(/from 1 to 5/);
    expect(questionnaire.questions[0]?.zh_CN).toMatch(/1 到 5 分/);
    for (const { en, zh_CN } of [...questionnaire.questions, ...interview.questions]) {
      expect(`${en}${zh_CN}`).toMatch(/[?？]|Tell me|请/);
    }
    expect(avoid.length).toBeGreaterThanOrEqual(2);
  });

  test('speaks both languages, plainly and briefly', async () => {
    for (const { path, text } of textsOf(await loadPlaybook(entry))) {
      expect(Object.keys(text), path).toEqual([...LANGUAGES]);
      const { en, zh_CN } = text;
      expect(en, path).not.toMatch(/\p{Script=Han}|[，。？：；、（）！]/u);
      expect(zh_CN, path).toMatch(/\p{Script=Han}/u);
      // Full-width punctuation beside Chinese, straight digits with a space.
      expect(zh_CN, path).not.toMatch(/\p{Script=Han}[,.?:;()]|[,.?:;()]\p{Script=Han}/u);
      for (const said of [en, zh_CN]) {
        expect(said, path).not.toMatch(/[!！—–…<>]|\.\.\.|\s{2,}|^\s|\s$/u);
      }
      expect(en.length, `${path}: ${en}`).toBeLessThanOrEqual(path === '.duty' ? 280 : 200);
      expect(zh_CN.length, `${path}: ${zh_CN}`).toBeLessThanOrEqual(path === '.duty' ? 110 : 80);
      // Nobody's gender is guessed, and nobody is graded.
      expect(en, path).not.toMatch(/\b(?:he|she|his|her|him|hers)\b/i);
      expect(zh_CN, path).not.toMatch(/(?<!其)[他她](?!人|们)|先生|女士|小姐/u);
      expect(en, path).not.toMatch(
        /\b(?:bad|difficult|toxic|useless|stupid) (?:person|client|patient|student|parent)/i,
      );
    }
  });

  test('ends its hints, questions and letters as sentences', async () => {
    const { practices, questionnaire, interview, duty } = await loadPlaybook(entry);
    const texts = [...Object.values(practices), questionnaire, interview, ...(duty ? [{ duty }] : [])];
    for (const { path, text } of textsOf(texts)) {
      expect(text.en, path).toMatch(/[.?:]$/);
      expect(text.zh_CN, path).toMatch(/[。？：]$/u);
    }
  });

  test('passes its own check, and survives being exported and read', async () => {
    const playbook = await loadPlaybook(entry);
    expect(checkPlaybook(playbook)).toEqual({ playbook });
    expect(readPlaybook(exportPlaybook(playbook))).toEqual({ playbook });
  });
});

test.each([
  ['patient', 'Diagnoses', '诊断'],
  ['student', 'Grades', '分数'],
  ['social-service', 'Religion', '宗教'],
  ['public-body', 'Political', '政治'],
])('%s warns of what not to write down, and reminds of the duty of care', async (id, en, zh_CN) => {
  const entry = PLAYBOOKS.find((playbook) => playbook.id === id);
  const playbook = entry && (await loadPlaybook(entry));
  expect(playbook?.avoid.some((text) => text.en.includes(en) && text.zh_CN.includes(zh_CN))).toBe(true);
  expect(playbook?.duty).toBeDefined();
});

test('where a meal together is not done, nobody is asked to', () => {
  const never = PLAYBOOKS.filter(({ businessOnlyDays }) => businessOnlyDays === 0).map(({ id }) => id);
  expect(never).toEqual(['patient', 'social-service', 'public-body']);
});

test.each([
  ['zh-CN', 'en', 'zh_CN'],
  ['zh', 'en', 'zh_CN'],
  ['zh-Hant-TW', 'en', 'zh_CN'],
  ['de', 'zh_CN', 'en'],
  ['en-GB', 'zh_CN', 'en'],
  ['', 'zh_CN', 'zh_CN'],
  [undefined, 'en', 'en'],
] as const)('to somebody who speaks %j a user in %s writes in %s', (theirs, own, language) => {
  expect(templateLanguage(theirs, own)).toBe(language);
});
