import { fitting, hasLetters } from '../../domain/plain.ts';
import type { Role } from '../types.ts';
import { textWalker } from './dom.ts';
import { FROM } from './from.ts';
import { perText } from './per-text.ts';

// The words before recipients, as mail programs write them; most languages keep Cc and Bcc.
const LABELS: readonly (readonly [Role, RegExp])[] = [
  ['bcc', /^(b[ck]c|cc[ion]|udw|skrytá|скрыт|прихов|密送|密件|숨은|blindkopi|gizli)/],
  ['cc', /^(cc|cp|dw|kopi|копи|抄送|副本|참조|bilgi|másolat)/],
  [
    'recipient',
    /^((to|an|à|para|a|till?|aan|do|к|komu|kime|alıcı|címzett|vastaanottaja)(?!..)|кому|收件|[发發]送至|寄給|寄给|受信者|宛先|받는|إلى|אל)/,
  ],
];

/** The role that a label gives to whoever follows it (`Cc:`, `抄送：`, `Копия:`); nothing for any other text. */
export const roleOfLabel = /* @__PURE__ */ perText((label): Role | undefined => {
  const text = lettersOf(label);
  return LABELS.find(([, pattern]) => pattern.test(text))?.[0];
});

// Whole words only: "De" and "Da" begin many others.
const SENDER = /* @__PURE__ */ new RegExp(
  `^(?:${FROM.toLowerCase()}|sender|afzender|avsändare|avsender|odesílatel|remetente|отправитель|发信人|送信者|보낸이|المرسل)$`,
);

/** Whether a label names who a message is from (`Von:`, `发件人：`). */
export function isSenderLabel(label: string): boolean {
  return SENDER.test(lettersOf(label));
}

function lettersOf(label: string): string {
  const text = label.normalize('NFKC').trim();
  return text
    .replace(
      fitting(text, /[^a-z]+/gi, () => /[^\p{L}]+/gu),
      '',
    )
    .toLowerCase();
}

/**
 * Walks over a line such as `to Ana, Bo, cc: Cy`: `found` is called for the first text of each element that matches
 * `selector`, and for texts outside of them, with the role that the label before gives (`recipient` until there is one).
 * A text with an address is no label; one in an unknown language is, and what follows it was only copied, unless
 * `start` says what the line is for.
 */
export function walkRecipients(
  line: Element,
  selector: string,
  found: (role: Role, element: Element | undefined, text: string) => void,
  start?: Role,
): void {
  let role = start;
  let last: Element | null | undefined;
  const texts = textWalker(line);
  while (texts.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    const closest = parentElement?.closest(selector);
    const element = closest && line.contains(closest) ? closest : undefined;
    const text = element ? '' : (nodeValue ?? '');
    const colon = text.search(/[:：]/);
    const label = colon < 0 ? text : text.slice(0, colon);
    const rest = colon < 0 ? '' : text.slice(colon + 1);
    if (hasLetters(label) && !label.includes('@'))
      role = roleOfLabel(label) ?? (role === undefined ? 'recipient' : (start ?? 'cc'));
    if (!element || element !== last) found(role ?? 'recipient', element, label.includes('@') ? label : rest);
    last = element;
  }
}
