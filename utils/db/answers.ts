import { addDays, dayOf } from '../domain/days.ts';
import { keepOf, type Reason, type Stop, stopOf } from '../domain/nudges/reasons.ts';
import type { Channel, Day, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { numbersOf } from './derive.ts';
import type { ActionLabel } from './journal.ts';
import { closeIn } from './practice.ts';
import { logIn } from './touchpoints.ts';
import { type Writer, write } from './write.ts';

// The ways out of a nudge (product.md): each is one action that can be undone.

/** Puts everything about a person off until a day. Returns the batch for undo. */
export async function snooze(db: KithDb, person: Person, untilDay: Day): Promise<string> {
  const { batch } = await write(db, { label: 'snooze', about: person.name }, (writer) =>
    answer(db, writer, person.id, { nudge: 'all', untilDay }),
  );
  return batch;
}

/** "It is fine so": somebody who has been quiet for long does not come up again before the next touchpoint. */
export async function keepAsIs(db: KithDb, person: Person): Promise<string> {
  const { batch } = await write(db, { label: 'stopNudge', about: person.name }, (writer) =>
    answer(db, writer, person.id, keepOf(person.lastTouchpointId)),
  );
  return batch;
}

/** Changes how often to be in touch (nothing: the playbook's cadence, or none). It also answers whether it is fine to be quiet. */
export async function changeCadence(
  db: KithDb,
  person: Person,
  cadenceDays: number | undefined,
  reason?: Reason,
): Promise<string> {
  const { batch } = await write(db, { label: 'setCadence', about: person.name }, async (writer) => {
    await writer.update('people', person.id, { cadenceDays });
    if (reason?.kind === 'quiet') await answer(db, writer, person.id, keepOf(person.lastTouchpointId));
  });
  return batch;
}

/** Stops a reason until its evidence changes; an item is dropped. */
export async function stopReason(db: KithDb, person: Person, reason: Reason): Promise<string> {
  const { batch } = await write(db, { label: 'stopNudge', about: person.name }, async (writer) => {
    const about = { cadence: person.pulse?.cadence, lastTouchpointId: person.lastTouchpointId };
    const stop = stopOf(reason, about);
    if (stop) await answer(db, writer, person.id, stop);
    else await closeItem(db, writer, reason, 'dropped');
  });
  return batch;
}

/** What finishing a reason is called, for undo and its toast. */
export function doneLabel({ kind }: Reason): ActionLabel {
  switch (kind) {
    case 'promise':
      return 'closeFollowUp';
    case 'goal':
      return 'closeGoal';
    case 'date':
      return 'keepDate';
    case 'askFeedback':
      return 'askFeedback';
    case 'feedback':
    case 'support':
    case 'business':
    case 'review':
      return 'markDone';
    // Only these log a touchpoint.
    case 'due':
    case 'overdue':
    case 'drifting':
    case 'quiet':
    case 'unanswered':
      return 'log';
  }
}

/**
 * Done: closes the item, or logs that the user was in touch now through `channel`; what comes back by itself (asking for
 * feedback, doing something together) is put off by its interval, a date until next year.
 */
export async function finishReason(
  db: KithDb,
  person: Person,
  reason: Reason,
  channel: Channel = 'message',
): Promise<string> {
  const label = doneLabel(reason);
  const { batch } = await write(db, { label, about: person.name }, async (writer) => {
    switch (reason.kind) {
      case 'promise':
      case 'goal':
      case 'feedback':
      case 'support':
        return closeItem(db, writer, reason, 'done');
      case 'askFeedback':
      case 'business':
      case 'review': {
        const numbers = await numbersOf(db, person.playbook);
        const every = {
          askFeedback: numbers?.feedbackEveryDays ?? 90,
          business: numbers?.businessOnlyDays ?? 180,
          review: numbers?.reviewEveryDays ?? 90,
        }[reason.kind];
        const untilDay = addDays(dayOf(writer.now), every);
        return answer(db, writer, person.id, { nudge: reason.kind, untilDay });
      }
      case 'date':
        return answer(db, writer, person.id, stopOf(reason, {}) as Stop); // a date has one
      default:
        await logIn(db, writer, { personIds: [person.id], channel, direction: 'out' });
    }
  });
  return batch;
}

async function closeItem(
  db: KithDb,
  writer: Writer,
  reason: Reason,
  state: 'done' | 'dropped',
): Promise<void> {
  if (reason.kind === 'promise') {
    const row = await db.followUps.get(reason.id);
    if (row) await closeIn(writer, row, state);
  }
  if (reason.kind === 'goal')
    await writer.update('goals', reason.id, {
      state: state === 'done' ? 'met' : 'dropped',
      closedAt: writer.now,
    });
  if (reason.kind === 'feedback') await writer.update('feedback', reason.id, { state: 'done' });
  if (reason.kind === 'support') await writer.update('support', reason.id, { state: 'done' });
}

// One row for each person and nudge: a new answer takes the place of the old one.
async function answer(
  db: KithDb,
  writer: Writer,
  personId: string,
  given: { readonly nudge: string; readonly untilDay?: Day; readonly evidence?: string },
): Promise<void> {
  const { nudge, untilDay, evidence } = given;
  const [row, ...others] = await db.snoozes.where({ personId, nudge }).toArray();
  const fields = { untilDay, evidence, deletedAt: undefined };
  // Two people who became one may have brought an answer each.
  for (const { id } of others) await writer.remove('snoozes', id);
  if (row) await writer.update('snoozes', row.id, fields);
  else
    await writer.insert('snoozes', {
      personId,
      nudge,
      ...(untilDay !== undefined && { untilDay }),
      ...(evidence !== undefined && { evidence }),
    });
}
