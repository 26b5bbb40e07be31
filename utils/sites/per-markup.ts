/**
 * Reads something of an element again only when its markup, or what else the answer depends on (`about`), is not what it was:
 * a browser writes an element's markup many times faster than a script reads it.
 */
export function perMarkup<T>(): (element: Element, about: string, read: () => T) => T {
  const answers = new WeakMap<Element, { readonly key: string; readonly value: T }>();
  return (element, about, read) => {
    const key = about + element.outerHTML;
    const answer = answers.get(element);
    if (answer?.key === key) return answer.value;
    const value = read();
    answers.set(element, { key, value });
    return value;
  };
}
