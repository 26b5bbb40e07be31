import { browser } from 'wxt/browser';
import { DIGEST, HOUR } from './alarms.ts';
import { notificationsDenied } from './notifications.ts';

/** What keeps reminders from arriving: notifications are denied, or the browser dropped Kith's alarms. Asked from the panel. */
export async function deliveryProblem(): Promise<'denied' | 'asleep' | undefined> {
  const alarms = await browser.alarms.getAll();
  if (!alarms.some(({ name }) => name === HOUR || name === DIGEST)) return 'asleep';
  return (await notificationsDenied()) ? 'denied' : undefined;
}
