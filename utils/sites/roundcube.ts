import { emailHandle, mailtoHandle, sameHandle } from '../domain/handles.ts';
import type { Handle } from '../domain/types.ts';
import { addressList } from './reading/addresses.ts';
import { type Correspondent, readConversation, readListed } from './reading/conversation.ts';
import { attribute, fieldText, first, firstText, outside, textOf, without } from './reading/dom.ts';
import { perPage } from './reading/per-page.ts';
import { saidDate } from './reading/said.ts';
import type { Letter, Page, Sighting, SiteAdapter } from './types.ts';

// Roundcube 1.6.5, skins elastic, larry and classic, seen on a real one in 2026-11. A message is the same markup in the
// preview (an iframe of its own) and on its own page; elastic hides To and Cc. Every page's inline script calls
// rcmail.set_env({...}), which on a message's page names what is shown: uid, mailbox, sender, username. Compose has
// the addresses as text in textareas, whatever the skin shows instead of them.
const PERSON = '.rcmContactAddress';
// Roundcube renames a body's classes since 1.4 ("v1header"), but whatever looks like a header in there is no evidence.
const BODY = '#messagebody,.message-part,.message-htmlpart';
// Larry's preview has a short table too, where "from" is a recipient in a folder of sent mail.
const SHORT = '#preview-shortheaders';
const FORM = 'form:has([name=_to])';
const TASK = '.task-mail';
const SCRIPT = 'script[src*="program/js/app."]';
const LISTS = 'table#messagelist,textarea#_to';
const STACK = ':is(#messagestack,#message)';

/** Roundcube, on whatever host: found by what every skin keeps. */
export const roundcube: SiteAdapter = {
  id: 'roundcube',
  name: 'Roundcube',
  matches: [],
  sign: `${TASK}, ${SCRIPT}, ${LISTS}, ${PERSON}`,
  // Each in a way that browsers are fast at.
  recognize: ({ document }) =>
    document.body?.matches(TASK) || document.head?.querySelector(SCRIPT)
      ? document.body
      : first(document, `${LISTS}, td.header.from:has(${PERSON})`),
  self: ownAddresses,
  // The form goes into a hidden frame, which tells the page what to show; half a second later the page goes to the list, or
  // the window closes. What is shown when a draft was saved differs by the form's own word only.
  sending: {
    compose: FORM,
    // The toolbar's, the form's, and the one of the question for a subject. There is no key for it but a plugin's.
    send: '.send',
    sent: `${STACK} > .confirmation`,
    saved: '[name=_draft][value="1"]',
    failed: `${STACK} > .error`,
    stays: true,
    read: readLetter,
  },
  views: [
    {
      name: 'compose',
      root: FORM,
      at: isCompose,
      mayBeEmpty: true,
      read: readCompose,
    },
    {
      name: 'message',
      root: '#message-header,#messageheader,.messageheaderbox,.headers-table',
      read: readMessage,
    },
    { name: 'list', root: '#messagelist', mayBeEmpty: true, read: readSelection },
  ],
};

// Where letters are written. The page of a list or message is not looked through for what only these have.
function isCompose({ search }: URL): boolean {
  return /[?&]_action=compose\b/.test(search);
}

function readMessage(root: Element, page: Page): Sighting[] {
  const env = environment(page);
  const field = (name: string) =>
    unique(
      outsideBody(root, `td.header.${name}:not(${SHORT} *)`).flatMap((cell) => [
        ...linkedIn(cell),
        ...folded(cell),
      ]),
    );
  const written = env['sender'] === undefined ? undefined : addressList(env['sender'])[0];
  const isWritten = ({ handle }: Correspondent) =>
    written !== undefined && sameHandle(handle, written.handle);
  const authors = field('from');
  // A skin without the table has a sentence, which in a folder of sent mail names a recipient: the script decides.
  const candidates = authors.length > 0 ? authors : unique(linkedIn(root)).filter(isWritten);
  const [sender, another] = written ? candidates.filter(isWritten) : candidates;
  if (!sender || another) return [];
  const message = {
    // Roundcube hides a name that is another address; the script has it.
    from: { ...sender, name: written?.name ?? sender.name },
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: subjectOf(root),
    ...shownDate(root, page, env),
    ...identity(page.url, env),
  };
  return readConversation([message], ownAddresses(page));
}

// Where the message is: the frame's address, unless the page itself says it shows another one. A draft has none.
function identity(url: URL, env: Environment) {
  const mailbox = url.searchParams.get('_mbox') ?? env['mailbox'];
  const uid = url.searchParams.get('_uid') ?? env['uid'];
  if (!mailbox || !uid || (env['uid'] ?? uid) !== uid || (env['mailbox'] ?? mailbox) !== mailbox) return {};
  if (mailbox === env['drafts_mailbox']) return {};
  const query = new URLSearchParams({ _task: 'mail', _mbox: mailbox, _uid: uid, _action: 'show' });
  return { sourceKey: `${url.origin}:${mailbox}:${uid}`, link: `${url.origin}${url.pathname}?${query}` };
}

// In the reader's own zone, which is Roundcube's default ("auto").
function shownDate(root: Element, page: Page, env: Environment) {
  const text = textOf(
    root.querySelector('td.header.date') ?? root.querySelector('.header-summary .text-nowrap'),
  );
  // jQuery's letters: dd/mm/yy, yy-mm-dd.
  const orders: Readonly<Record<string, 'dmy' | 'mdy'>> = { d: 'dmy', m: 'mdy' };
  const order = orders[env['date_format']?.[0] ?? ''];
  const language = (env['locale'] ?? page.document.documentElement.lang).replace('_', '-');
  return saidDate(page, [text], { language, order });
}

function subjectOf(root: Element): string | undefined {
  const heading = root.querySelector('td.header.subject,.subject');
  // The hidden word "Subject:" and the button to open a window stand inside of it.
  return (heading && textOf(without(heading, '.voice,a,.flag-icon'))) || undefined;
}

function readSelection(root: Element, { document }: Page): Sighting[] {
  // By class and of the whole page: many times faster, on a long list.
  const selected = [...document.querySelectorAll('.selected')].filter((row) => root.contains(row));
  const rows = selected.length > 0 ? selected : [...root.querySelectorAll('tr[aria-selected=true]')];
  const people = unique(rows.flatMap((row) => linkedIn(row)));
  return readListed(people, []);
}

function readCompose(root: Element, page: Page): Sighting[] {
  const field = (name: string) =>
    addressList(root.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)?.value ?? '');
  return readConversation([{ to: field('_to'), cc: field('_cc'), bcc: field('_bcc') }], ownAddresses(page));
}

function readLetter(form: Element, page: Page): Letter {
  const { origin, pathname } = page.url;
  // The folder that keeps what is sent; there may be none.
  const kept = fieldText(form, '[name=_store_target]');
  return {
    people: readCompose(form, page),
    subject: fieldText(form, '[name=_subject]'),
    link: kept && `${origin}${pathname}?${new URLSearchParams({ _task: 'mail', _mbox: kept })}`,
  };
}

// Where the skin shows the account, the identities to write as, and what the page's script says. A login without a
// domain is an address at the server's own domains.
function ownAddresses(page: Page): Handle[] {
  const { document, url } = page;
  const login = environment(page)['username'] || textOf(outsideBody(document, '.username')[0]);
  const labels = url.hostname.split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  const logins = login.includes('@') ? [login] : domains.map((domain) => `${login}@${domain}`);
  const select = isCompose(url) ? document.querySelector('[name=_from]') : null;
  const identities = [...(select?.querySelectorAll('option') ?? [])].map((option) => textOf(option));
  return [
    ...logins.flatMap((address) => emailHandle(address) ?? []),
    ...identities.flatMap(addressList).map(({ handle }) => handle),
  ];
}

function outsideBody(root: ParentNode, selector: string): Element[] {
  return outside(root, selector, BODY);
}

function linkedIn(root: ParentNode): Correspondent[] {
  return outsideBody(root, PERSON).flatMap(linked);
}

// From the tenth recipient on there is "6 more...", a link whose script holds the markup of all.
function folded(cell: Element): Correspondent[] {
  const script = cell.querySelector('.morelink')?.getAttribute('onclick') ?? '';
  const quoted = /^[^']*'((?:[^'\\]|\\.)*)'/s.exec(script)?.[1];
  if (quoted === undefined) return [];
  return linkedIn(new DOMParser().parseFromString(quoted.replace(/\\(.)/gs, '$1'), 'text/html'));
}

function linked(element: Element): Correspondent[] {
  const href = element.getAttribute('href');
  const handle = (href && mailtoHandle(href)) || emailHandle(attribute(element, 'title'));
  return handle ? [{ handle, name: firstText(element) }] : [];
}

function unique(people: readonly Correspondent[]): Correspondent[] {
  const isFirst = ({ handle }: Correspondent, index: number) =>
    people.findIndex((other) => sameHandle(other.handle, handle)) === index;
  return people.filter(isFirst);
}

type Environment = Readonly<Record<string, string>>;

// Only the strings that are asked for are taken out of the script; it is read as text and never run.
const WANTED = /"(uid|mailbox|sender|username|locale|date_format|drafts_mailbox)":("(?:[^"\\]|\\.)*")/g;

const environment = perPage(({ document }): Environment => {
  const known = environments.get(document);
  if (known?.script.isConnected) return known.env;
  const script = [...document.scripts].find((candidate) => candidate.text.includes('rcmail.set_env({'));
  const env: Record<string, string> = {};
  for (const [, name = '', json = '""'] of (script?.text ?? '').slice(0, 50_000).matchAll(WANTED))
    env[name] ??= unescapeJson(json);
  if (script) environments.set(document, { script, env });
  return env;
});

// A script that ran does not change any more.
const environments = new WeakMap<Document, { readonly script: Element; readonly env: Environment }>();

function unescapeJson(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}
