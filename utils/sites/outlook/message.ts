import { distinct } from '../../domain/handles.ts';
import type { Handle } from '../../domain/types.ts';
import { aliases, byRole, readConversation } from '../reading/conversation.ts';
import { attribute, isBefore, outermost, outside, textOf } from '../reading/dom.ts';
import { roleOfLabel, walkRecipients } from '../reading/labels.ts';
import { perPage } from '../reading/per-page.ts';
import { saidDate } from '../reading/said.ts';
import { wordsForUser } from '../reading/user-words.ts';
import type { Page, Role, Sighting } from '../types.ts';
import {
  account,
  BODY,
  bearsNameOf,
  buttonLabel,
  identify,
  keyOf,
  labelOf,
  openIn,
  parse,
  type Said,
  saidBy,
} from './person.ts';

// "From: Ana Lee", in Outlook's languages (en, de, zh seen 2023 to 2026; the others from its interface).
const FROM =
  /^(from|von|de( la)?|da|van|från|fr[aá]|od|nuo|saatja|no|lähettäjä|feladó|kimden|nork|daripada|от|од|від|кімнен|από|发件人|寄件者|差出人|送信者|보낸 사람|מאת|من|از|प्रेषक|द्वारा|จาก|từ|dari)\s?[:：]/i;
const WELL = '[data-testid=RecipientWell],[id^=MSG_]:is([id$=_TO],[id$=_CC],[id$=_BCC])';
// Not the button that shows the rest of them (`others`, `plusOthers_1`).
const PERSON = ':is(.lpc-hoverTarget,[data-lpc-hover-target-id],span[role=button]):not([id*=thers])';

// An item's id holds its folder's, base64 of any alignment, and that of "Sent items" is the same in every mailbox: 0x109, after
// zeros that the newer ids count (seen 2016 to 2026). Whoever wrote what is there is the user.
const OF_SENT_ITEMS = /AAAAEJAA|AAIBCQAA|AAAgEJAA|AACAQkAA/;

interface Message {
  readonly from: Said;
  readonly people: readonly { readonly role: Role; readonly said: Said }[];
  readonly scope: Element;
}

/** Everybody in the message or conversation of the reading pane. */
export function readMessages(root: Element, page: Page): Sighting[] {
  const { url } = page;
  const found = messages(page).map((message, _, { length }) => ({
    ...message,
    id: itemId(message.scope, length === 1 ? url.pathname : ''),
  }));
  const own = [
    self(page),
    // Whoever it names is told from the others by that name.
    keyOf(buttonLabel(page)) ?? [],
    found.map(({ id = '', from }) => (OF_SENT_ITEMS.test(id) ? handlesOf(from) : [])),
  ].flat(2);
  const person = identify(
    found.flatMap(({ from, people }) => [from, ...people.map(({ said }) => said)]),
    page,
    own,
  );
  const isKnown = own.some(({ kind }) => kind === 'email');
  // A message may be the only one that is open of a conversation.
  if (own.length === 0 && url.pathname.includes('/sent')) return [];
  const subject = textOf(root.querySelector('[id$=_SUBJECT]:not(input)')) || undefined;
  const seen = found.map(({ from, people, scope, id }) => {
    const [time] = outside(scope, '[data-testid=SentReceivedSavedTime],[id$=_DATETIME]', BODY);
    return {
      from: person(from),
      ...byRole(people.map(({ role, said }) => ({ role, person: person(said, isKnown) }))),
      subject,
      ...saidDate(page, [attribute(time, 'title') || textOf(time)]),
      ...(id && {
        sourceKey: `outlook:${id}`,
        link: `${url.origin}/mail/deeplink/read/${encodeURIComponent(id)}`,
      }),
    };
  });
  return readConversation(seen, [...own, ...aliases(seen, own, bearsNameOf(own, page))]);
}

/** The user: the account, and whoever a message calls "You". */
export const self = perPage((page): readonly Handle[] => {
  const words = wordsForUser(page);
  const named = messages(page).flatMap(({ from }) => (words.has(from.instead ?? '') ? handlesOf(from) : []));
  return distinct([...account(page), ...named]);
});

function handlesOf({ name, email }: Said): Handle[] {
  return [email ?? [], keyOf(name) ?? []].flat();
}

const messages = perPage((page): readonly Message[] => {
  const root = openIn(page);
  if (!root) return [];
  // Where they stand is asked last: it takes the longest, and most labels are others.
  const marked = [...root.querySelectorAll('[id^=MSG_][id$=_FROM],[aria-label]')].filter(
    (element) =>
      (element.id.endsWith('_FROM') || FROM.test(labelOf(element))) && !element.closest(`${BODY},${WELL}`),
  );
  const collapsed = outside(root, '.Q84Kk .OZZZK', `${BODY},${WELL}`);
  const shown = [marked, collapsed, heads(root)].find(({ length }) => length > 0) ?? [];
  // "Bo on behalf of Ana" are two who each sent it in a way; it is not known who is who in every language.
  const senders = outermost(shown).flatMap((element) => {
    const people = outermost([...element.querySelectorAll(PERSON)]);
    return people.length > 1 ? people : [element];
  });
  return senders.flatMap((sender, index) => {
    // All around this sender that holds no other one, as it would hold the one before or after.
    const near = [senders[index - 1], senders[index + 1]];
    let scope = sender;
    for (let next = scope.parentElement; next && scope !== root; next = next.parentElement) {
      if (near.some((other) => other && next?.contains(other))) break;
      scope = next;
    }
    // "[Draft]", in it or right before it: it did not go out.
    if ([sender, sender.previousElementSibling].some((place) => textOf(place).startsWith('['))) return [];
    const inner = sender.querySelector('span[role=button][aria-label]') ?? sender;
    const people = recipients(scope);
    return saidBy(inner, labelOf(inner).replace(FROM, '')).map((from) => ({
      from,
      scope,
      people,
    }));
  });
});

// Without any label (2018 to 2022): over each body, the first who has a card and an address; in lists are recipients.
function heads(root: Element): readonly Element[] {
  const people = outside(root, '.lpc-hoverTarget,[data-lpc-hover-target-id]', `${BODY},${WELL},ul`).filter(
    (element) => parse(element.textContent ?? '').sure,
  );
  const bodies = [...root.querySelectorAll('[role=document]')];
  return bodies.flatMap(
    (body, index) =>
      people.find((person) => isBefore(bodies[index - 1] ?? root, person) && isBefore(person, body)) ?? [],
  );
}

// "To: Ana Lee; Bo <bo@example.com>": people are elements; a text is one only with its address.
function recipients(scope: Element) {
  const people: { role: Role; said: Said }[] = [];
  const wells = outside(scope, `${WELL},[aria-label]`, BODY).filter(
    (element) => element.matches(WELL) || roleOfField(element),
  );
  for (const well of outermost(wells)) {
    if (well.querySelector('[contenteditable=true]')) continue;
    walkRecipients(
      well,
      PERSON,
      (role, element, text) => {
        const said = element
          ? saidBy(element)
          : text
              .split(/[;；]/u)
              .map(parse)
              .filter(({ email }) => email);
        people.push(...said.map((one) => ({ role, said: one })));
      },
      // Where no label is known, To comes first.
      roleOfField(well) ?? (people.length > 0 ? 'cc' : undefined),
    );
  }
  return people;
}

/** The field of a message that is read or written: MSG_..._TO, _CC or _BCC (2024 to 2026), or labelled "To: Ana, Bo" (2025 and 2026). */
export function roleOfField(element: Element): Role | undefined {
  return roleOfLabel(
    /_(TO|B?CC)$/.exec(element.id)?.[1] ?? /^[^:：]+(?=[:：])/.exec(labelOf(element))?.[0] ?? '',
  );
}

// MSG_<item's id>_FROM, or the address of a window that only ever shows one item. An id that Outlook made for this
// showing alone is shorter.
function itemId(scope: Element, path: string): string | undefined {
  const places = [...[...scope.querySelectorAll('[id^=MSG_]')].map(({ id }) => id), path];
  const [id, ...others] = new Set(
    places
      .flatMap(
        (place) => /^(?:MSG_|.*\/deeplink\/read\/)(A[\w+/%=-]{40,}?)(?:_[A-Z]+)?$/.exec(place)?.[1] ?? [],
      )
      .map(urlSafe),
  );
  return others.length > 0 ? undefined : id;
}

// One id, written as in addresses.
function urlSafe(id: string): string {
  return id
    .replace(/%2f|\//gi, '-')
    .replace(/%2b|\+/gi, '_')
    .replace(/%3d/gi, '=');
}
