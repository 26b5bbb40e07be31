import { understood } from './understand.ts';
import { fromPage, type Sender } from './validate.ts';

/** A page's message, checked and understood; see `fromPage` for what else can come of it. */
export function hear(message: unknown, sender: Sender, ownId: string): ReturnType<typeof fromPage> {
  const checked = fromPage(message, sender, ownId);
  return checked && !('refused' in checked) ? { ...checked, message: understood(checked.message) } : checked;
}
