import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { logShown, noteSelection, quoted } from '../../utils/capturing/gesture.ts';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { addPerson } from '../../utils/db/people.ts';
import { keepFrame } from '../../utils/messaging/frames.ts';
import type { Sighting } from '../../utils/sites/types.ts';

let runs = 0;
let db: KithDb;
let alice: string;

const TAB = 7;
const ALICE = { kind: 'email', value: 'alice@example.com' } as const;

beforeEach(async () => {
  db = openDatabase(`gesture-${runs++}`);
  alice = (await addPerson(db, { name: 'Alice Nguyen', handles: [ALICE] })).id;
});

function shows(...sightings: Sighting[]): Promise<void> {
  const message = {
    type: 'seen' as const,
    documentKey: 'd',
    url: 'https://mail.example.com/1',
    title: 'Mail',
    reading: { site: 'demo', view: 'message', sightings, self: [], omitted: 0 },
  };
  return keepFrame({ message, tabId: TAB, frameId: 0 });
}

const mail = (key: string, more = {}) => ({
  sourceKey: key,
  channel: 'email' as const,
  direction: 'in' as const,
  at: Date.UTC(2026, 10, 2, 9),
  subject: `Subject ${key}`,
  ...more,
});

describe('logging what a page shows without the panel', () => {
  test('logs the newest that counts, then the next, then says that nothing is left', async () => {
    await shows({
      role: 'sender',
      handles: [ALICE],
      touchpoints: [mail('c', { recipients: 30 }), mail('b'), mail('a')],
    });
    const logged = async () => (await db.touchpoints.toArray()).map(({ sourceKey }) => sourceKey).sort();
    expect(await logShown(db, TAB)).toBe('done');
    expect(await logged()).toEqual(['b']);
    await logShown(db, TAB);
    expect(await logged()).toEqual(['a', 'b']);
    // What does not count by itself, by hand.
    await logShown(db, TAB);
    expect(await logged()).toEqual(['a', 'b', 'c']);
    expect(await logShown(db, TAB)).toBe('nothing');
  });

  test('leaves strangers alone, and does not choose among people who are merely listed', async () => {
    const stranger = { kind: 'email', value: 'bo@example.com' } as const;
    await shows({ role: 'sender', handles: [stranger], touchpoints: [mail('a')] });
    expect(await logShown(db, TAB)).toBe('nobody');
    await shows(
      { role: 'listed', handles: [ALICE], touchpoints: [mail('a')] },
      { role: 'listed', handles: [stranger], touchpoints: [mail('b')] },
    );
    expect(await logShown(db, TAB)).toBe('nobody');
    expect(await db.touchpoints.count()).toBe(0);
    expect(await logShown(db, 99)).toBe('nobody');
  });
});

describe('a note from selected text', () => {
  test('quotes it with its link, and is undone as one', async () => {
    await shows({ role: 'sender', handles: [ALICE], touchpoints: [] });
    const source = { title: 'Mail', url: 'https://mail.example.com/1' };
    expect(await noteSelection(db, TAB, { text: 'One\nTwo', ...source })).toBe('done');
    expect(await db.notes.toArray()).toMatchObject([
      { personId: alice, body: '> One\n> Two', sourceTitle: 'Mail', sourceLink: source.url },
    ]);
    expect(await noteSelection(db, TAB, { text: '  ', ...source })).toBe('nobody');
    expect(await noteSelection(db, 99, { text: 'One', ...source })).toBe('nobody');
    expect(await db.notes.count()).toBe(1);
  });

  test('is a quote whatever was selected: every line begins with the mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of quoted(text).split('\n')) expect(line).toMatch(/^>/);
      }),
    );
    expect(quoted('x'.repeat(9000)).length).toBeLessThanOrEqual(5002);
  });
});
