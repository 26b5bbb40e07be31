import { browser } from 'wxt/browser';
import { nextDigest } from '../domain/delivery.ts';
import type { NudgePreferences } from '../domain/preferences.ts';
import type { Instant } from '../domain/types.ts';

/** Comes each hour: a new day, a changed clock or a machine that slept is noticed within it. */
export const HOUR = 'hour';
/** Comes when the morning digest is due. */
export const DIGEST = 'digest';

/** Creates Kith's alarms where they are absent or differ; one that is right is left alone. */
export async function ensureAlarms(now: Instant, preferences: NudgePreferences): Promise<void> {
  const [hour, digest] = await Promise.all([browser.alarms.get(HOUR), browser.alarms.get(DIGEST)]);
  if (hour?.periodInMinutes !== 60) browser.alarms.create(HOUR, { periodInMinutes: 60 });
  const when = nextDigest(now, preferences);
  if (when === undefined) await browser.alarms.clear(DIGEST);
  else if (digest?.scheduledTime !== when) browser.alarms.create(DIGEST, { when });
}
