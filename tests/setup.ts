import 'fake-indexeddb/auto';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Messages = Record<string, { message: string }>;

const messages: Messages = JSON.parse(generateChromeMessagesText(await parseMessagesFile('locales/en.yml')));

beforeEach(() => {
  fakeBrowser.reset();
  // fake-browser has no i18n: the real English messages stand in.
  fakeBrowser.i18n.getMessage = ((key: string, substitutions?: string | string[]) => {
    const given = ([] as string[]).concat(substitutions ?? []);
    return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => given[Number(place) - 1] ?? '');
  }) as typeof fakeBrowser.i18n.getMessage;
});

// Only tests of components have a document.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/preact');
  // A machine that does other things too takes more than a second for what is saved and read again.
  configure({ asyncUtilTimeout: 10_000 });
  afterEach(() => cleanup());
}
