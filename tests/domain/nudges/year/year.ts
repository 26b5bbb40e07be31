import { addDays, daysBetween } from '../../../../utils/domain/days.ts';
import { dateKeysFrom } from '../../../../utils/domain/nudges/dates.ts';
import { type DayPlan, planDay } from '../../../../utils/domain/nudges/day.ts';
import { type Nudge, nudgeOf, type Subject } from '../../../../utils/domain/nudges/nudge.ts';
import { dateKey } from '../../../../utils/domain/nudges/reasons.ts';
import type { Day } from '../../../../utils/domain/types.ts';
import { answer } from './user.ts';
import { watch } from './watch.ts';
import { dice, invent, live, type Somebody, subjectOf } from './world.ts';

/** What a year came to. */
export interface Year {
  /** People shown on each day on which the user looked. */
  readonly shown: readonly number[];
  /** People who would have come up on each of these days, shown or not. */
  readonly due: readonly number[];
  /** How often each kind of reason was the first of a nudge that was shown, once a day and person. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How often each way out was taken. */
  readonly ways: Readonly<Record<string, number>>;
  /** Days from when somebody was first shown until they were answered. */
  readonly waited: readonly number[];
  readonly people: number;
  /** People who have neither a cadence nor a playbook at the end. */
  readonly unwanted: number;
  /** People who were never shown; of them, those who have one. */
  readonly never: number;
  readonly neverWanted: number;
  readonly touchpoints: number;
  /** How often each rule was looked at. */
  readonly checks: ReturnType<typeof watch>['counts'];
}

/** What may be put in the place of the engine's own, to see the rules fail. */
export interface Engine {
  readonly nudgeOf: typeof nudgeOf;
  readonly planDay: typeof planDay;
}

const FIRST: Day = '2027-06-01'; // 29 February 2028 lies in this year
const DAYS = 366;

/** Lives a year day by day with invented people and a user who answers some nudges. Throws `Broken`. */
export function liveYear(seed: number, people = 300, engine: Engine = { nudgeOf, planDay }): Year {
  const chance = dice(seed);
  const everybody = Array.from({ length: people }, (_, index) => invent(index, FIRST, chance));
  const byId = new Map(everybody.map((one) => [one.person.id, one]));
  const watcher = watch(engine.nudgeOf);
  const waiting = new Map<string, Day>();
  const ever = new Set<string>();
  const shownOn: number[] = [];
  const due: number[] = [];
  const waited: number[] = [];
  const kinds: Record<string, number> = {};
  const ways: Record<string, number> = {};
  let plan: DayPlan | undefined;

  for (let index = 0; index < DAYS; index++) {
    const today = addDays(FIRST, index);
    const dates = dateKeysFrom(today);
    for (const one of everybody) live(one, today, chance);
    const holiday = index >= 60 && index < 75;
    const weekend = [0, 6].includes(new Date(`${today}T00:00:00Z`).getUTCDay());
    if (holiday || weekend || chance.happens(0.05)) continue;

    const found = new Map<string, { subject: Subject; nudge: Nudge | undefined }>();
    const look = (one: Somebody) => {
      const subject = subjectOf(one, dates, dateKey);
      const nudge = engine.nudgeOf(subject, today);
      watcher.one(one, subject, nudge, today);
      found.set(one.person.id, { subject, nudge });
      return nudge;
    };
    for (const one of everybody) look(one);
    const all = () => [...found.values()].flatMap(({ nudge }) => nudge ?? []);
    due.push(all().length);
    const shown = new Set<string>();
    // In the morning, and after the mail of the day.
    for (const time of ['morning', 'evening']) {
      if (time === 'evening')
        for (const one of everybody) if (chance.happens(0.3) && live(one, today, chance)) look(one);
      for (let turn = 0; turn < 6; turn++) {
        const day = engine.planDay(all(), plan, today);
        plan = day.plan;
        for (const { personId, reasons } of day.nudges) {
          if (!shown.has(personId)) kinds[reasons[0].kind] = (kinds[reasons[0].kind] ?? 0) + 1;
          shown.add(personId);
          ever.add(personId);
          if (!waiting.has(personId)) waiting.set(personId, today);
        }
        watcher.day(shown, today);
        const nudge = day.nudges[turn % Math.max(1, day.nudges.length)];
        const one = nudge && byId.get(nudge.personId);
        const known = one && found.get(one.person.id);
        if (!nudge || !known || !chance.happens(0.35)) continue;
        const given = answer(one, nudge, known.subject, today, chance);
        ways[given.way] = (ways[given.way] ?? 0) + 1;
        waited.push(daysBetween(waiting.get(nudge.personId) ?? today, today));
        waiting.delete(nudge.personId);
        const after = engine.nudgeOf(subjectOf(one, dates, dateKey), today);
        watcher.answered(one, given, nudge, after, today);
        look(one);
      }
    }
    for (const id of waiting.keys()) if (!found.get(id)?.nudge) waiting.delete(id);
    shownOn.push(shown.size);
  }
  const never = everybody.filter(({ person }) => !ever.has(person.id));
  return {
    shown: shownOn,
    due,
    kinds,
    ways,
    waited,
    people,
    unwanted: everybody.filter((one) => !isWanted(one)).length,
    never: never.length,
    neverWanted: never.filter(isWanted).length,
    touchpoints: everybody.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0),
    checks: watcher.counts,
  };
}

function isWanted({ person }: Somebody): boolean {
  return person.cadenceDays !== undefined || person.playbook !== undefined;
}
