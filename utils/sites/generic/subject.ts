import { cleanText, INSIDE } from '../../domain/names.ts';
import { isInBody } from '../reading/body.ts';
import { each, isShown, textOf } from '../reading/dom.ts';
import { textsNear } from '../reading/near.ts';
import { branchOf, isChrome, isOneWith } from './places.ts';

// The label, as webmails in many languages write it, and what follows it in the same text.
const LABEL =
  /^(?:subject|betreff|objet|sujet|asunto|assunto|assumpte|oggetto|onderwerp|[eä]mne|aihe|temat?|tárgy|předmět|predmet|subiect|konu|θέμα|тема|主题|主題|主旨|标题|標題|件名|제목|الموضوع|موضوع|נושא)(?:$|\s*[:：]\s*(.*)$)/iu;
const NAMED = '[class*=subject i],[id*=subject i],[data-testid*=subject i],h1,h2,h3,h4,h5,h6,[role=heading]';
const SAYS = /[\p{L}\p{N}]/u;
const MOST = 200;

/** What a message is about, of which `element` shows the sender: what a label or the markup calls its subject, or heads it. */
export function subjectNear(element: Element): string | undefined {
  // Below a line of dashes stands what is forwarded.
  let quoted = false;
  const [label] = textsNear(element, (text, place) => {
    quoted ||= /^[-_]{4}/.test(text);
    return !quoted && LABEL.test(text) && !isInBody(place);
  });
  const labelled = label && ((LABEL.exec(label.text)?.[1] ?? '') || valueAfter(label.node));
  if (labelled) return labelled.slice(0, MOST);
  const near = textsNear(
    element,
    (text, place) => SAYS.test(text) && namedOf(place, element) !== undefined && !isInBody(place),
  );
  const [named] = near.filter((one) => isShown(one.place) && isOneWith(element, one) && !isChrome(one.place));
  return named && textOf(namedOf(named.place, element), MOST);
}

// What is called so, and neither holds the sender nor what can be clicked, nor is one of many.
function namedOf(place: Element, element: Element): Element | undefined {
  const named = place.closest(NAMED);
  const both = named && branchOf(named, element).parentElement;
  const { className, localName, id } = named ?? {};
  const alike =
    both && className ? both.getElementsByClassName(className) : both?.getElementsByTagName(localName ?? '');
  return named &&
    !named.contains(element) &&
    (alike?.length === 1 || /^\D*subject\D*$/i.test(id ?? '')) &&
    !INSIDE.test(named.textContent ?? '') &&
    // A star beside it says nothing.
    !each(named, 'a,button').some((link) => SAYS.test(link.textContent ?? ''))
    ? named
    : undefined;
}

// The first of several blocks: what a program says of the message is beside its subject.
function lineOf(value: Node): Node {
  const line = [...value.childNodes].find((node) => SAYS.test(node.textContent ?? ''));
  return line?.nodeName === 'DIV' ? lineOf(line) : value;
}

// What stands behind a label on its line; where it has none, nothing does.
function valueAfter(label: Node): string | undefined {
  for (let up: Node | null = label, level = 0; up && level < 4; up = up.parentNode, level++) {
    let isAlone = true;
    for (let next = up.nextSibling; next; next = next.nextSibling) {
      isAlone &&= next.nodeType !== 1; // Node.ELEMENT_NODE, whose name is long for this script
      const text = cleanText(lineOf(next).textContent ?? '', MOST).replace(/^[:：]\s*/, '');
      // The next label, and what a program says where there is none: "(no subject)".
      if (SAYS.test(text)) return /[:：]$|^[[(][^\])]*[\])]$|^=\?/.test(text) ? undefined : text;
    }
    // An icon beside the label is no value.
    if (!isAlone && up.parentElement?.localName !== 'th') return undefined;
  }
  return undefined;
}
