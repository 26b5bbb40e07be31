import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captureSeen, captureSent, type Shown } from '../../utils/db/capture.ts';
import { type KithDb, openDatabase } from '../../utils/db/database.ts';
import { addPerson } from '../../utils/db/people.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { logTouchpoint } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { freshDb } from './setup.ts';

const AT = Date.UTC(2026, 8, 1, 9);

// One message as the button, the list, the page and the form know it.
const REAL: SeenTouchpoint = {
  sourceKey: 'mail:1',
  channel: 'email',
  direction: 'out',
  at: AT + 4000,
  subject: 'Re: The deck',
  link: 'https://mail.example.com/1',
  recipients: 1,
};
const SENT: SeenTouchpoint = {
  sourceKey: 'sent:abc',
  channel: 'email',
  direction: 'out',
  at: AT,
  subject: 'Re: The deck',
  recipients: 1,
};
const page = (seen: SeenTouchpoint): Shown => ({
  url: 'https://mail.example.com/',
  site: 'mail',
  self: [],
  sightings: [
    { role: 'recipient', handles: [{ kind: 'email', value: 'alice@example.com' }], touchpoints: [seen] },
  ],
});

async function mailbox(db: KithDb, automatic: boolean): Promise<string> {
  await setPreference(db, 'capture', { automatic: automatic ? ['mail.example.com'] : [] });
  const handles = [{ kind: 'email', value: 'alice@example.com' }] as const;
  return (await addPerson(db, { name: 'Alice', handles })).id;
}

describe('a message that was sent', () => {
  test('is a touchpoint with its undo, unless that is turned off', async () => {
    const db = freshDb();
    await mailbox(db, false);
    await setPreference(db, 'capture', { onSend: false });
    expect(await captureSent(db, page(SENT))).toEqual({ refused: [] });
    expect(await db.touchpoints.count()).toBe(0);
    await setPreference(db, 'capture', { onSend: true });
    const { batch = '' } = await captureSent(db, page(SENT));
    expect((await lastActions(db, 1))[0]).toMatchObject({ label: 'sent', about: 'Re: The deck', batch });
    await captureSent(db, page(SENT));
    expect(await db.touchpoints.toArray()).toMatchObject([{ sourceKey: 'sent:abc', at: AT }]);
  });

  test('becomes what is seen, though its site logs nothing by itself: same row, same undo', async () => {
    const db = freshDb();
    const alice = await mailbox(db, false);
    const { batch = '' } = await captureSent(db, page(SENT));
    const [before] = await db.touchpoints.toArray();
    const actions = async () => (await lastActions(db)).map(({ batch, label }) => [batch, label]);
    const standing = await actions();
    await captureSeen(db, page(REAL));
    expect(await db.touchpoints.toArray()).toMatchObject([
      { id: before?.id, sourceKey: 'mail:1', sentKey: 'sent:abc', at: REAL.at, link: REAL.link },
    ]);
    // There is nothing new to undo, and the one undo takes it all back.
    expect(await actions()).toEqual(standing);
    expect(await db.people.get(alice)).toMatchObject({ lastAt: REAL.at });
    await undo(db, batch);
    await captureSeen(db, page(REAL));
    await captureSent(db, page(SENT));
    expect(await db.touchpoints.toArray()).toMatchObject([{ deletedAt: expect.any(Number) }]);
  });

  test('keeps its time when the page shows only the day', async () => {
    const db = freshDb();
    await mailbox(db, true);
    await captureSent(db, page(SENT));
    const { at: _, ...timeless } = REAL;
    await captureSeen(db, page({ ...timeless, day: '2026-09-01' }));
    expect(await db.touchpoints.toArray()).toMatchObject([{ sourceKey: 'mail:1', at: AT }]);
  });

  test('under the rules: to a crowd it is refused', async () => {
    const db = freshDb();
    await mailbox(db, false);
    const { refused } = await captureSent(db, page({ ...SENT, recipients: 24 }));
    expect(refused).toMatchObject([{ people: [{ why: 'crowd' }] }]);
    expect(await db.touchpoints.count()).toBe(0);
  });

  test('twice within a minute in the same words is two, whichever is seen first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const db = freshDb();
      await mailbox(db, true);
      const second = { ...SENT, sourceKey: 'sent:def', at: AT + 60_000 };
      for (const sent of [SENT, second]) await captureSent(db, page(sent));
      const real = [REAL, { ...REAL, sourceKey: 'mail:2', at: AT + 63_000 }];
      for (const n of order) await captureSeen(db, page(real[n] as SeenTouchpoint));
      const rows = await db.touchpoints.orderBy('at').toArray();
      expect(rows.map(({ sourceKey, sentKey }) => [sourceKey, sentKey])).toEqual([
        ['mail:1', 'sent:abc'],
        ['mail:2', 'sent:def'],
      ]);
    }
  });

  test('on one page with an older one in the same words is the newer one', async () => {
    const db = freshDb();
    await mailbox(db, false);
    await captureSent(db, page(SENT));
    const older = { ...REAL, sourceKey: 'mail:0', at: AT - 300_000 };
    const shown = page(REAL);
    const both = shown.sightings.map((sighting) => ({ ...sighting, touchpoints: [older, REAL] }));
    await captureSeen(db, { ...shown, sightings: both });
    expect(await db.touchpoints.toArray()).toMatchObject([{ sourceKey: 'mail:1', at: REAL.at }]);
  });
});

const STEPS = ['sent', 'seen', 'second tab', 'by hand', 'undo', 'undo the undo'] as const;

test('however sent, seen, logged by hand and undone follow each other, it is one touchpoint', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.constantFrom(...STEPS), { minLength: 1, maxLength: 9 }),
      async (automatic, steps) => {
        const db = openDatabase(`sent-${runs++}`);
        const second = openDatabase(db.name);
        const alice = await mailbox(db, automatic);
        const undone: string[] = [];
        let live = false;
        let touched = false;
        for (const step of steps) {
          if (step === 'sent') {
            await captureSent(db, page(SENT));
            live ||= !touched;
            touched = true;
          } else if (step === 'seen' || step === 'second tab') {
            await captureSeen(step === 'seen' ? db : second, page(REAL));
            live ||= automatic && !touched;
            touched ||= automatic;
          } else if (step === 'by hand') {
            await logTouchpoint(db, { ...REAL, site: 'mail', personIds: [alice] });
            live = true;
            touched = true;
          } else {
            const [last] = await lastActions(db, 1);
            const batch = step === 'undo' ? last : { batch: undone.pop(), label: 'undo' };
            if (!batch?.batch || batch.label === 'addPerson' || batch.label === 'setting') continue;
            const back = await undo(db, batch.batch);
            if (back && step === 'undo') undone.push(back);
            // What an undo leaves is its own affair; what comes after it is not.
            live = (await db.touchpoints.toArray()).some(({ deletedAt }) => deletedAt === undefined);
          }
          const rows = await db.touchpoints.toArray();
          expect(rows.length).toBeLessThanOrEqual(1);
          expect(rows.some(({ deletedAt }) => deletedAt === undefined)).toBe(live);
        }
        // Seen at last, it stands where it can be found; by hand it always comes back.
        await logTouchpoint(second, { ...REAL, site: 'mail', personIds: [alice] });
        const [row, ...others] = await db.touchpoints.toArray();
        expect(others).toEqual([]);
        expect(row).toMatchObject({ sourceKey: 'mail:1', link: REAL.link, personIds: [alice] });
        expect(row).not.toHaveProperty('deletedAt');
        expect(await db.people.get(alice)).toMatchObject({ touchpointCount: 1 });
        second.close();
        await db.delete();
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
