import { addressList } from '../reading/addresses.ts';
import { byRole, readConversation } from '../reading/conversation.ts';
import { textOf } from '../reading/dom.ts';
import { roleOfLabel } from '../reading/labels.ts';
import type { Page, Role, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';

/**
 * The page for printing (2010 to 2026): a table for each message, its first cell the sender, `.recipient` the lines
 * `To: Ana <ana@example.com>, ...`. It shows no ids of messages.
 */
export function readPrint(root: Element, page: Page): Sighting[] {
  const messages = [...root.querySelectorAll('table.message:not(.message *)')].flatMap((table) => {
    // Beside the date: where a long message is shown whole, the first cell is its body.
    const [from, another] = addressList(textOf(table.querySelector('td:has(+td):not(td td)'), 10_000));
    if (!from || another) return [];
    // In a language that is not known, To comes first, what may follow are copies.
    let role: Role | undefined;
    const people = [...table.querySelectorAll('.recipient>div:not(.replyto,td td *)')].flatMap((line) => {
      const [label = '', list = ''] = textOf(line, 20_000).split(/[:：](.*)/s);
      role = roleOfLabel(label) ?? (role ? 'cc' : 'recipient');
      return addressList(list).map((person) => ({ role, person }));
    });
    return [{ from, ...byRole(people) }];
  });
  return readConversation(messages, ownAddresses(page));
}
