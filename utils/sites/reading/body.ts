const NO_HEADER =
  'footer,[role=contentinfo],blockquote,pre,textarea,[contenteditable=""],[contenteditable=true]';
const BODY_NAMES =
  /(?:message|mail|msg|html|text|letter|reader)(?:[-_]|plain|normalized)*(?:body|part|html)|(?:^|[-_ ])(?:quot|signature|footer|gmail_|moz-|yahoo_)/;

/** Whether the element stands in what the markup calls a message's body, a quotation, a signature or a page's footer. */
export function isInBody(element: Element): boolean {
  if (element.closest(NO_HEADER)) return true;
  for (let up: Element | null = element; up && up.localName !== 'body'; up = up.parentElement) {
    // "text-body" is a colour in some style sheets.
    const names = `${up.getAttribute('class')} ${up.id}`.replace(/(?:^| )text-body(?:-\w+)*(?= )/g, '');
    const [said] = BODY_NAMES.exec(names.toLowerCase()) ?? [];
    // "page-footer-fixed" says that a page has one.
    if (said && !(said.includes('footer') && up.querySelector('main,[role=main]'))) return true;
  }
  return false;
}

/** Whether a document is a letter in a frame of its own: no program is in it. A frame of a frameset is a part of the page itself. */
export function isLetter({ defaultView: window, scripts }: Document): boolean {
  return (
    window !== null &&
    window !== window.top &&
    scripts.length === 0 &&
    window.frameElement?.localName !== 'frame'
  );
}
