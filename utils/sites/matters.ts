import type { Shown } from './read.ts';
import type { SiteAdapter, View } from './types.ts';

/** Beyond this many changed and added nodes in one settled change, looking for the views anew is cheaper than a look at each. */
const MANY_NODES = 60;

/** Beyond this many, they are not looked at one by one for what concerns a reader. */
const TOO_MANY_NODES = 2000;

/**
 * Whether a settled change, outside of which nothing happened, can change the reading of a site whose views are `shown`.
 * `views` looks for the views anew, `url` is the page's address.
 */
export function matters(
  records: readonly MutationRecord[],
  site: SiteAdapter,
  shown: readonly Shown[],
  url: () => URL,
  views: () => readonly Shown[],
): boolean {
  if (site.concerns && !concernsAny(records, site.concerns)) return false;
  const targets = new Set<Node>();
  for (const { target } of records) {
    if (targets.has(target)) continue;
    if (shown.some(({ root }) => root.contains(target))) return true;
    targets.add(target);
  }
  const added: Element[] = [];
  for (const { type, addedNodes } of records) {
    if (type !== 'childList') continue;
    for (let index = 0; index < addedNodes.length; index++) {
      const node = addedNodes[index];
      if (node?.nodeType === Node.ELEMENT_NODE) added.push(node as Element);
    }
  }
  const context = ['title', ...(site.context ?? [])];
  if (targets.size + added.length > MANY_NODES)
    return anyIs(targets, added, context.join()) || !areSame(views(), shown);
  const better = betterThan(site, shown, url());
  return anyIs(targets, added, [...context, ...better.map(({ root }) => root)].join());
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

function areSame(a: readonly Shown[], b: readonly Shown[]): boolean {
  return (
    a.length === b.length && a.every(({ view, root }, at) => view === b[at]?.view && root === b[at]?.root)
  );
}

/** Whether any node that was added, removed or changed concerns a reader; so many that looking is slow are taken to. */
export function concernsAny(
  records: readonly MutationRecord[],
  concerns: NonNullable<SiteAdapter['concerns']>,
): boolean {
  const nodes = new Set<Node>();
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type !== 'childList') nodes.add(target);
    else
      for (const list of [addedNodes, removedNodes])
        for (let index = 0; index < list.length; index++) nodes.add(list[index] as Node); // below its length
    if (nodes.size > TOO_MANY_NODES) return true;
  }
  for (const node of nodes) if (concerns(node)) return true;
  return false;
}
