import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { FIRST_FOLLOW_UPS } from '../utils/domain/follow-ups.ts';
import { LATER } from '../utils/domain/nudges/gates.ts';
import { PRACTICES } from '../utils/domain/practices.ts';
import { REFUSALS } from '../utils/domain/refusals.ts';
import { REVIEW_FIELDS } from '../utils/domain/review/merge.ts';
import { NEXT_REASONS } from '../utils/domain/review/next-stage.ts';
import { EVIDENCE } from '../utils/domain/suggestions/evidence.ts';
import { CHANNELS, FACT_KINDS, GOAL_SIDES, STAGES, SUPPORT_KINDS, TOLD } from '../utils/domain/types.ts';
import { REASONS } from '../utils/playbooks/check.ts';
import { ROLE_ORDER } from '../utils/sites/union.ts';
import { keyOf } from '../utils/words/key.ts';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

// The browser's own messages (`@@ui_locale`) are in every list.
const load = async (file: string) =>
  (await parseMessagesFile(file)).filter(({ key }) => !key[0]?.startsWith('@@'));
const en = await load('locales/en.yml');
const zh = await load('locales/zh_CN.yml');

/** The texts of a message: one, or one for each count. */
function textsOf(message: Message): Record<string, string> {
  if (message.type === 'plural') return message.plurals;
  return { only: message.type === 'simple' ? message.message : message.message };
}

const placeholders = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();
const all = [
  ...en.map((message) => ['en', message] as const),
  ...zh.map((message) => ['zh_CN', message] as const),
];

describe('both languages', () => {
  test('have the same keys', () => {
    expect(zh.map(({ key }) => key.join('.')).sort()).toEqual(en.map(({ key }) => key.join('.')).sort());
  });

  test('say the same things: the same placeholders in every text', () => {
    const of = (messages: readonly Message[]) =>
      Object.fromEntries(
        messages.map((message) => [
          message.key.join('.'),
          // The text for any count; those for 0 and 1 may do without the number.
          placeholders(Object.values(textsOf(message)).at(-1) ?? ''),
        ]),
      );
    expect(of(zh)).toEqual(of(en));
  });

  test('have a text for any count wherever one for a count is', () => {
    for (const [language, message] of all)
      if (message.type === 'plural')
        expect(Object.keys(message.plurals), `${language} ${message.key}`).toContain('n');
  });

  test('say nothing empty, loud or dashed, and keep no stray space', () => {
    for (const [language, message] of all) {
      for (const text of Object.values(textsOf(message))) {
        const where = `${language} ${message.key.join('.')}: ${text}`;
        expect(text.trim(), where).not.toBe('');
        expect(text, where).not.toMatch(/[!！—]|--|\.\.\.|\s{2,}|\n/);
      }
    }
  });

  test('differ: what is said in Chinese has Chinese in it', () => {
    // The copy of a playbook keeps its English name beside the Chinese one.
    const names = ['extensionName', 'languageTag', 'newHandleHint', 'copyEnglish', 'copyEnglishNext'];
    for (const message of zh.filter(({ key }) => !names.includes(key.join('.'))))
      for (const text of Object.values(textsOf(message)))
        if (/\p{L}/u.test(text)) expect(text, message.key.join('.')).toMatch(/\p{Script=Han}/u);
  });
});

describe('every key', () => {
  const sources = ['components', 'entrypoints', 'utils']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(name, 'utf8'));
  const code = sources.join('\n');

  // The words of an undo and of a problem are unions in the code.
  const union = (name: string) =>
    [...(new RegExp(`export type ${name} =([^;]*);`).exec(code)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
      ([, word = '']) => word,
    );
  const families: Record<string, readonly string[]> = {
    'did_*': union('ActionLabel'),
    'problem_*': union('Problem'),
    'stage_*': STAGES,
    'stage_*_hint': STAGES,
    'channel_*': CHANNELS,
    'side_*': GOAL_SIDES,
    'role_*': ROLE_ORDER,
    'direction_*': ['in', 'out', 'both'],
    'evidence_*': union('Evidence'),
    'refusal_*': REFUSALS,
    'notLogged_*': REFUSALS,
    'when_*': union('WhenProblem'),
    'calendar_*': ['google', 'outlook', 'office'],
    'reason_*': ['drifting', 'quiet', 'feedback', 'support', 'review', 'askFeedback', 'business'],
    'date_*': ['birthday', 'anniversary', 'custom'],
    'later_*': LATER,
    'since_*': [
      'touchpoints',
      'in',
      'out',
      'both',
      'met',
      'dropped',
      'open',
      'kept',
      'late',
      'given',
      'received',
      'asked',
      'feedback',
    ],
    'step_*': ['since', 'satisfaction', 'went', 'gathered', 'lessons', 'plan'],
    'field_*': REVIEW_FIELDS,
    'next_*': NEXT_REASONS,
    'action_*': ['open', 'done', 'dropped'],
    'practice_*': PRACTICES.map(({ id }) => keyOf(id)),
    'tour_*': PRACTICES.map(({ id }) => keyOf(id)),
    'method_*': STAGES,
    'refused_*': REASONS.map(keyOf),
    'because_*': EVIDENCE.map((kind) => kind.replaceAll('-', '_')),
    'fact_*': FACT_KINDS,
    'told_*': TOLD.map((told) => told.slice(3)),
    'support_*': SUPPORT_KINDS,
    'approach_*': [
      'playbook',
      'channel',
      'tone',
      'language',
      'timeZone',
      'cadenceDays',
      'avoid',
      'strengths',
      'weaknesses',
    ],
    'importance_*': ['normal', 'more', 'most'],
    'found_*': union('FoundIn'),
    'first_*': FIRST_FOLLOW_UPS.map(String),
  };

  const literal = [...code.matchAll(/i18n\s*\.t\(\s*((?:[^()'`]|'[^']*'|`[^`]*`)*?)[,)]/g)].flatMap(
    ([, first = '']) => [...first.matchAll(/'(\w+)'|`([^`]*)`/g)],
  );
  const used = new Set<string>();
  const unknown = new Set<string>();
  for (const [, key, template] of literal) {
    if (key !== undefined) used.add(key);
    if (template === undefined) continue;
    const words = families[template.replace(/\$\{[^}]*\}/g, '*')];
    if (!words) unknown.add(template);
    for (const word of words ?? []) used.add(template.replace(/\$\{[^}]*\}/, word));
  }
  for (const [, key = ''] of code.matchAll(/__MSG_(\w+)__/g)) used.add(key);

  test('made of parts belongs to a family whose members are known', () => {
    expect([...unknown]).toEqual([]);
    for (const [family, words] of Object.entries(families)) expect(words.length, family).toBeGreaterThan(2);
  });

  test('that the code uses exists', () => {
    expect(used.size).toBeGreaterThan(100);
    const known = new Set(en.map(({ key }) => key.join('.')));
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
  });

  test('that exists is used', () => {
    expect(en.map(({ key }) => key.join('.')).filter((key) => !used.has(key))).toEqual([]);
  });
});
