import type { Shown } from './read.ts';
import type { SiteAdapter, View } from './types.ts';

/** Beyond this many changes, looking through the whole page is cheaper than a look at each (2 µs, in code that runs seldom). */
export const MANY_RECORDS = 60;

/** Beyond this many, they are not looked at one by one for what concerns a reader. */
const TOO_MANY_NODES = 2000;

/**
 * Whether a settled change can change the reading of a site whose views are `shown`. `others` looks through the whole page
 * whether other views are on it now, or other parts that a reading depends on; `url` is the page's address.
 */
export function matters(
  records: readonly MutationRecord[],
  site: SiteAdapter,
  shown: readonly Shown[],
  url: () => URL,
  others: () => boolean,
): boolean {
  if (site.concerns) return concernsAny(records, site.concerns, true);
  const targets = new Set<Node>();
  const added: Element[] = [];
  for (const { type, target, addedNodes } of records) {
    targets.add(target);
    if (type !== 'childList') continue;
    for (let index = 0; index < addedNodes.length; index++) {
      const node = addedNodes[index];
      if (node?.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
    }
    if (targets.size + added.length > MANY_RECORDS) return others();
  }
  for (const target of targets) if (shown.some(({ root }) => root.contains(target))) return true;
  const better = betterThan(site, shown, url());
  const telling = ['title', ...(site.context ?? []), ...better.map(({ root }) => root)];
  return anyIs(targets, added, telling.join());
}

// Views are tried in order, so only those before the one shown can take its place; of those beside it there may be another
// (a second compose window).
function betterThan(site: SiteAdapter, shown: readonly Shown[], url: URL): readonly View[] {
  const present = shown.map(({ view }) => view);
  const winner = site.views.findIndex((view) => !view.beside && present.includes(view));
  return site.views.filter(
    (view, index) =>
      view.at?.(url) !== false &&
      (view.beside || (!present.includes(view) && (winner < 0 || index < winner))),
  );
}

// Whether one of the changed nodes is in such an element, or one of the added elements is or holds one.
function anyIs(targets: ReadonlySet<Node>, added: readonly Element[], telling: string): boolean {
  for (const target of targets) {
    const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
    if (element?.closest(telling)) return true;
  }
  return added.some(
    (element) =>
      element.matches(telling) ||
      (element.firstElementChild !== null && element.querySelector(telling) !== null),
  );
}

/**
 * Whether any node that was added or changed concerns a reader, or was `removed` where that counts; so many that looking is slow
 * are taken to.
 */
export function concernsAny(
  records: readonly MutationRecord[],
  concerns: NonNullable<SiteAdapter['concerns']>,
  removed: boolean,
): boolean {
  const nodes = new Set<Node>();
  const add = (list: NodeList) => {
    for (let index = 0; index < list.length; index++) nodes.add(list[index] as Node); // below its length
  };
  for (const record of records) {
    if (record.type !== 'childList') nodes.add(record.target);
    else {
      add(record.addedNodes);
      if (removed) add(record.removedNodes);
    }
    if (nodes.size > TOO_MANY_NODES) return true;
  }
  for (const node of nodes) if (concerns(node)) return true;
  return false;
}
