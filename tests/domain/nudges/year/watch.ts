import { daysBetween } from '../../../../utils/domain/days.ts';
import type { Nudge, nudgeOf, Subject } from '../../../../utils/domain/nudges/nudge.ts';
import { isRhythm } from '../../../../utils/domain/nudges/reasons.ts';
import type { Day } from '../../../../utils/domain/types.ts';
import type { Answer } from './user.ts';
import { NUMBERS, type Somebody } from './world.ts';

const NOTED = ['promise', 'goal', 'feedback', 'support', 'date'];

/** A rule of product.md that did not hold. */
export class Broken extends Error {}

/** Holds a year to the rules, from the raw touchpoints and the answers given, with none of the engine's own gates. */
export function watch(nudged: typeof nudgeOf) {
  const hidden = new Map<string, Day>();
  // Of quiet people who were answered: the touchpoint until whose change there is silence about the rhythm.
  const asked = new Map<string, string | undefined>();
  const counts = { checks: 0, hidden: 0, back: 0, fresh: 0, pressed: 0, asked: 0, unwanted: 0, cleared: 0 };
  const hold = (rule: string, holds: boolean, ...told: unknown[]) => {
    counts.checks++;
    if (!holds) throw new Broken(`${rule}: ${JSON.stringify(told)}`);
  };

  return {
    counts,
    /** Whether a nudge, or none, is right for somebody today. */
    one(one: Somebody, subject: Subject, nudge: Nudge | undefined, today: Day): void {
      const { person, touchpoints } = one;
      const { id, muted, pausedUntil, playbook } = person;
      const told = [id, today, nudge?.reasons];
      const cadence =
        person.cadenceDays ?? (playbook === undefined ? undefined : NUMBERS.cadence[person.stage]);
      const [last] = touchpoints;
      const rhythm = nudge?.reasons.filter(isRhythm) ?? [];
      const until = hidden.get(id);
      if (until !== undefined && today < until) {
        counts.hidden++;
        hold('a snooze holds', nudge === undefined, told);
      } else if (until !== undefined) {
        counts.back++;
        hidden.delete(id);
        const without = {
          ...subject,
          snoozes: (subject.snoozes ?? []).filter((snooze) => snooze.nudge !== 'all'),
        };
        hold('a snooze ends on its day', same(nudge, nudged(without, today)), told);
      }
      if (muted || (pausedUntil !== undefined && today < pausedUntil))
        hold('nobody muted or paused', nudge === undefined, told);
      if (cadence === undefined && playbook === undefined) {
        counts.unwanted++;
        const computed = nudge?.reasons.filter(({ kind }) => !NOTED.includes(kind)) ?? [];
        hold('nothing computed without a cadence or playbook', computed.length === 0, told);
      }
      if (
        last !== undefined &&
        cadence !== undefined &&
        daysBetween(last.day, today) < Math.min(14, cadence)
      ) {
        counts.fresh++;
        hold('nobody within the gate', rhythm.length === 0, told);
      }
      if (isPressed(touchpoints)) {
        if (last && daysBetween(last.day, today) >= (cadence ?? 9999)) counts.pressed++;
        hold('three unanswered stop', rhythm.length === 0, told);
      }
      if (asked.has(id)) {
        if (asked.get(id) !== last?.id) asked.delete(id);
        else {
          counts.asked++;
          hold('quiet is asked once', rhythm.length === 0, told);
        }
      }
    },

    /** After an answer: what was answered is gone, and what a touchpoint has nothing to do with is as it was. */
    answered(one: Somebody, answer: Answer, before: Nudge, after: Nudge | undefined, today: Day): void {
      const { id } = one.person;
      const told = [id, today, answer, before.reasons, after?.reasons];
      const reasons = after?.reasons ?? [];
      if (answer.way === 'later') hidden.set(id, answer.untilDay);
      if (answer.way === 'touched') {
        counts.cleared++;
        const rest = before.reasons.filter((reason) => !isRhythm(reason) && reason.kind !== 'unanswered');
        const [last] = one.touchpoints;
        // Coffee together was not business.
        const left = last?.channel === 'social' ? rest.filter(({ kind }) => kind !== 'business') : rest;
        hold('a touchpoint clears the rhythm and their question, and only that', same(reasons, left), told);
        return;
      }
      if (answer.way === 'later') return;
      if (answer.reason.kind === 'quiet' && answer.way !== 'stopped') asked.set(id, one.touchpoints[0]?.id);
      if (answer.way !== 'cadence' || answer.reason.kind === 'quiet')
        hold('what was answered is gone', !reasons.some((reason) => same(reason, answer.reason)), told);
    },

    /** A day's people. */
    day(shown: ReadonlySet<string>, today: Day): void {
      hold('at most five a day', shown.size <= 5, today, shown.size);
    },
  };
}

function isPressed(touchpoints: Somebody['touchpoints']): boolean {
  const end = touchpoints.findIndex(({ direction, channel }) => direction !== 'out' || channel !== 'email');
  const run = end < 0 ? touchpoints : touchpoints.slice(0, end);
  return run.some(({ day }, index) => {
    const third = run[index + 2];
    return third !== undefined && daysBetween(third.day, day) <= 30;
  });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
