import { dayOf } from '../domain/days.ts';
import { allowanceOf, type DayPlan, planDay } from '../domain/nudges/day.ts';
import type { NudgePreferences } from '../domain/preferences.ts';
import type { Day, Instant, Touchpoint } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { handlesOf } from './lookup.ts';
import { nudgesAbout, nudgesOn, type PersonNudge } from './nudges.ts';
import { preference } from './preferences.ts';

const PLAN = 'day-plan';

/** A day as the user sees it. */
export interface DayOf {
  readonly day: Day;
  /** In order; at most five, and none that was answered. */
  readonly nudges: readonly PersonNudge[];
  /** Who else would come up, in order. */
  readonly waiting: readonly PersonNudge[];
  /** To be kept by `keepPlan`, so that the day stays as it is. */
  readonly plan: DayPlan;
  readonly preferences: NudgePreferences;
}

/** Whom to think of on the day of `now`. Only reads, so that a live query may watch it. */
export async function dayPlanned(db: KithDb, now: Instant): Promise<DayOf> {
  const day = dayOf(now);
  const [preferences, kept] = await Promise.all([preference(db, 'nudges'), db.settings.get(PLAN)]);
  const paused = preferences.pausedUntil !== undefined && day < preferences.pausedUntil;
  const nudges = paused ? [] : await nudgesOn(db, day);
  const planned = planDay(
    nudges,
    kept?.value as DayPlan | undefined,
    day,
    allowanceOf(day, preferences.gentleSince),
  );
  return { ...planned, day, preferences };
}

/** How many people the day of `now` still shows, for the badge: reads no more than the people of its plan, once that is full. */
export async function shownOn(db: KithDb, now: Instant): Promise<number> {
  const day = dayOf(now);
  const [preferences, kept] = await Promise.all([preference(db, 'nudges'), db.settings.get(PLAN)]);
  if (preferences.pausedUntil !== undefined && day < preferences.pausedUntil) return 0;
  const plan = kept?.value as DayPlan | undefined;
  if (plan?.day === day && plan.personIds.length >= allowanceOf(day, preferences.gentleSince))
    return (await nudgesAbout(db, plan.personIds, day)).length;
  return (await dayPlanned(db, now)).nudges.length;
}

/** Remembers whom the day of `now` shows; a plan of another day is passed over. Kith's own bookkeeping: neither journaled nor undone. */
export async function keepPlan(db: KithDb, plan: DayPlan, now: Instant = Date.now()): Promise<void> {
  // A window that has not noticed midnight: today's people would be forgotten, and more than five come up.
  if (plan.day !== dayOf(now)) return;
  await db.transaction('rw', db.settings, async () => {
    const row = await db.settings.get(PLAN);
    const kept = row?.value as DayPlan | undefined;
    const known = kept?.day === plan.day ? kept.personIds : [];
    // Two windows may have chosen at once: the day does not grow by it.
    const most = Math.max(known.length, plan.personIds.length);
    const personIds = [...new Set([...known, ...plan.personIds])].slice(0, most);
    if (kept?.day === plan.day && personIds.length === known.length) return;
    await db.settings.put({
      id: PLAN,
      value: { day: plan.day, personIds },
      createdAt: row?.createdAt ?? now,
      updatedAt: now,
    });
  });
}

/** A nudge with what leads to the person: the last touchpoint and an address. */
export interface NudgeInContext extends PersonNudge {
  readonly last: Touchpoint | undefined;
  readonly address: string | undefined;
}

/** Adds the last touchpoint and the first address to nudges. */
export function inContext(db: KithDb, nudges: readonly PersonNudge[]): Promise<NudgeInContext[]> {
  return Promise.all(
    nudges.map(async (nudge) => {
      const [last, handles] = await Promise.all([
        nudge.person.lastTouchpointId === undefined
          ? undefined
          : db.touchpoints.get(nudge.person.lastTouchpointId),
        handlesOf(db, nudge.personId),
      ]);
      return { ...nudge, last, address: handles.find(({ kind }) => kind === 'email')?.value };
    }),
  );
}
