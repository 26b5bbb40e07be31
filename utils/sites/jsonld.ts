import { emailHandle, sameHandle } from '../domain/handles.ts';
import { linkedinHandle } from '../domain/linkedin-handle.ts';
import { cleanText, readName } from '../domain/names.ts';
import type { Handle } from '../domain/types.ts';
import { type Correspondent, readConversation, type SeenMessage } from './reading/conversation.ts';
import type { Letter, Page, Sighting, SiteAdapter } from './types.ts';

// Any page that says what it shows in schema.org's words: <script type="application/ld+json"> in the top document's head,
// with @type Conversation (hasPart: EmailMessage[]), EmailMessage or ProfilePage (mainEntity: Person). The signed-in
// account is the `accountablePerson`. Only the head counts, and only of the top document: a message that is shown can
// write neither. A description with a `url` that is not the page's is left over from the page before.

const TYPES = ['Conversation', 'EmailMessage', 'ProfilePage'] as const;
const SCRIPT = 'script[type="application/ld+json"]';
const FORM = 'form:has(textarea,[contenteditable])';
type Node = Readonly<Record<string, unknown>>;

/** Sites that describe themselves with schema.org JSON-LD. Its messages count only where the page says whose mailbox it is. */
export const jsonld: SiteAdapter = {
  id: 'jsonld',
  name: 'JSON-LD',
  matches: [],
  sign: SCRIPT,
  recognize: (page) => described(page) && page.document.body,
  self: accounts,
  // What is written is described without a date. ARIA says in any language what a page tells of it.
  sending: {
    compose: FORM,
    send: `${FORM} [type=submit]`,
    sent: '[role=status]:not(:empty)',
    failed: '[role=alert]:not(:empty)',
    instead: `${FORM} [type=button]`,
    read: (_, page) => readDraft(page),
  },
  views: [{ name: 'described', root: 'head', read: (_, page) => readDescribed(page) }],
};

function described({ document, url }: Page): Node | undefined {
  const window = document.defaultView;
  // An attachment shown as a page of its own is sandboxed: its origin is "null".
  if (window && (window !== window.top || window.origin === 'null')) return undefined;
  for (const script of document.head?.querySelectorAll(`:scope > ${SCRIPT}`) ?? []) {
    const text = script.textContent ?? '';
    if (!TYPES.some((type) => text.includes(`"${type}"`))) continue;
    const node = parse(text);
    if (!list(node['@context']).some((context) => /^https?:\/\/schema\.org\/?$/.test(string(context))))
      continue;
    if (!TYPES.some((type) => isA(node, type))) continue;
    const about = URL.parse(string(node['url']), url);
    if (about === null || about.href.split('#')[0] === url.href.split('#')[0]) return node;
  }
  return undefined;
}

function accounts(page: Page): readonly Handle[] {
  return list(described(page)?.['accountablePerson']).flatMap(
    (person) => correspondent(person)?.handle ?? [],
  );
}

function readDescribed(page: Page): Sighting[] {
  const node = described(page);
  if (!node) return [];
  if (isA(node, 'ProfilePage')) return readProfile(object(node['mainEntity']));
  const self = accounts(page);
  const [account] = self;
  // Without knowing who reads, the user may be any of these people.
  if (!account) return [];
  const messages = messagesOf(node).map((part) => readMessage(part, page.url, account));
  const when = ({ at, day }: SeenMessage) => at ?? (day ? Date.parse(day) : Number.POSITIVE_INFINITY);
  return readConversation(messages.sort((a, b) => when(a) - when(b) || 0).slice(-500), self);
}

function messagesOf(node: Node): readonly Node[] {
  const parts = isA(node, 'Conversation') ? list(node['hasPart']).map(object) : [node];
  return parts.filter((part) => isA(part, 'EmailMessage'));
}

function readDraft(page: Page): Letter {
  const [account] = accounts(page);
  const drafts = messagesOf(described(page) ?? {}).filter((part) => string(part['dateSent']) === '');
  const [draft, another] = drafts.map((part) => account && readMessage(part, page.url, account));
  if (!draft || another) return { people: [], subject: '' };
  return {
    people: readConversation([{ ...draft, from: undefined }], accounts(page)),
    subject: draft.subject ?? '',
  };
}

function readMessage(node: Node, url: URL, account: Handle): SeenMessage {
  const sent = string(node['dateSent']);
  const at = /T.*(Z|[+-]\d\d:?\d\d)$/.test(sent) ? Date.parse(sent) : Number.NaN;
  const date = sent.slice(0, 10);
  const day = /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined;
  const id = cleanText(string(node['identifier']));
  const subject = cleanText(string(node['name']));
  const link = string(node['url']) === '' ? null : URL.parse(string(node['url']), url);
  return {
    from: correspondent(node['sender']),
    to: list(node['toRecipient']).flatMap((person) => correspondent(person) ?? []),
    cc: list(node['ccRecipient']).flatMap((person) => correspondent(person) ?? []),
    // What was not sent is a draft: its recipients are shown, but nothing happened.
    ...(id !== '' && day !== undefined && { sourceKey: `${url.hostname}:${account.value}:${id}` }),
    ...(Number.isNaN(at) ? { day } : { at }),
    ...(subject !== '' && { subject }),
    ...(link?.origin === url.origin && link.href.length <= 2000 && { link: link.href }),
  };
}

function readProfile(person: Node): Sighting[] {
  if (!isA(person, 'Person')) return [];
  const found = [
    ...list(person['email']).map((email) => emailHandle(string(email))),
    ...list(person['sameAs']).map((link) => linkedinHandle(string(link))),
  ].filter((handle) => handle !== undefined);
  const handles = found.filter((handle, i) => found.findIndex((other) => sameHandle(other, handle)) === i);
  const [first, ...rest] = handles;
  if (!first) return [];
  const headline = cleanText(string(person['jobTitle']));
  const organization = label(person['worksFor']);
  const location = label(person['address']);
  return [
    {
      role: 'profile',
      handles: [first, ...rest.slice(0, 9)],
      ...readName(string(person['name']), first),
      ...(headline !== '' && { headline }),
      ...(organization !== '' && { organization }),
      ...(location !== '' && { location }),
      touchpoints: [],
    },
  ];
}

function correspondent(value: unknown): Correspondent | undefined {
  const person = object(value);
  const handle = emailHandle(string(person['email']));
  return handle && { handle, name: string(person['name']) };
}

/** The words for a thing that may be given as text, an Organization or a PostalAddress. */
function label(value: unknown): string {
  const [first] = list(value);
  const { name, addressLocality, addressCountry } = object(first);
  const place = [addressLocality, addressCountry].map(string).filter(Boolean).join(', ');
  return cleanText(string(first) || string(name) || place);
}

function parse(text: string): Node {
  try {
    return object(JSON.parse(text));
  } catch {
    return {};
  }
}

function isA(node: Node, type: string): boolean {
  return list(node['@type']).includes(type);
}

function object(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function list(value: unknown): readonly unknown[] {
  return [value ?? []].flat();
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
