import { expect, type Page } from '@playwright/test';
import type { Kith } from '../e2e/fixture.ts';
import { withPast } from '../e2e/past.ts';
import { logInTo } from './log-in.mjs';
import type { up } from './up.mjs';

/** Where the mailbox is and what is in it. */
export type Box = Awaited<ReturnType<typeof up>>;

/** A touchpoint of the database that is not deleted. */
export interface Row {
  readonly id: string;
  readonly sourceKey: string;
  readonly direction: string;
  readonly channel: string;
  readonly subject: string | undefined;
  readonly link: string | undefined;
  /** The names of those it is with. */
  readonly people: readonly string[];
}

/** Opens Roundcube and logs in. */
export async function logIn(kith: Kith, box: Box): Promise<Page> {
  const page = await kith.visit(box.url);
  // A letter that was begun asks whether to stay, and keeps the browser from closing.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  await logInTo('roundcube', page, box);
  return page;
}

/** The newest row of the list with a subject, and its message's number. */
export async function subjectRow(page: Page, subject: string) {
  const row = page.locator('#messagelist tr.message', { hasText: subject }).first();
  const href = await row.locator('a[href*="_uid"]').first().getAttribute('href');
  return { row, uid: /_uid=(\d+)/.exec(href ?? '')?.[1] ?? '' };
}

/** Opens a message of a folder in the preview; gives its number. */
export async function show(page: Page, box: Box, folder: string, subject: string): Promise<string> {
  await page.goto(`${box.url}?_task=mail&_mbox=${folder}`);
  const { row, uid } = await subjectRow(page, subject);
  await row.click();
  await expect
    .poll(
      () => page.frames().some((frame) => frame.url().includes(`_uid=${uid}&`)),
      `a preview of ${subject}`,
    )
    .toBe(true);
  return uid;
}

/** Puts people into Kith. */
export async function addPeople(
  panel: Page,
  people: readonly ({ readonly email: string; readonly name?: string } | null)[],
): Promise<void> {
  await withPast(
    panel,
    async ({ db, addPerson }, given) => {
      for (const one of given)
        if (one)
          await addPerson(db, {
            name: one.name ?? one.email,
            handles: [{ kind: 'email', value: one.email }],
          });
    },
    people,
  );
}

/** What stands in the database. */
export async function rows(panel: Page): Promise<readonly Row[]> {
  return withPast(
    panel,
    async ({ db }) => {
      const names = new Map((await db.people.toArray()).map(({ id, name }) => [id, name]));
      return (await db.touchpoints.toArray())
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map(({ id, sourceKey, direction, channel, subject, link, personIds }) => ({
          ...{ id, sourceKey, direction, channel, subject, link },
          people: personIds.map((person) => names.get(person) ?? ''),
        }));
    },
    undefined,
  );
}
