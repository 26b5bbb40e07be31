import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { finishReason, snooze } from '../db/answers.ts';
import type { KithDb } from '../db/database.ts';
import type { DayOf } from '../db/day.ts';
import { nudgeFor, type PersonNudge } from '../db/nudges.ts';
import { dayOf } from '../domain/days.ts';
import { laterDay } from '../domain/nudges/gates.ts';
import type { Instant } from '../domain/types.ts';
import { doneText } from '../words/done.ts';

const DIGEST = 'digest';
const PERSON = 'person:';

/** The morning's one notification: how many, and who. It takes the place of an earlier one that is still there. */
export async function notifyDigest({ nudges }: Pick<DayOf, 'nudges'>): Promise<void> {
  await create(DIGEST, {
    title: i18n.t('digestTitle', nudges.length, [String(nudges.length)]),
    message: nudges.map(({ person }) => person.name).join(i18n.t('listComma')),
    buttons: [i18n.t('openToday')],
  });
}

/** A notification about one person, with what can be answered at once. `why` are the reasons in words. */
export async function notifyPerson({ person, reasons }: PersonNudge, why: string): Promise<void> {
  await create(`${PERSON}${person.id}`, {
    title: person.name,
    message: why,
    buttons: [doneText(reasons[0]), i18n.t('later_tomorrow')],
  });
}

/** A click on a notification leads to where it goes on: the day, the thread of the last touchpoint, or the person. */
export async function notificationClicked(db: KithDb, id: string): Promise<void> {
  await browser.notifications.clear(id);
  if (!id.startsWith(PERSON)) return openPage('today');
  const personId = id.slice(PERSON.length);
  const person = await db.people.get(personId);
  const last = await db.touchpoints.get(person?.lastTouchpointId ?? '');
  if (last?.link) await browser.tabs.create({ url: last.link });
  else await openPage(`person=${personId}`);
}

/** A button of a notification: done or tomorrow, for one person; the digest's opens the day. */
export async function buttonClicked(db: KithDb, id: string, button: number, now: Instant): Promise<void> {
  if (!id.startsWith(PERSON)) return notificationClicked(db, id);
  await browser.notifications.clear(id);
  const nudge = await nudgeFor(db, id.slice(PERSON.length), dayOf(now));
  // Answered elsewhere meanwhile: there is nothing left to do.
  if (!nudge) return;
  if (button === 0) await finishReason(db, nudge.person, nudge.reasons[0]);
  else await snooze(db, nudge.person, laterDay('tomorrow', dayOf(now)));
}

/** Opens Kith's own page in a tab: the panel itself may only be opened by a click in the browser. */
export async function openPage(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html#${hash}` as '/sidepanel.html') }); // a hash is no path
}

/** Whether the browser or the system keeps notifications from being shown. Only Chrome tells. */
export async function notificationsDenied(): Promise<boolean> {
  const chromeOnly = browser.notifications as { getPermissionLevel?: () => Promise<string> };
  return (await chromeOnly.getPermissionLevel?.()) === 'denied';
}

async function create(
  id: string,
  { title, message, buttons }: { title: string; message: string; buttons: readonly string[] },
): Promise<void> {
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
    // Firefox refuses options that it does not know.
    ...(!import.meta.env.FIREFOX && { buttons: buttons.map((text) => ({ title: text })) }),
  };
  await browser.notifications.create(id, options);
}
