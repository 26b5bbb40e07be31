/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One random edit of a page, as a site's new release or a half-loaded page may make: says what was done. */
export function mutate(document: Document, random: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const pageElements = [...document.querySelectorAll('body *, title')];
  const inShadow = pageElements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
  const elements = [...pageElements, ...inShadow];
  const a = pick(elements);
  const b = pick(elements);
  if (!a || !b) return 'nothing';
  const edits = {
    drop: () => a.remove(),
    move: () => a.contains(b) || b.append(a),
    duplicate: () => a.contains(b) || b.after(a.cloneNode(true)),
    unwrap: () => a.localName !== 'title' && a.replaceWith(...a.childNodes),
    'rename class': () => a.setAttribute('class', 'x1f3'),
    'drop attribute': () => a.removeAttribute(pick(a.getAttributeNames()) ?? ''),
    'swap text': () => swapText(document, pick),
    'cut off': () => {
      for (let next = a.nextSibling; next; next = a.nextSibling) next.remove();
    },
  };
  const kind = pick(Object.keys(edits) as (keyof typeof edits)[]) ?? 'drop';
  edits[kind]();
  return `${kind} ${a.localName}`;
}

function swapText(document: Document, pick: <T>(list: readonly T[]) => T | undefined): void {
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walk.nextNode()) if (walk.currentNode.nodeValue?.trim()) texts.push(walk.currentNode);
  const [a, b] = [pick(texts), pick(texts)];
  if (a && b) [a.nodeValue, b.nodeValue] = [b.nodeValue, a.nodeValue];
}
