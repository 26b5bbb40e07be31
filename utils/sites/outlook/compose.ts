import { byRole, readConversation } from '../reading/conversation.ts';
import { fieldText, first, textOf } from '../reading/dom.ts';
import { roleOfLabel } from '../reading/labels.ts';
import type { Page, Role, Sending, Sighting } from '../types.ts';
import { roleOfField, self } from './message.ts';
import { identify, labelOf, PANE, panes, QUOTED, quoted, saidBy } from './person.ts';

/** A recipient in a field that is being filled in (seen 2022 to 2026), not in what people write. */
const TOKEN = '._EType_RECIPIENT_ENTITY:not([role=document] *,[id^=editorParent] *)';

// In windows that have no pane.
const ALONE = `${TOKEN}:not(${PANE} *),[contenteditable=true] #divRplyFwdMsg:not(${PANE} *)`;

/** Where a message is written that has a recipient or answers another one. */
export const COMPOSE = `${PANE}:has(${TOKEN},${QUOTED}), ${ALONE}`;

/** The first of these on the page; whatever is in a pane comes first. */
export function composeIn(page: Page): Element | null {
  const isWritten = (pane: Element) => pane.querySelector(TOKEN) ?? pane.querySelector(QUOTED);
  return panes(page).find(isWritten) ?? first(page.document, ALONE);
}

const ROLES: readonly Role[] = ['recipient', 'cc', 'bcc'];

const SEND = '[data-testid=ComposeSendButton]';

/** Whom the message is for, and whom it answers. */
export function readCompose(root: Element, page: Page): Sighting[] {
  const pane = root.matches(PANE) ? root : page.document.body;
  // To, Cc and Bcc, in this order, and what is written.
  const wells = [...pane.querySelectorAll('[contenteditable=true]')];
  const people = wells.flatMap((well, index) => {
    const role =
      roleOfField(well.closest('[id^=MSG_]') ?? well) ?? roleOfLabel(labelOf(well)) ?? ROLES[index];
    return [...well.querySelectorAll(TOKEN)].flatMap((token) => {
      // The label glues a word on the person's presence to the name ("offlineAna"), but may be the address alone.
      const label = labelOf(token);
      const shown = token.querySelector('[class*=textContainer-],[class*=individualText-]') ?? token;
      return saidBy(token, label.includes('@') ? label : '', shown).map((said) => ({ role, said }));
    });
  });
  // "From: Ana Lee <ana@example.com>": where the author has no address, the first one is another's.
  const isFirst = /^[^:：<]*[:：][^:：<]*</.test(textOf(pane.querySelector(QUOTED)));
  const [answered] = isFirst ? quoted(pane) : [];
  const person = identify(
    people.map(({ said }) => said),
    page,
    self(page),
  );
  const fields = byRole(people.map(({ role, said }) => ({ role, person: person(said) })));
  return readConversation([{ from: answered && person(answered), to: [], cc: [] }, fields], self(page));
}

/**
 * How Outlook sends: what shows that a message went out is not known, but that its window closed. It comes back after Undo, for
 * up to 10 seconds; a dialog means that it was not sent, or not yet.
 */
export const SENDING: Sending = {
  compose: `${PANE}:has(${SEND})`,
  // Perhaps the button itself, perhaps what holds it and the one that opens a menu.
  send: `button${SEND},${SEND} button:not([aria-haspopup])`,
  failed: '[role$=dialog]',
  settles: 15_000,
  read: (compose, page) => ({
    people: readCompose(compose, page).filter(({ role }) => ROLES.includes(role)),
    subject:
      fieldText(compose, 'input[id$=_SUBJECT]') ||
      textOf(compose.querySelector('[id$=_SUBJECT]:not(input)'), 500),
    link: `${page.url.origin}/mail/sentitems`,
  }),
};
