import { Dexie } from 'dexie';
import type { KithDb } from './database.ts';

/**
 * The schema's versions, append-only: a released version is never edited. Only indexed fields are named here; `&` is
 * unique, `*` multi-entry. Tombstones stay in the tables, so unique indexes cover the dead too and rows are revived.
 */
export function defineVersions(db: Dexie): void {
  db.version(1).stores({
    people: 'id, nameKey, dueDay, lastAt, updatedAt, stage, *tags',
    handles: 'id, &[kind+value], personId',
    // `timeline` holds [personId, at] pairs: one index gives each person's touchpoints in order, also for group mails.
    touchpoints: 'id, &sourceKey, *personIds, *timeline, at',
    goals: 'id, personId, [state+dueDay]',
    notes: 'id, personId, updatedAt',
    facts: 'id, personId',
    support: 'id, personId, [state+day]',
    feedback: 'id, personId, [state+day]',
    lessons: 'id, personId, reviewId, *tags',
    reviews: 'id, personId, [state+day]',
    followUps: 'id, personId, [state+dueDay]',
    snoozes: 'id, [personId+nudge], untilDay',
    stageMoves: 'id, personId',
    neverLog: 'id, [kind+value]',
    settings: 'id',
    playbooks: 'id',
    journal: '++seq, batch, clock, [table+key]',
    drafts: 'id',
  });
  // Who may come up today, and whose dates are near, without a look at everybody.
  db.version(2)
    .stores({
      people: 'id, nameKey, dueDay, nudgeDay, lastAt, updatedAt, stage, *tags, *dateKeys',
      // An answer holds until a day or until its evidence changes: what is over is not read.
      snoozes: 'id, [personId+nudge], untilDay, evidence',
    })
    .upgrade(async (transaction) => {
      // Loaded only by whom it concerns; the transaction has to be kept open meanwhile.
      const { deriveAll } = await Dexie.waitFor(import('./derive.ts'));
      await deriveAll(transaction as unknown as KithDb); // a transaction has the tables, too
    });
}
