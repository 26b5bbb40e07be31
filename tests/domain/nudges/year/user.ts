import { addDays } from '../../../../utils/domain/days.ts';
import { nextDay } from '../../../../utils/domain/follow-ups.ts';
import { LATER, laterDay } from '../../../../utils/domain/nudges/gates.ts';
import type { Nudge, Subject } from '../../../../utils/domain/nudges/nudge.ts';
import { isRhythm, keepOf, type Reason, stopOf } from '../../../../utils/domain/nudges/reasons.ts';
import { CADENCE_PRESETS, type Day } from '../../../../utils/domain/types.ts';
import { type Dice, NUMBERS, newId, type Somebody, touch } from './world.ts';

/** What the user answered. `untilDay`: hidden until then. */
export type Answer =
  | { readonly way: 'touched' }
  | { readonly way: 'later'; readonly untilDay: Day }
  | { readonly way: 'kept' | 'cadence' | 'stopped' | 'closed'; readonly reason: Reason };

/** Answers a nudge with one of its ways out, as utils/db/answers does. */
export function answer(one: Somebody, nudge: Nudge, subject: Subject, today: Day, dice: Dice): Answer {
  const [reason] = nudge.reasons;
  const way = dice.next();
  if (way < 0.25) {
    const choice = dice.pick([...LATER, 'pick'] as const);
    const untilDay = choice === 'pick' ? addDays(today, 1 + dice.upTo(90)) : laterDay(choice, today);
    one.snoozes.set('all', { nudge: 'all', untilDay });
    return { way: 'later', untilDay };
  }
  const quiet = reason.kind === 'quiet';
  if (quiet && way < 0.5) {
    one.snoozes.set('quiet', keepOf(subject.person.lastTouchpointId));
    return { way: 'kept', reason };
  }
  if (isRhythm(reason) && way < (quiet ? 0.7 : 0.33)) {
    one.person = { ...one.person, cadenceDays: dice.pick(CADENCE_PRESETS) };
    if (quiet) one.snoozes.set('quiet', keepOf(subject.person.lastTouchpointId));
    return { way: 'cadence', reason };
  }
  if (way > 0.95) {
    const stop = stopOf(reason, {
      cadence: subject.person.pulse?.cadence,
      lastTouchpointId: subject.person.lastTouchpointId,
    });
    if (stop) one.snoozes.set(stop.nudge, stop);
    else close(one, reason, 'dropped', today);
    return { way: 'stopped', reason };
  }
  if (isRhythm(reason) || reason.kind === 'unanswered') {
    touch(one, today, 'out', dice.pick(['email', 'email', 'call', 'social']));
    return { way: 'touched' };
  }
  if (reason.kind === 'review') one.reviewedDay = today;
  else if (reason.kind === 'askFeedback' || reason.kind === 'business')
    one.snoozes.set(reason.kind, {
      nudge: reason.kind,
      untilDay: addDays(today, NUMBERS.reviewEveryDays ?? 90),
    });
  else if (reason.kind === 'date') {
    const stop = stopOf(reason, {});
    if (stop) one.snoozes.set(stop.nudge, stop);
  } else close(one, reason, 'done', today);
  return { way: 'closed', reason };
}

function close(one: Somebody, reason: Reason, state: 'done' | 'dropped', today: Day): void {
  if (!('id' in reason)) return;
  const { id } = reason;
  const followUp = one.followUps.find((row) => row.id === id);
  one.followUps = one.followUps.filter((row) => row.id !== id);
  if (followUp?.repeatDays !== undefined && state === 'done')
    one.followUps.push({ ...followUp, id: newId(), dueDay: nextDay(followUp, today) });
  one.goals = one.goals.filter((row) => row.id !== id);
  one.feedback = one.feedback.filter((row) => row.id !== id);
  one.support = one.support.filter((row) => row.id !== id);
}
