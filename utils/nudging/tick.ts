import { i18n } from '#i18n';
import type { KithDb } from '../db/database.ts';
import { type DayOf, dayPlanned, keepPlan } from '../db/day.ts';
import { preference } from '../db/preferences.ts';
import { isDigestDue, isQuiet, toNotify } from '../domain/delivery.ts';
import type { Instant } from '../domain/types.ts';
import { reasonsInWords } from '../words/reasons.ts';
import { ensureAlarms } from './alarms.ts';
import { showBadge } from './badge.ts';
import { notifyDigest, notifyPerson } from './notifications.ts';
import { delivered, keepDelivered } from './state.ts';

let running: Promise<void> = Promise.resolve();

/**
 * Looks at the clock: puts the alarms right, counts the badge, and gives what is due. Safe to call at any time and twice at
 * once; a machine that slept for a month gets one digest, as only today's is ever due.
 */
export function tick(db: KithDb, now: Instant = Date.now()): Promise<void> {
  running = running.catch(() => {}).then(() => tickNow(db, now));
  return running;
}

async function tickNow(db: KithDb, now: Instant): Promise<void> {
  // The alarms first: whatever fails below, the next hour tries again.
  await ensureAlarms(now, await preference(db, 'nudges'));
  const day = await dayPlanned(db, now);
  const quiet = isQuiet(now, day.preferences);
  await showBadge(quiet ? 0 : day.nudges.length);
  if (!quiet) await deliver(db, day, now);
}

async function deliver(db: KithDb, day: DayOf, now: Instant): Promise<void> {
  const state = await delivered();
  if (!isDigestDue(now, day.preferences, state.digestDay)) return;
  await keepPlan(db, day.plan);
  const ids = toNotify(day.nudges, state.notified, day.day);
  // Remembered before it is shown: a worker that dies in between must not show it twice.
  const notified = { ...state.notified, ...Object.fromEntries(ids.map((id) => [id, day.day])) };
  await keepDelivered({ digestDay: day.day, notified });
  if (!day.preferences.notify || day.nudges.length === 0) return;
  await notifyDigest(day);
  for (const nudge of day.nudges)
    if (ids.includes(nudge.personId))
      await notifyPerson(nudge, reasonsInWords(nudge, i18n.t('languageTag'), day.day));
}
