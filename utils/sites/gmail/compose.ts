import { addressList } from '../reading/addresses.ts';
import { type Addressed, byRole, readConversation } from '../reading/conversation.ts';
import { fieldText, isShown } from '../reading/dom.ts';
import { roleOfLabel } from '../reading/labels.ts';
import type { Letter, Page, Sending, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';
import { linkTo } from './link.ts';
import { outsideBodies, personOf } from './person.ts';

// A compose window, or the reply inside of a conversation (2017 to 2026).
const PANE = '.M9';
// Chips: since 2021 options of a list that carries the field's name, before that spans beside a hidden input. The
// suggestions of the field are options too, but can't be dragged.
const CHIP = ':is(.agh,[draggable=true]) [role=option][data-hovercard-id],.vN[email]';
const FIELD = '[name=to],[name=cc],[name=bcc]';
// What a window would send.
const HIDDEN = `input[type=hidden]:is(${FIELD})`;
// What remains of a field that has no focus: nothing tells To, Cc and Bcc apart there.
const SUMMARY = ':is(.az9,.aoD) span[email]';

/** The people that a message is being written to: of the window with the focus, else of the first that is open. */
export function readCompose(root: Element, page: Page): Sighting[] {
  const { document } = page;
  // Asking what is shown takes the browser a layout.
  const panes = outsideBodies(document, PANE);
  const open = panes.length > 1 ? panes.find(isShown) : undefined;
  const pane =
    document.activeElement?.closest(PANE) ?? open ?? root.closest(PANE) ?? root.parentElement ?? root;
  return readPane(pane, page);
}

function readPane(pane: Element, page: Page): Sighting[] {
  const told = toldApart(pane);
  const people = told.length > 0 ? told : outsideBodies(pane, SUMMARY).map((chip) => addressed(chip, 'to'));
  return readConversation([byRole(people)], ownAddresses(page));
}

// Who is in To, in Cc and in Bcc.
function toldApart(pane: Element): readonly Addressed[] {
  const chips = outsideBodies(pane, CHIP);
  if (chips.length > 0) return chips.map((chip) => addressed(chip, fieldOf(chip)));
  return [...pane.querySelectorAll<HTMLInputElement>(HIDDEN)].flatMap(({ name, value }) =>
    addressList(value).map((person) => ({ role: roleOfLabel(name), person })),
  );
}

function addressed(chip: Element, field: string): Addressed {
  return { role: roleOfLabel(field), person: personOf(chip) };
}

/**
 * How Gmail sends. Clicked or Ctrl+Enter, the window closes at once; when the server has it, a toast (`.b8 .vh`) offers "View
 * message" (#link_vsm) and "Undo" (#link_undo) together (2015 to 2026), Undo for the 5 to 30 seconds of the user's setting. So a
 * message counts when the toast is gone or was replaced, or 30 seconds are over, and no window with it came back, as it does
 * after Undo by the key Z. A message to be sent later has the same toast, but is never sent by the button itself.
 */
export const SENDING: Sending = {
  compose: PANE,
  // Send, and Send and archive; beside them what opens a menu.
  send: `${PANE} .Up [role=button]:not([aria-haspopup=true])`,
  sent: '#link_vsm',
  undo: '#link_undo',
  instead: '[selector=scheduledSend]',
  settles: 3000,
  read: readLetter,
};

function readLetter(pane: Element, page: Page): Letter {
  const people = readPane(pane, page);
  // The summary tells To, Cc and Bcc no more apart: who stands first was written to, the others were perhaps copied.
  const told = toldApart(pane).length > 0;
  // `#thread-f:` and a decimal number: the conversation that is answered. One that the browser began has another number.
  const thread = /thread-f:(\d{1,20})$/.exec(fieldText(pane, '[name=rt]'))?.[1];
  return {
    people: people.map((person, index) => (told || index === 0 ? person : { ...person, role: 'cc' })),
    subject: fieldText(pane, '[name=subjectbox]'),
    link: linkTo(thread ? `all/${BigInt(thread).toString(16)}` : 'sent', page),
  };
}

function fieldOf(chip: Element): string {
  const field = chip.closest('.vR')?.querySelector(FIELD) ?? chip.closest(FIELD);
  return field?.getAttribute('name') ?? 'to';
}
