import { byRole, readConversation } from '../conversation.ts';
import { roleOfLabel } from '../labels.ts';
import type { Page, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';
import { personOf } from './person.ts';

// A compose window, or the reply inside of a conversation (2017 to 2026).
const PANE = '.M9';
// Chips: since 2021 options of a list that carries the field's name, before that spans beside a hidden input. The
// suggestions of the field are options too, but can't be dragged.
const CHIP =
  '.agh [role="option"][data-hovercard-id], [draggable="true"] [role="option"][data-hovercard-id], .vN[email]';
const FIELD = '[name="to"], [name="cc"], [name="bcc"]';
// What remains of a field that has no focus: nothing tells To, Cc and Bcc apart there.
const SUMMARY = '.az9 span[email][data-hovercard-id]';

/** The people that a message is being written to: of the window with the focus, else of the first. */
export function readCompose(root: Element, page: Page): Sighting[] {
  const { document } = page;
  const pane = document.activeElement?.closest(PANE) ?? root.closest(PANE) ?? root.parentElement ?? root;
  const chips = [...pane.querySelectorAll(CHIP)];
  const people = (chips.length > 0 ? chips : [...pane.querySelectorAll(SUMMARY)]).map((chip) => ({
    role: roleOfLabel(fieldOf(chip)),
    person: personOf(chip),
  }));
  return readConversation([byRole(people)], ownAddresses(page));
}

function fieldOf(chip: Element): string {
  const field = chip.closest('.vR')?.querySelector(FIELD) ?? chip.closest(FIELD);
  return field?.getAttribute('name') ?? 'to';
}
