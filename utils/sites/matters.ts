import type { Shown } from './read.ts';
import type { SiteAdapter, View } from './types.ts';

/** Beyond this many changes, or changed and added nodes, looking through the whole page is cheaper than a look at each. */
const MANY_RECORDS = 150;
const MANY_NODES = 60;

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
  if (site.concerns) return concernsAny(records, site.concerns);
  if (records.length > MANY_RECORDS) return others();
  const targets = new Set<Node>();
  const added: Element[] = [];
  for (const { type, target, addedNodes } of records) {
    targets.add(target);
    if (type !== 'childList') continue;
    for (let index = 0; index < addedNodes.length; index++) {
      const node = addedNodes[index];
      if (node?.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
    }
    if (targets.size + added.length > MANY_NODES) return others();
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

/** Whether any node that was added, removed or changed concerns a reader; so many that looking is slow are taken to. */
export function concernsAny(
  records: readonly MutationRecord[],
  concerns: NonNullable<SiteAdapter['concerns']>,
): boolean {
  const changed = new Set<Node>();
  let looked = 0;
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type !== 'childList') changed.add(target);
    else
      for (const list of [addedNodes, removedNodes])
        for (let index = 0; index < list.length; index++)
          if (++looked > TOO_MANY_NODES || concerns(list[index] as Node)) return true; // below its length
  }
  if (changed.size > TOO_MANY_NODES) return true;
  for (const node of changed) if (concerns(node)) return true;
  return false;
}
