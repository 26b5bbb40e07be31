/**
 * A page's structure without its content, for a report that a user may send: tags, names of attributes, classes, and a few values
 * that name what a thing is for. No text, no address: texts become their length, and of all names only words in `known`, which are
 * words of markup, and classes of one to three letters that the page says nowhere are told; other words become their length, as
 * anything may be in the names that a page gives, even in those of attributes and elements. At most `most` elements. It is run
 * inside pages by itself, so it must not use anything from outside of its braces.
 */
export function shapeOf(known: readonly string[], most = 1500): string {
  const words = new Set(known);
  // What a class is for may stand in these; who somebody is stands in the others.
  const telling = ['role', 'type', 'id', 'data-testid', 'data-test-id', 'data-app-section', 'itemprop'];
  const wordsIn = (text: string): string[] =>
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .split(/[^\p{L}\p{M}]+/u)
      .filter((word) => word !== '');

  const said = new Set<string>();
  const note = (text: string) => {
    for (const word of wordsIn(text.slice(0, 2000))) said.add(word.toLowerCase());
    for (const word of text
      .slice(0, 2000)
      .toLowerCase()
      .split(/[^\p{L}\p{M}]+/u))
      said.add(word);
  };
  note(document.title);
  const everything = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT);
  for (let node: Node | null = everything.currentNode, seen = 0; node && seen < most * 40; seen++) {
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) if (name !== 'class' && name !== 'style') note(value);
    } else if (!/^(SCRIPT|STYLE)$/.test(node.parentElement?.tagName ?? '')) note(node.nodeValue ?? '');
    node = everything.nextNode();
  }

  const isKnown = (word: string) => words.has(word.toLowerCase());
  const told = (name: string): string =>
    wordsIn(name)
      .slice(0, 8)
      .map((word) => (isKnown(word) ? word : `x${[...word].length}`))
      .join('-');
  const toldClass = (name: string): string =>
    /^[a-z]{1,3}$/i.test(name) && !said.has(name.toLowerCase()) ? name : told(name);

  const lines: string[] = [];
  const walk = (element: Element, depth: number): void => {
    if (lines.length >= most || /^(SCRIPT|STYLE|svg|NOSCRIPT)$/i.test(element.tagName)) return;
    const isHtml =
      element.namespaceURI === 'http://www.w3.org/1999/xhtml' &&
      !element.localName.includes('-') &&
      !(element instanceof HTMLUnknownElement);
    const classes = [...element.classList].slice(0, 20).map((token) => `.${toldClass(token)}`);
    const attributes = element
      .getAttributeNames()
      .filter((name) => name !== 'class' && name !== 'style')
      .slice(0, 30)
      .map((name) => {
        const value = telling.includes(name) ? (element.getAttribute(name) ?? '').slice(0, 60) : '';
        const parts = wordsIn(value);
        const tell = parts.length > 0 && !/\s/.test(value) && parts.every(isKnown);
        return ` ${told(name)}${tell ? `=${parts.join('-')}` : ''}`;
      });
    let text = 0;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue?.trim().length ?? 0;
    }
    const length = text === 0 ? '' : ` “${text}”`;
    const tag = isHtml ? element.localName : `<${told(element.localName)}>`;
    lines.push(`${' '.repeat(Math.min(depth, 60))}${tag}${classes.join('')}${attributes.join('')}${length}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.body, 0);
  return lines.join('\n');
}
