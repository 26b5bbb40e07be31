import { each, eachOn, waysOn } from '../reading/dom.ts';
import type { Page, SiteAdapter } from '../types.ts';
import type { Shown } from './read.ts';

/** The most elements outside of its views that a reading depends on; each is listened to. */
const MANY_PARTS = 30;

/** What a reading also depends on outside of its views: the page's title, and what its site names. */
export interface Context {
  /** As they were found when it was last looked for them. */
  readonly parts: () => readonly Element[];
  /**
   * Looks for what was not there, or is gone, in parts: what is still there is not looked for again, as each look costs a large
   * page some tenths of a millisecond. Whoever reads `page` with `eachOn` profits from it. Ends with whether there are other parts now.
   */
  readonly look: (
    site: SiteAdapter | undefined,
    page: Page,
    shown: readonly Shown[],
  ) => Generator<undefined, boolean>;
  /** The next look is for everything. */
  readonly forget: () => void;
}

/** Keeps what readings of a document depend on; nothing is looked for yet. */
export function newContext(): Context {
  let of: SiteAdapter | undefined;
  // As many as selectors, once it was looked for them.
  let found: (readonly Element[])[] = [];
  let parts: readonly Element[] = [];
  return {
    parts: () => parts,
    *look(site, page, shown) {
      if (of !== site) {
        of = site;
        found = [];
      }
      const selectors = site?.context ?? [];
      for (let index = 0; index < selectors.length; index++) {
        const known = found[index];
        const selector = selectors[index] as string; // below its length
        if (known?.length && known.every((part) => part.isConnected)) {
          // What comes outside of the views is heard, and all is forgotten: whoever reads the page need only look inside.
          const inside = () => shown.flatMap(({ root }) => each(root, selector));
          if (!waysOn(page).has(selector))
            waysOn(page).set(selector, () => [...new Set([...known, ...inside()])]);
        } else {
          found[index] = eachOn(page, selector);
          yield;
        }
      }
      const before = parts;
      // It comes first; all that are in a head would take as long as the rest.
      const title = site && page.document.head?.querySelector('title');
      parts = [title ?? [], found].flat(2).slice(0, MANY_PARTS);
      return !areSame(before, parts);
    },
    forget() {
      found = [];
    },
  };
}

/** Whether two lists hold the same elements in the same order. */
export function areSame(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}
