import { expect, type Page } from '@playwright/test';

/** The mail site that the tests turn on; its pages describe themselves. */
export const MAIL = 'https://mail.example.com';
/** Its match pattern. */
export const MAIL_PATTERN = 'https://mail.example.com/*';

interface Somebody {
  readonly name?: string;
  readonly email: string;
}

/** A message for `mailPage`. */
export interface Mail {
  readonly id: string;
  readonly from: Somebody;
  readonly to?: readonly Somebody[];
  readonly cc?: readonly Somebody[];
  readonly subject?: string;
  readonly at?: string;
}

/** The user of the mail site. */
export const ANA: Somebody = { name: 'Ana Ferreira', email: 'ana@example.com' };
/** Whom most tests are about. */
export const ALICE: Somebody = { name: 'Alice Nguyen', email: 'alice.nguyen@acme.example.com' };
/** Somebody else. */
export const WANG: Somebody = { name: '王小明', email: 'wang.xiaoming@example.com' };

/** A description of a conversation, as JSON-LD. */
export function conversation(path: string, mails: readonly Mail[]): string {
  const person = ({ name, email }: Somebody) => ({ '@type': 'Person', name, email });
  const text = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Conversation',
    url: `${MAIL}${path}`,
    accountablePerson: person(ANA),
    hasPart: mails.map(
      ({ id, from, to = [ANA], cc = [], subject = 'Coffee on Thursday?', at = '2026-11-02T09:12:00Z' }) => ({
        '@type': 'EmailMessage',
        identifier: id,
        name: subject,
        dateSent: at,
        url: `${MAIL}${path}#${id}`,
        sender: person(from),
        toRecipient: to.map(person),
        ccRecipient: cc.map(person),
      }),
    ),
  });
  return text.replaceAll('<', '\\u003c');
}

/** A page of the mail site at `path`; without mails it is an empty inbox. */
export function mailPage(path: string, mails: readonly Mail[], body = ''): string {
  const head =
    mails.length > 0 ? `<script type="application/ld+json">${conversation(path, mails)}</script>` : '';
  const title = mails[0]?.subject ?? 'Inbox';
  return `<!doctype html><html lang="en"><head><title>${title.replaceAll('<', '&lt;')}</title>${head}</head><body>${body}</body></html>`;
}

/** What is being written on a `writingPage`. */
export interface Draft {
  readonly to: readonly Somebody[];
  readonly cc?: readonly Somebody[];
  readonly subject: string;
}

/**
 * A page on which Ana writes, as webmails do it: the form sends by its button and by Ctrl+Enter, a fifth of a second later the
 * page says that it went out and shows the message, or, for an address at invalid.example, that it did not.
 */
export function writingPage(path: string, { to, cc = [], subject }: Draft): string {
  const draft = JSON.parse(conversation(path, [{ id: `sent${path}`, from: ANA, to, cc, subject }]));
  const [{ identifier, dateSent: _, ...part }] = draft.hasPart;
  const written = JSON.stringify({ ...draft, hasPart: [part] });
  const refused = to.some(({ email }) => email.endsWith('@invalid.example'));
  const script = `
    const form = document.querySelector('form');
    const say = (role, text) => {
      document.querySelector('#toast').replaceChildren(Object.assign(document.createElement('p'), { role, textContent: text }));
    };
    const discard = () => { form.remove(); document.head.querySelector('script').remove(); };
    form.onsubmit = (event) => {
      event.preventDefault();
      setTimeout(() => {
        if (${refused}) return say('alert', 'Not sent');
        form.remove();
        const script = document.head.querySelector('script');
        const shown = JSON.parse(script.textContent);
        shown.hasPart[0].identifier = ${JSON.stringify(identifier)};
        shown.hasPart[0].dateSent = new Date().toISOString();
        script.textContent = JSON.stringify(shown);
        say('status', 'Sent');
      }, 200);
    };
    form.onkeydown = (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    };
    form.querySelector('[type=button]').onclick = () => { discard(); say('status', 'Draft discarded'); };`;
  return `<!doctype html><html lang="en"><head><title>Write</title><script type="application/ld+json">${written.replaceAll('<', '\\u003c')}</script></head>
    <body><form aria-label="Write"><textarea aria-label="Message">Hello</textarea><button type="submit">Send</button><button type="button">Discard</button></form>
    <div id="toast"></div><script>${script}</script></body></html>`;
}

/** Waits until so many pages of the mail site, one after the other, could not be read. */
export async function expectUnread(panel: Page, count: number): Promise<void> {
  const pages = () =>
    panel.evaluate(
      async () => Object.values(await chrome.storage.session.get('unread:jsonld')).flat().length,
    );
  await expect.poll(pages).toBe(count);
}
