import { type Correspondent, readConversation } from '../conversation.ts';
import { attribute, firstText, textOf } from '../dom.ts';
import { roleOfLabel } from '../labels.ts';
import type { Page, Role, Sighting } from '../types.ts';
import { self } from './message.ts';
import { identify, parse, QUOTED, quoted, type Said } from './person.ts';

/** A recipient in a field that is being filled in (seen 2022 to 2026). */
export const TOKEN = '._EType_RECIPIENT_ENTITY';

const ROLES: readonly Role[] = ['recipient', 'cc', 'bcc'];

/** Whom the message is for, and whom it answers. */
export function readCompose(root: Element, page: Page): Sighting[] {
  const pane = root.matches(TOKEN) ? page.document.body : root;
  // To, Cc and Bcc, in this order.
  const wells = [...pane.querySelectorAll('[contenteditable="true"]')].filter((well) =>
    well.querySelector(TOKEN),
  );
  const people = wells.flatMap((well, index) => {
    const id = /_(TO|CC|BCC)$/.exec(well.closest('[id^="MSG_"]')?.id ?? '')?.[1];
    const role = roleOfLabel(id ?? attribute(well, 'aria-label')) ?? ROLES[index];
    return [...well.querySelectorAll(TOKEN)].flatMap((token) => {
      const said = saidBy(token);
      return said ? [{ role, said }] : [];
    });
  });
  const header = pane.querySelector(
    `[contenteditable="true"] ${QUOTED}, [contenteditable="true"] #x_divRplyFwdMsg`,
  );
  // "From: Ana Lee <ana@example.com>": where the author has no address, the first one is another's.
  const answered = /^[^:：]*[:：][^:：<]*</u.test(textOf(header)) ? quoted(header)[0] : undefined;
  const person = identify([...people.map(({ said }) => said), ...(answered ? [answered] : [])], page);
  const among = (role: Role): Correspondent[] =>
    people.flatMap((someone) => (someone.role === role && person(someone.said)) || []);
  const message = { to: among('recipient'), cc: among('cc'), bcc: among('bcc') };
  return readConversation([{ ...message, from: answered && person(answered) }], self(page));
}

// The label glues a word on the person's presence to the name ("offlineAna"), but may be the address alone.
function saidBy(token: Element): Said | undefined {
  const text = token.querySelector('[class*="textContainer-"], [class*="individualText-"]');
  const [shown, labelled] = [parse(text ? firstText(text) : ''), parse(attribute(token, 'aria-label'))];
  if (shown.email && labelled.email && shown.email.value !== labelled.email.value) return undefined;
  const email = shown.email ?? labelled.email;
  return email || shown.name ? { name: shown.name || (email ? labelled.name : ''), email } : undefined;
}
