import { addressList } from '../addresses.ts';
import { byRole, readConversation } from '../conversation.ts';
import { textOf } from '../dom.ts';
import { roleOfLabel } from '../labels.ts';
import type { Page, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';

/**
 * The page for printing (2010 to 2026): a table for each message, its first cell the sender, `.recipient` the lines
 * `To: Ana <ana@example.com>, ...`. It shows no ids of messages.
 */
export function readPrint(root: Element, page: Page): Sighting[] {
  const messages = [...root.querySelectorAll('table.message')].flatMap((table) => {
    const [from, another] = addressList(textOf(table.querySelector('td'), 1000));
    if (!from || another) return [];
    const people = [...table.querySelectorAll('.recipient > div')].flatMap((line) => {
      const [label = '', list = ''] = textOf(line, 20_000).split(/[:：](.*)/s);
      return addressList(list).map((person) => ({ role: roleOfLabel(label), person }));
    });
    return [{ from, ...byRole(people) }];
  });
  return readConversation(messages, ownAddresses(page));
}
