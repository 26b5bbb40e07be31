import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { PRACTICES } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import { checkPlaybook, exportPlaybook, MAX_TEXT, readPlaybook } from '../../utils/playbooks/check.ts';
import { loadPlaybook, PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { readJson } from '../../utils/playbooks/json.ts';
import type { Playbook } from '../../utils/playbooks/types.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';

let client: Playbook;
beforeAll(async () => {
  client = await loadPlaybook(PLAYBOOKS[0] as (typeof PLAYBOOKS)[number]);
});

type Json = { [key: string]: Json | string | number };

/** The client's file after an edit of its JSON. */
function edited(edit: (json: Json) => void): string {
  const json = JSON.parse(exportPlaybook(client)) as Json;
  edit(json);
  return JSON.stringify(json, null, 2);
}

/** The line on which a file first says something, from 1. */
const lineOf = (file: string, part: string) => file.slice(0, file.indexOf(part)).split('\n').length;

const inside = (json: Json, ...path: string[]) => path.reduce((value, key) => value[key] as Json, json);

describe('a file is refused with its reason, place and line', () => {
  test.each<[string, (json: Json) => void, { reason: string; path: string; at?: string }]>([
    ['a missing key', (json) => delete json['avoid'], { reason: 'missing', path: 'avoid', at: '{' }],
    [
      'a missing practice',
      (json) => delete inside(json, 'practices')['trust'],
      { reason: 'missing', path: 'practices.trust', at: '"practices"' },
    ],
    [
      'a missing stage',
      (json) => delete inside(json, 'cadence')['evaluate'],
      { reason: 'missing', path: 'cadence.evaluate', at: '"cadence"' },
    ],
    [
      'an unknown stage',
      (json) => {
        inside(json, 'cadence')['neglect'] = 5;
      },
      { reason: 'unknown', path: 'cadence.neglect', at: '"neglect"' },
    ],
    [
      'an unknown practice',
      (json) => {
        inside(json, 'practices')['sell'] = 'x';
      },
      { reason: 'unknown', path: 'practices.sell', at: '"sell"' },
    ],
    [
      'an unknown key',
      (json) => {
        json['score'] = 5;
      },
      { reason: 'unknown', path: 'score', at: '"score"' },
    ],
    [
      'a cadence of 0',
      (json) => {
        inside(json, 'cadence')['maintain'] = 0;
      },
      { reason: 'days', path: 'cadence.maintain', at: '"maintain"' },
    ],
    [
      'a cadence of eleven years',
      (json) => {
        inside(json, 'cadence')['maintain'] = 3651;
      },
      { reason: 'days', path: 'cadence.maintain', at: '"maintain"' },
    ],
    [
      'half a day',
      (json) => {
        json['reviewEveryDays'] = 0.5;
      },
      { reason: 'days', path: 'reviewEveryDays', at: '"reviewEveryDays"' },
    ],
    [
      'a number as a text',
      (json) => {
        json['reviewEveryDays'] = '90';
      },
      { reason: 'wrong-kind', path: 'reviewEveryDays', at: '"reviewEveryDays"' },
    ],
    [
      'a text as a number',
      (json) => {
        inside(json, 'practices', 'goals')['hint'] = 5;
      },
      { reason: 'wrong-kind', path: 'practices.goals.hint', at: '"hint"' },
    ],
    [
      'a list that is none',
      (json) => {
        json['avoid'] = 'x';
      },
      { reason: 'wrong-kind', path: 'avoid', at: '"avoid"' },
    ],
    [
      'an empty list of questions',
      (json) => {
        (inside(json, 'questionnaire') as Record<string, unknown>)['questions'] = [];
      },
      { reason: 'count', path: 'questionnaire.questions', at: '"questions"' },
    ],
    [
      'too many questions',
      (json) => {
        (inside(json, 'questionnaire') as Record<string, unknown>)['questions'] = Array(21).fill('x');
      },
      { reason: 'count', path: 'questionnaire.questions', at: '"questions"' },
    ],
    [
      'an empty text',
      (json) => {
        inside(json, 'practices', 'goals')['hint'] = ' ';
      },
      { reason: 'empty', path: 'practices.goals.hint', at: '"hint"' },
    ],
    [
      'a long text',
      (json) => {
        inside(json, 'practices', 'goals')['hint'] = 'x'.repeat(MAX_TEXT + 1);
      },
      { reason: 'too-long', path: 'practices.goals.hint', at: '"hint"' },
    ],
    [
      'a long name',
      (json) => {
        json['name'] = 'x'.repeat(61);
      },
      { reason: 'too-long', path: 'name', at: '"name"' },
    ],
    [
      'a script',
      (json) => {
        inside(json, 'practices', 'goals')['hint'] = 'Ask <script>alert(1)</script>';
      },
      { reason: 'markup', path: 'practices.goals.hint', at: '"hint"' },
    ],
    [
      'a script in one language',
      (json) => {
        inside(json, 'practices', 'goals', 'hint')['zh_CN'] = '<SCRIPT src=x>';
      },
      { reason: 'markup', path: 'practices.goals.hint.zh_CN', at: '<SCRIPT' },
    ],
    [
      'a picture with a handler',
      (json) => {
        json['name'] = '<img src=x onerror=y>';
      },
      { reason: 'markup', path: 'name', at: '"name"' },
    ],
    [
      'a link that runs',
      (json) => {
        json['name'] = 'see JavaScript :x';
      },
      { reason: 'markup', path: 'name', at: '"name"' },
    ],
    [
      'text that runs backwards',
      (json) => {
        json['name'] = 'a\u202eb';
      },
      { reason: 'hidden-characters', path: 'name', at: '"name"' },
    ],
    [
      'a control character',
      (json) => {
        json['name'] = 'a\u0007b';
      },
      { reason: 'hidden-characters', path: 'name', at: '"name"' },
    ],
    [
      'another language',
      (json) => {
        inside(json, 'name')['fr'] = 'Client';
      },
      { reason: 'language', path: 'name.fr', at: '"fr"' },
    ],
    [
      'a text in no language',
      (json) => {
        json['name'] = {};
      },
      { reason: 'language', path: 'name', at: '"name"' },
    ],
    [
      'an id with other characters',
      (json) => {
        json['id'] = '../client';
      },
      { reason: 'id', path: 'id', at: '"id"' },
    ],
    [
      'another format',
      (json) => {
        json['format'] = 'kith-playbook/9';
      },
      { reason: 'not-a-playbook', path: 'format', at: '"format"' },
    ],
    ['no format', (json) => delete json['format'], { reason: 'not-a-playbook', path: 'format', at: '{' }],
  ])('%s', (_, edit, { reason, path, at = '' }) => {
    const file = edited(edit);
    expect(readPlaybook(file)).toEqual({ problem: { reason, path, line: lineOf(file, at) } });
  });

  test('a prototype in disguise', () => {
    const file = exportPlaybook(client).replace(
      '"cadence": {',
      '"cadence": {\n"__proto__": {"maintain": 5},',
    );
    expect(readPlaybook(file)).toMatchObject({ problem: { reason: 'unknown', path: 'cadence.__proto__' } });
  });

  test.each([
    ['', 1],
    ['{', 1],
    ['{\n  "id": "x",\n}', 3],
    ['{\n  "id": "x"\n  "name": 5\n}', 3],
    ["{\n\n'id': 5}", 3],
    ['{"a": 1}\n\nand more', 3],
    ['[1,\n2,\n"open', 3],
    ['\n\n{"a": tru}', 3],
    ['{"a": 1\n}}', 2],
    ['['.repeat(100_000), 1],
  ])('what is no JSON: %j', (text, line) => {
    expect(readPlaybook(text)).toEqual({ problem: { reason: 'not-json', path: '', line } });
  });

  test.each(['5', 'null', '[]', '"x"', '{}'])('JSON that is no playbook: %s', (text) => {
    expect(readPlaybook(text)).toEqual({ problem: { reason: 'not-a-playbook', path: 'format', line: 1 } });
  });

  test('10 MB, at once', BY_THE_CLOCK, () => {
    const from = performance.now();
    expect(readPlaybook('['.repeat(10_000_000))).toEqual({ problem: { reason: 'too-big', path: '' } });
    expect(readPlaybook(`"${'友'.repeat(400_000)}"`)).toEqual({ problem: { reason: 'too-big', path: '' } });
    expect(performance.now() - from).toBeLessThan(500);
  });

  test('what is already data has no line', () => {
    expect(checkPlaybook({ ...client, reviewEveryDays: 0 })).toEqual({
      problem: { reason: 'days', path: 'reviewEveryDays' },
    });
    expect(checkPlaybook(undefined)).toEqual({ problem: { reason: 'wrong-kind', path: '' } });
  });
});

describe('a file may', () => {
  test('have one language, which then serves both', () => {
    const file = edited((json) => {
      json['name'] = { zh_CN: '街坊' };
      json['about'] = 'People next door';
    });
    expect(readPlaybook(file)).toMatchObject({
      playbook: {
        name: { en: '街坊', zh_CN: '街坊' },
        about: { en: 'People next door', zh_CN: 'People next door' },
      },
    });
  });
  test('go without things to say, a duty, first follow-ups and social time', () => {
    const file = edited((json) => {
      delete inside(json, 'practices', 'goals')['say'];
      json['businessOnlyDays'] = 0;
      (json as Record<string, unknown>)['firstFollowUps'] = [];
      (json as Record<string, unknown>)['avoid'] = [];
    });
    expect(readPlaybook(file)).toHaveProperty('playbook');
  });
  test('say that a < b, and <3', () => {
    const file = edited((json) => {
      json['name'] = 'a < b, I <3 JavaScript: none';
    });
    expect(readPlaybook(file)).toHaveProperty('problem.reason', 'markup');
    expect(readPlaybook(file.replace('JavaScript: none', 'data: yes'))).toHaveProperty('playbook');
  });
  test('begin with a byte order mark', () => {
    expect(readPlaybook(`\ufeff${exportPlaybook(client)}`)).toEqual({ playbook: client });
  });
});

const said = fc
  .string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abz 你好，。"\\\n/{}0é😀') })
  .filter((text) => text.trim() !== '');
const text = fc.oneof(
  fc.record({ en: said, zh_CN: said }),
  said.map((one) => ({ en: one, zh_CN: one })),
);
const number = fc.integer({ min: 1, max: 3650 });
const texts = (minLength: number) => fc.array(text, { minLength, maxLength: 20 });
const anyPlaybook: fc.Arbitrary<Playbook> = fc.record(
  {
    id: fc.constantFrom('a', 'neighbour-2', crypto.randomUUID()),
    name: text,
    cadence: fc.record(Object.fromEntries(STAGES.map((stage) => [stage, number]))),
    reviewEveryDays: number,
    feedbackEveryDays: number,
    businessOnlyDays: fc.integer({ min: 0, max: 3650 }),
    about: text,
    practices: fc.record(
      Object.fromEntries(
        PRACTICES.map(({ id }) => [id, fc.record({ hint: text, say: text }, { requiredKeys: ['hint'] })]),
      ),
    ),
    firstFollowUps: fc.array(fc.record({ afterDays: number, text }), { maxLength: 20 }),
    questionnaire: fc.record({ intro: text, questions: texts(1), closing: text }),
    interview: fc.record({ opening: text, questions: texts(1) }),
    avoid: texts(0),
    duty: text,
  },
  { noNullPrototype: true },
) as fc.Arbitrary<Playbook>;

test('any playbook that is exported is read back as it was', () => {
  fc.assert(
    fc.property(anyPlaybook, (playbook) => {
      expect(readPlaybook(exportPlaybook(playbook))).toEqual({ playbook });
    }),
  );
});

test('a file that was cut short or scribbled on is refused or read, and never breaks anything', () => {
  const file = exportPlaybook(client);
  fc.assert(
    fc.property(fc.nat(file.length), fc.string({ maxLength: 5 }), fc.nat(20), (at, scribble, cut) => {
      const result = readPlaybook(file.slice(0, at) + scribble + file.slice(at + cut));
      if ('problem' in result) expect(result.problem.line).toBeGreaterThan(0);
      else expect(checkPlaybook(result.playbook)).toHaveProperty('playbook');
    }),
  );
});

describe('reading JSON with its lines', () => {
  const plain = (text: string) => {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return undefined;
    }
  };
  const json = fc.json({ maxDepth: 5 });
  const pieces = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '1',
      '-0',
      '01',
      '1e5',
      '.5',
      'true',
      'null',
      'nul',
      '\n',
      ' ',
      '\t',
      '\u00a0',
      '"\u007f"',
      '"\n"',
    ),
    { maxLength: 8 },
  );

  test('gives what JSON.parse gives, and refuses what it refuses', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          pieces.map((list) => list.join('')),
          fc.string(),
        ),
        (text) => {
          const read = readJson(text);
          const expected = plain(text);
          if (expected === undefined) expect(read).toHaveProperty('brokenAt');
          else expect('value' in read && read.value).toEqual(expected.value);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('goes 32 deep and no deeper', () => {
    const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    expect(readJson(deep(32))).toHaveProperty('value');
    expect(readJson(deep(33))).toHaveProperty('brokenAt');
  });

  test('knows the line of each part', () => {
    const read = readJson('{\n "a": 1,\n "b": [\n  true,\n  {"c":\n   2}]\n}');
    if (!('value' in read)) throw new Error('not read');
    expect(
      [[], ['a'], ['b'], ['b', 0], ['b', 1], ['b', 1, 'c'], ['b', 7, 'x'], ['z']].map((path) =>
        read.lineOf(path),
      ),
    ).toEqual([1, 2, 3, 4, 5, 6, 3, 1]);
  });
});
