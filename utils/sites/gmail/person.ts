import { emailHandle, sameHandle } from '../../domain/handles.ts';
import type { Correspondent } from '../conversation.ts';
import { firstText, outside } from '../dom.ts';

// What people wrote. Gmail strips `email` and `name` from mail, but a body is never evidence.
const BODY = '.a3s, .ii';

/** All matches outside message bodies. */
export function outsideBodies(root: ParentNode, selector: string): Element[] {
  return outside(root, selector, BODY);
}

/**
 * The person an element stands for: `email` (2014 to 2026), `data-hovercard-id` (2017 to 2026); nothing when the two
 * disagree.
 */
export function personOf(element: Element): Correspondent | undefined {
  const [handle, other] = ['email', 'data-hovercard-id'].flatMap(
    (name) => emailHandle(element.getAttribute(name) ?? '') ?? [],
  );
  if (!handle || (other && !sameHandle(handle, other))) return undefined;
  const name = element.getAttribute('name') || element.getAttribute('data-name') || firstText(element);
  return { handle, name };
}
