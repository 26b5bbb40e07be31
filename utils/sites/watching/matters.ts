import { isElement, isOrHolds } from '../reading/dom.ts';
import type { SiteAdapter, View } from '../types.ts';
import type { Shown } from './read.ts';

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
  url: URL,
  others: () => boolean,
): boolean {
  const targets = new Set<Node>();
  const added: Element[] = [];
  const take = (node: Node) => {
    if (isElement(node)) added.push(node);
    return false;
  };
  const tooMany = records.some((record) => {
    targets.add(record.target);
    if (record.type === 'childList') anyOf(record.addedNodes, take);
    return targets.size + added.length > MANY_RECORDS;
  });
  if (tooMany) return others();
  const changed = [...targets];
  if (changed.some((target) => shown.some(({ root }) => root.contains(target)))) return true;
  const better = betterThan(site, shown, url);
  const telling = ['title', ...(site.context ?? []), ...better.map(({ root }) => root)];
  return anyIs(changed, added, telling.join());
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
function anyIs(targets: readonly Node[], added: readonly Element[], telling: string): boolean {
  const isIn = (target: Node) => {
    return (isElement(target) ? target : target.parentElement)?.closest(telling) != null;
  };
  return targets.some(isIn) || added.some((element) => isOrHolds(element, telling));
}

/** Whether any node that was added, and stayed, or changed concerns a reader; so many that looking is slow are taken to. */
export function concernsAny(
  records: readonly MutationRecord[],
  concerns: NonNullable<SiteAdapter['concerns']>,
): boolean {
  let looked = 0;
  let last: Node | undefined;
  const does = (node: Node) => ++looked > TOO_MANY_NODES || concerns(node);
  const stays = (node: Node) => node.isConnected && does(node);
  for (let index = 0; index < records.length; index++) {
    const record = records[index] as MutationRecord; // below its length
    // Each question to a record costs: none is asked that is not needed.
    if (record.type === 'childList') {
      if (anyOf(record.addedNodes, stays)) return true;
      continue;
    }
    const { target } = record;
    // What changes twice does so twice in a row.
    if (target !== last && does(target)) return true;
    last = target;
  }
  return false;
}

/**
 * How many changes there are beside those of texts, where all of them, and of texts, are in elements that a CSS selector is about;
 * nothing where one is not.
 */
export function countWithin(records: readonly MutationRecord[], selector: string): number | undefined {
  let within: Element | null | undefined;
  let last: Node | undefined;
  let count = 0;
  const all = records.every(({ target, type }) => {
    // Most changes are in one message; asking for it by the selector takes longer.
    if (target !== last && !within?.contains(target))
      within = (isElement(target) ? target : target.parentElement)?.closest(selector);
    last = target;
    if (type !== 'characterData') count++;
    return within;
  });
  return all ? count : undefined;
}

// Lists of nodes have no `some`, and an iterator costs more than the rest.
function anyOf(nodes: NodeList, test: (node: Node) => boolean): boolean {
  for (let index = 0; index < nodes.length; index++) if (test(nodes[index] as Node)) return true; // below its length
  return false;
}
