import * as v from 'valibot';
import { isCadence } from '../domain/cadence.ts';
import { PRACTICES, type PracticeId } from '../domain/practices.ts';
import { STAGES, type Stage } from '../domain/types.ts';
import { readJson, type Step } from './json.ts';
import { LANGUAGES, type Language, MAX_PLAYBOOK_NAME, type Playbook, type Text } from './types.ts';

/** A playbook's file is refused above this many bytes; Kith's own take about 12,000. */
export const MAX_BYTES = 1_000_000;
/** The longest text of a playbook, in characters. */
export const MAX_TEXT = 1000;
/** The most entries of any list. */
export const MAX_ENTRIES = 20;

const FORMAT = 'kith-playbook/1';

/** Why a playbook is refused. */
export const REASONS = [
  /** More than `MAX_BYTES`. */
  'too-big',
  /** The text is not JSON. */
  'not-json',
  /** JSON, but it does not say that it is a playbook of a version known here. */
  'not-a-playbook',
  /** A key that has to be there is not. */
  'missing',
  /** A key that is not known: a stage, a practice, anything else. */
  'unknown',
  /** Something else was expected here: a text, a number, a list. */
  'wrong-kind',
  /** Days that can be none: not whole, or outside 1 to 3650. */
  'days',
  /** An id of other characters than lower-case letters, digits and hyphens. */
  'id',
  'empty',
  'too-long',
  /** A list with more or fewer entries than it may have. */
  'count',
  /** Markup or a script. Texts are shown as plain text anyway: who put it there meant something else. */
  'markup',
  /** Controls or marks that hide or reorder text. */
  'hidden-characters',
  /** A language that Kith does not speak, or none. */
  'language',
] as const;

/** One of the reasons. */
export type Reason = (typeof REASONS)[number];

/** What is wrong with a playbook, and where. */
export interface Problem {
  readonly reason: Reason;
  /** `practices.goals.hint`; empty for the whole. */
  readonly path: string;
  /** From 1; absent where there is no file. */
  readonly line?: number;
}

/** Reads a playbook's file. Nothing is repaired: the first problem refuses it. A text in one language serves both. */
export function readPlaybook(text: string): { readonly playbook: Playbook } | { readonly problem: Problem } {
  if (text.length > MAX_BYTES || new TextEncoder().encode(text).length > MAX_BYTES) {
    return { problem: { reason: 'too-big', path: '' } };
  }
  const json = readJson(text.replace(/^\ufeff/, ''));
  if ('brokenAt' in json) return { problem: { reason: 'not-json', path: '', line: json.brokenAt } };
  const format = (json.value as { format?: unknown } | null)?.format;
  if (format !== FORMAT) {
    return { problem: { reason: 'not-a-playbook', path: 'format', line: json.lineOf(['format']) } };
  }
  const { format: _, ...rest } = json.value as Record<string, unknown>;
  const checked = check(rest);
  if ('playbook' in checked) return checked;
  const { reason, path } = checked;
  return { problem: { reason, path: path.join('.'), line: json.lineOf(path) } };
}

/** Checks what is already data: a playbook from the database or a backup. */
export function checkPlaybook(
  value: unknown,
): { readonly playbook: Playbook } | { readonly problem: Problem } {
  const checked = check(value);
  return 'playbook' in checked
    ? checked
    : { problem: { reason: checked.reason, path: checked.path.join('.') } };
}

/**
 * A playbook as a file that `readPlaybook` reads back as the same playbook. What both languages say alike is written
 * once.
 */
export function exportPlaybook(playbook: Playbook): string {
  const once = (_: string, value: unknown) => (isText(value) && value.en === value.zh_CN ? value.en : value);
  return `${JSON.stringify({ format: FORMAT, ...playbook }, once, 2)}\n`;
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh_CN' in value;
}

type Checked = { readonly playbook: Playbook } | { readonly reason: Reason; readonly path: readonly Step[] };

function check(value: unknown): Checked {
  const result = v.safeParse(playbook, value, { abortEarly: true });
  if (result.success) return { playbook: result.output as Playbook };
  const [issue] = result.issues;
  const path = (issue.path ?? []).map(({ key }) => key as Step);
  return { reason: REASONS.find((reason) => reason === issue.message) ?? 'wrong-kind', path };
}

/** Issues carry a `Reason` as their message. */
const because = (reason: Reason): Reason => reason;

const TAG = /<[/!?a-z]|\b(?:javascript|vbscript)\s*:|\bdata\s*:\s*text\/html/iu;
const HIDDEN = /[^\P{Cc}\n]|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

function textProblem(text: string, max: number): Reason | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > max) return 'too-long';
  if (TAG.test(text)) return 'markup';
  return HIDDEN.test(text) ? 'hidden-characters' : undefined;
}

// One text for both languages, or a text by language of which one may be absent.
const text = (max = MAX_TEXT) =>
  v.pipe(
    v.unknown(),
    v.rawTransform<unknown, Text>(({ dataset: { value }, addIssue, NEVER }) => {
      const refuse = (reason: Reason, key?: string) => {
        const path = {
          type: 'object',
          origin: 'value',
          input: value as Record<string, unknown>,
          key,
          value,
        } as const;
        addIssue({ message: reason, ...(key !== undefined && { path: [{ ...path, key }] }) });
        return NEVER;
      };
      if (typeof value === 'string') {
        const problem = textProblem(value, max);
        return problem ? refuse(problem) : { en: value, zh_CN: value };
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('wrong-kind');
      const texts = Object.entries(value);
      if (texts.length === 0) return refuse('language');
      for (const [language, said] of texts) {
        if (!LANGUAGES.includes(language as Language)) return refuse('language', language);
        if (typeof said !== 'string') return refuse('wrong-kind', language);
        const problem = textProblem(said, max);
        if (problem) return refuse(problem, language);
      }
      const { en, zh_CN } = value as Partial<Text>;
      return { en: (en ?? zh_CN) as string, zh_CN: (zh_CN ?? en) as string };
    }),
  );

const days = (least = 1) =>
  v.pipe(
    v.number(because('wrong-kind')),
    v.check((number) => isCadence(number) || number === least, because('days')),
  );

const list = <T extends v.GenericSchema>(item: T, least: number) =>
  v.pipe(
    v.array(item, because('wrong-kind')),
    v.minLength(least, because('count')),
    v.maxLength(MAX_ENTRIES, because('count')),
  );

const shape = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return because('unknown');
    return because(expected !== 'Object' && received === 'undefined' ? 'missing' : 'wrong-kind');
  });

const prompt = shape({ hint: text(), say: v.optional(text()) });

const playbook = shape({
  id: v.pipe(
    v.string(because('wrong-kind')),
    v.regex(/^[a-z\d]+(?:-[a-z\d]+){0,9}$/, because('id')),
    v.maxLength(60, because('id')),
  ),
  name: text(MAX_PLAYBOOK_NAME),
  cadence: shape(byName(STAGES, days())),
  reviewEveryDays: days(),
  feedbackEveryDays: days(),
  businessOnlyDays: days(0),
  about: text(),
  practices: shape(
    byName(
      PRACTICES.map(({ id }) => id),
      prompt,
    ),
  ),
  firstFollowUps: list(shape({ afterDays: days(), text: text() }), 0),
  questionnaire: shape({ intro: text(), questions: list(text(), 1), closing: text() }),
  interview: shape({ opening: text(), questions: list(text(), 1) }),
  avoid: list(text(), 0),
  duty: v.optional(text()),
});

function byName<K extends Stage | PracticeId, T>(names: readonly K[], schema: T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<K, T>;
}
