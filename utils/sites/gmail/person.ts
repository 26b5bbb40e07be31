import { emailHandle, sameHandle } from '../../domain/handles.ts';
import type { Correspondent } from '../reading/conversation.ts';
import { firstText, outside } from '../reading/dom.ts';
import { perText } from '../reading/per-text.ts';

/** What people wrote or are writing. Gmail strips `email` and `name` from mail, but a body is never evidence. */
export const BODY = '.a3s,.ii,.maincontent,[contenteditable=true]';

/** All matches outside message bodies. */
export function outsideBodies(root: ParentNode, selector: string): Element[] {
  return outside(root, selector, BODY);
}

/** Whether an element is in a message body. */
export function isInBody(element: Element): boolean {
  return element.closest(BODY) !== null;
}

/**
 * The person an element stands for: `email` (2014 to 2026), `data-hovercard-id` (2017 to 2026); nothing when the two
 * disagree.
 */
export function personOf(element: Element): Correspondent | undefined {
  const email = element.getAttribute('email');
  const card = element.getAttribute('data-hovercard-id');
  const handle = addressOf(email ?? card ?? '');
  // Most often the same text.
  const other = card === email ? handle : addressOf(card ?? '');
  if (!handle || (other && !sameHandle(handle, other))) return undefined;
  const name = element.getAttribute('name') || element.getAttribute('data-name') || firstText(element);
  return { handle, name };
}

// The same few people write and receive all messages of a conversation, and parsing costs.
const addressOf = perText(emailHandle);
