/**
 * Reads something of an element again only when its markup, or what else the answer depends on (`about`), is not what it was:
 * a browser writes an element's markup many times faster than a script reads it.
 */
export function perMarkup<T>(): (element: Element, about: string, read: () => T) => T {
  const answers = new WeakMap<
    Element,
    { readonly about: string; readonly markup: string; readonly value: T }
  >();
  return (element, about, read) => {
    // Kept as the browser gives it: put together with anything else it would be copied.
    const markup = element.outerHTML;
    const answer = answers.get(element);
    if (answer?.markup === markup && answer.about === about) return answer.value;
    const value = read();
    answers.set(element, { about, markup, value });
    return value;
  };
}
