import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** An import of a file: whom it names, and whether only types, which leave nothing in the built code. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const FILES = ['utils', 'components', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.tsx?$/.test(name));

const IMPORTS: readonly Import[] = FILES.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const source = readFileSync(from, 'utf8').replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
  const statements = source.matchAll(
    /^(?:import|export)\s(?:[^;'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
  );
  return [...statements].map(([statement, named, loaded]) => {
    const target = named ?? loaded ?? '';
    const clause = /\{([^}]*)\}/.exec(statement)?.[1];
    const typeOnly =
      /^(?:import|export) type /.test(statement) ||
      (clause !== undefined &&
        !/^import\s+\w/.test(statement) &&
        clause.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')));
    return { from, to: target.startsWith('.') ? normalize(join(dirname(from), target)) : target, typeOnly };
  });
}

/**
 * Who may import what, by folder, the most special first: everything, or (`types`) only its types. A folder is named by
 * how its paths begin.
 */
const TABLE: readonly {
  readonly of: string;
  readonly any: readonly string[];
  readonly types?: readonly string[];
}[] = [
  { of: 'utils/domain/', any: ['utils/domain/'] },
  {
    of: 'utils/sites/reading/',
    any: ['utils/sites/reading/', 'utils/domain/'],
    types: ['utils/sites/types.ts'],
  },
  {
    of: 'utils/sites/watching/',
    any: ['utils/sites/watching/', 'utils/sites/reading/', 'utils/sites/match.ts', 'utils/domain/'],
    types: ['utils/sites/types.ts'],
  },
  { of: 'utils/sites/', any: ['utils/sites/', 'utils/domain/'] },
  { of: 'utils/phrases/', any: ['utils/phrases/', 'utils/domain/', 'chrono-node'] },
  { of: 'utils/transfer/', any: ['utils/transfer/', 'utils/domain/'] },
  { of: 'utils/playbooks/check.ts', any: ['utils/playbooks/', 'utils/domain/', 'valibot'] },
  { of: 'utils/playbooks/', any: ['utils/playbooks/', 'utils/domain/'] },
  {
    of: 'utils/db/',
    any: ['utils/db/', 'utils/domain/', 'dexie'],
    types: ['utils/sites/types.ts', 'utils/playbooks/types.ts'],
  },
  { of: 'utils/words/', any: ['utils/words/', 'utils/domain/', '#i18n'] },
  {
    of: 'utils/nudging/',
    any: ['utils/nudging/', 'utils/words/', 'utils/domain/', 'utils/db/', 'dexie', '#i18n', 'wxt/browser'],
  },
  {
    of: 'utils/messaging/',
    any: ['utils/messaging/', 'utils/domain/', 'utils/sites/reading/limits.ts', 'valibot', 'wxt/browser'],
    types: ['utils/sites/types.ts'],
  },
  {
    of: 'utils/capturing/',
    any: [
      'utils/capturing/',
      'utils/messaging/',
      'utils/sites/union.ts',
      'utils/db/',
      'utils/domain/',
      '#i18n',
      'wxt/browser',
    ],
  },
  {
    of: 'utils/reader.ts',
    any: ['utils/sites/', 'wxt/browser'],
    types: ['utils/messaging/protocol.ts'],
  },
  { of: 'utils/settle.ts', any: ['utils/access.ts', 'utils/capturing/menus.ts', 'wxt/browser'] },
  {
    of: 'utils/access.ts',
    any: ['utils/sites/match.ts', 'wxt/browser'],
    types: ['utils/messaging/protocol.ts'],
  },
  {
    of: 'utils/last-resort.ts',
    any: ['wxt/browser', 'utils/sites/watching/insist.ts'],
    types: ['utils/sites/types.ts', 'utils/domain/', 'utils/messaging/protocol.ts'],
  },
  { of: 'utils/commands.ts', any: [] },
  {
    of: 'utils/manifest.ts',
    any: ['utils/sites/index.ts', 'utils/commands.ts'],
    types: ['utils/sites/types.ts'],
  },
  { of: 'utils/panel.ts', any: [] },
  { of: 'utils/report/', any: [] },
  { of: 'utils/frames-not-read.ts', any: ['utils/access.ts', 'wxt/browser'] },
  {
    of: 'components/parts/',
    any: [
      'components/parts/',
      'components/hooks/',
      'components/format.ts',
      'utils/phrases/',
      'utils/words/',
      'utils/domain/',
      'utils/playbooks/text.ts',
      'utils/transfer/',
      'preact',
      'lucide',
      'marked',
      '#i18n',
    ],
    types: ['components/kith.ts', 'utils/db/', 'utils/playbooks/', 'utils/sites/types.ts', 'marked'],
  },
  {
    // What surrounds the screens of a page: the errors and the undo of the database, in words.
    of: 'components/hooks/useActing.ts',
    any: ['components/format.ts', 'utils/db/problems.ts', 'utils/db/undo.ts', 'preact', '#i18n'],
    types: ['components/kith.ts', 'utils/db/'],
  },
  {
    of: 'components/hooks/',
    any: [
      'components/hooks/',
      'components/kith.ts',
      'utils/access.ts',
      'utils/capturing/refused.ts',
      'utils/phrases/',
      'utils/messaging/',
      'utils/domain/',
      'dexie',
      'preact',
      'wxt/browser',
    ],
    types: ['utils/db/', 'utils/sites/types.ts'],
  },
  {
    of: 'components/dashboard/',
    any: ['components/', 'utils/', 'preact', 'lucide', '#i18n', 'wxt/browser'],
  },
  {
    of: 'components/screens/',
    any: ['components/', 'utils/', 'preact', 'lucide', '#i18n', 'wxt/browser'],
  },
  { of: 'components/', any: ['components/', 'utils/', 'preact', 'lucide', '#i18n', 'wxt/browser'] },
  { of: 'entrypoints/', any: ['utils/', 'components/', 'preact', 'wxt/'] },
];

const within = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

test('every file stands in the table', () => {
  expect(FILES.length).toBeGreaterThan(60);
  expect(FILES.filter((file) => !TABLE.some(({ of }) => within(file, of)))).toEqual([]);
});

test('every import is found: files that import something are most of them, and each leads to a file', () => {
  expect(new Set(IMPORTS.map(({ from }) => from)).size).toBeGreaterThan(FILES.length * 0.8);
  const local = IMPORTS.filter(({ to }) => /^(utils|components|entrypoints)\//.test(to));
  expect(local.filter(({ to }) => !existsSync(to))).toEqual([]);
});

describe.each(TABLE)('$of', ({ of, any, types = [] }) => {
  // The first row that fits a file is its row.
  const own = IMPORTS.filter(({ from }) => TABLE.find((row) => within(from, row.of))?.of === of);

  test('imports only from the layers below it', () => {
    const wrong = own.filter(
      ({ to, typeOnly }) =>
        !any.some((folder) => within(to, folder)) &&
        !(typeOnly && types.some((folder) => within(to, folder))),
    );
    expect(wrong).toEqual([]);
  });
});

test('a site knows how it is read, not when', () => {
  const knowing = IMPORTS.filter(
    ({ from, to }) =>
      /^utils\/sites\/(?!watching\/)/.test(from) &&
      to.startsWith('utils/sites/watching/') &&
      // What the scripts of one page share.
      from !== 'utils/sites/shared.ts',
  );
  expect(knowing).toEqual([]);
});

test('no screen imports App, and no hook or part a screen', () => {
  const above = IMPORTS.filter(
    ({ from, to }) =>
      (to === 'components/App.tsx' && !from.startsWith('entrypoints/')) ||
      (to.startsWith('components/dashboard/') &&
        !/^(?:components\/dashboard\/|entrypoints\/dashboard\/)/.test(from)) ||
      (to.startsWith('components/screens/') && !/^components\/(App|screens\/|dashboard\/)/.test(from)),
  );
  expect(above).toEqual([]);
});

test('files import each other in no circle', () => {
  const next = (file: string) =>
    IMPORTS.filter(({ from, typeOnly }) => from === file && !typeOnly).map(({ to }) => to);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next(file)) {
      const circle = visit(to, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(FILES.map((file) => visit(file, [])).find((circle) => circle !== undefined)).toBeUndefined();
});

describe('what runs in a page', () => {
  const reached = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { from, to, typeOnly } of IMPORTS) {
      if (from !== file || typeOnly) continue;
      if (FILES.includes(to)) follow(to);
      else packages.add(to);
    }
  };
  for (const name of ['mail', 'network', 'chosen', 'generic']) follow(`entrypoints/reader-${name}.ts`);

  test('carries no library but the browser’s own API', () => {
    expect([...packages].sort()).toEqual(['wxt/browser', 'wxt/utils/define-unlisted-script']);
  });

  test('carries the readers and the domain, and nothing else of ours', () => {
    expect(reached).toContain('utils/sites/gmail.ts');
    expect(reached).toContain('utils/domain/handles.ts');
    const others = [...reached].filter((file) => !/^(utils\/(sites|domain)|entrypoints)\//.test(file));
    expect(others.sort()).toEqual(['utils/last-resort.ts', 'utils/reader.ts']);
  });
});

test('no code asks the network for anything', () => {
  const asking =
    /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts|\beval\(|new Function\(/;
  expect(FILES.filter((file) => asking.test(readFileSync(file, 'utf8')))).toEqual([]);
});
