/**
 * A page's structure without its content, for a report that a user may send: tags, roles, names of attributes, and class
 * names that look like code. No text, no address, no value that could hold one: texts become their length. At most
 * `most` elements. It is run inside pages by itself, so it must not use anything from outside of its braces.
 */
export function censor(most = 1500): string {
  const lines: string[] = [];
  const isCode = (token: string) => /^[a-z]+([_-][a-z]+)*$/i.test(token) && token.length <= 30;
  const walk = (element: Element, depth: number): void => {
    if (lines.length >= most || /^(SCRIPT|STYLE|svg|NOSCRIPT)$/i.test(element.tagName)) return;
    const names = element
      .getAttributeNames()
      .filter((name) => name !== 'class' && name !== 'style' && isCode(name))
      .map((name) => ` ${name}`);
    const classes = [...element.classList].filter(isCode).map((token) => `.${token}`);
    let text = 0;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue?.trim().length ?? 0;
    }
    const length = text === 0 ? '' : ` “${text}”`;
    lines.push(`${' '.repeat(depth)}${element.localName}${classes.join('')}${names.join('')}${length}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.body, 0);
  return lines.join('\n');
}
