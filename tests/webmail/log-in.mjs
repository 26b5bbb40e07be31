// Logs in to the webmails; a login that stays without an answer says what the page shows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN } from './machine.mjs';

const LOG_CHARACTERS = 1_000;
const FORMS = {
  roundcube: {
    user: '[name=_user]',
    password: '[name=_pass]',
    inside: '#messagelist tr.message',
  },
  sogo: {
    user: '[ng-model="app.creds.username"]',
    password: '#passwordField',
    inside: 'md-list-item .sg-tile-subject',
  },
  cider: { user: '#username', password: '[type=password]', inside: '#logout, [href$="/logout"]' },
};

/**
 * Logs a Playwright page that is at the webmail `mail` in to it, unless it is, and waits for its first list. Throws with what the page
 * shows and how the servers' logs end where none comes.
 */
export async function logInTo(mail, page, { user, password }) {
  const form = FORMS[mail];
  const there = (selector) => page.waitForSelector(selector, { state: 'attached' });
  try {
    await there(`${form.user}, ${form.inside}`);
    if (await page.locator(form.user).count()) {
      await page.fill(form.user, user);
      await page.fill(form.password, password);
      await page.press(form.password, 'Enter');
    }
    await there(form.inside);
  } catch (error) {
    const shown = await page.innerText('body', { timeout: 1000 }).catch(() => '');
    throw new Error(
      `${mail}: no list at ${page.url()}, which shows:\n${shown.slice(0, LOG_CHARACTERS)}\n${logs()}`,
      { cause: error },
    );
  }
}

function logs() {
  const files = readdirSync(RUN, { recursive: true })
    .map(String)
    .filter((name) => /^log\b|logs\b/.test(name) && name.endsWith('.log'));
  return files
    .map((name) => `${name}: ${readFileSync(join(RUN, name), 'utf8').trim().slice(-LOG_CHARACTERS)}`)
    .join('\n');
}
