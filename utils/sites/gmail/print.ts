import { addressList } from '../addresses.ts';
import { type Correspondent, readConversation } from '../conversation.ts';
import { textOf } from '../dom.ts';
import { roleOfLabel } from '../labels.ts';
import type { Page, Role, Sighting } from '../types.ts';
import { ownAddresses } from './account.ts';

/**
 * The page for printing (2010 to 2026): a table for each message, its first cell the sender, `.recipient` the lines
 * `To: Ana <ana@example.com>, ...`. It shows no ids of messages.
 */
export function readPrint(root: Element, page: Page): Sighting[] {
  const messages = [...root.querySelectorAll('table.message')].flatMap((table) => {
    const [from, another] = addressList(textOf(table.querySelector('td'), 1000));
    if (!from || another) return [];
    const lines = [...table.querySelectorAll('.recipient > div')].map((line) => {
      const [, label = '', list = ''] = /^([^:：]*)[:：](.*)$/u.exec(textOf(line, 20_000)) ?? [];
      return { role: roleOfLabel(label), people: addressList(list) };
    });
    const among = (role: Role): Correspondent[] =>
      lines.flatMap((line) => (line.role === role ? line.people : []));
    return [{ from, to: among('recipient'), cc: among('cc'), bcc: among('bcc') }];
  });
  return readConversation(messages, ownAddresses(page));
}
