import type { Handle } from '../../domain/types.ts';
import { isOrHolds } from '../reading/dom.ts';
import type { Lent, Page, SiteAdapter, Work } from '../types.ts';
import { concernsAny } from './matters.ts';
import { recognised } from './recognised.ts';

/** What is known of a page that no site has by its address. */
export interface Strangers {
  /** The user's addresses, once it has come. */
  readonly own: () => readonly Handle[];
  /** It has yet to be asked for. */
  readonly mustAsk: () => boolean;
  /** Asks for it. Answers whether it came; it may not, where the site was turned off meanwhile or the extension is gone. */
  readonly ask: () => Promise<boolean>;
  /** The page is another one, at another address. */
  readonly forget: () => void;
  /**
   * Gets to know the page, in parts between which the page may work; what they find is kept with the page. `known` is who read it
   * before.
   */
  readonly study: (page: Page, known: SiteAdapter | undefined) => Work;
  /** Who knows the page that was studied last: who recognises it, else who read it before, else the last resort. */
  readonly reader: () => SiteAdapter | undefined;
  /**
   * Whether what changed, nothing when it was too much to be kept, concerns the reader of whole pages that reads this one, or can
   * make somebody recognise it.
   */
  readonly matters: (
    records: readonly MutationRecord[] | undefined,
    title: string,
    site?: SiteAdapter,
  ) => boolean;
}

/**
 * Of pages that are known by what is on them: by one of `sites`, or else by whoever is lent for it, asked for once at an address
 * when such a page has settled. The sites that come with it are added to `sites`.
 */
export function newStrangers(sites: SiteAdapter[], lend?: () => Promise<Lent | undefined>): Strangers {
  // What a page may be recognised by when it comes.
  const signsOf = () => sites.flatMap(({ recognize, sign = '*' }) => (recognize ? [sign] : [])).join();
  let signs = signsOf();
  let last: SiteAdapter | undefined;
  let reader: SiteAdapter | undefined;
  let own: readonly Handle[] = [];
  let asked = !lend;
  const nameOf = (title: string) => title + own.length;
  // The title, and to how many addresses of the user, the last resort did not know the page, while nothing that concerns it has changed.
  let refused: string | undefined;
  return {
    own: () => own,
    mustAsk: () => !asked,
    async ask() {
      asked = true;
      const lent = await lend?.().catch(() => undefined);
      last = lent?.adapter;
      own = lent?.own ?? [];
      // Two who ask at once both get it.
      sites.push(...(lent?.sites ?? []).filter((site) => !sites.includes(site)));
      signs = signsOf();
      return last !== undefined;
    },
    forget() {
      asked = !lend || last !== undefined;
      refused = undefined;
    },
    reader: () => reader,
    *study(page, known) {
      // The last resort may read what another one recognises by now.
      if (known && known !== last) {
        reader = known;
        return;
      }
      const title = nameOf(page.document.title);
      reader = (yield* recognised(page, sites)) ?? known;
      if (reader || !last || refused === title) return;
      yield last.prepare?.(page);
      refused = title;
      if (!last.recognize?.(page)) return;
      refused = undefined;
      reader = last;
    },
    matters(records, title, site) {
      if (site?.concerns) return !records || site.stands?.() === false || concernsAny(records, site.concerns);
      const concerns = last?.concerns;
      const may =
        !records ||
        (last && refused !== nameOf(title)) ||
        concernsAny(records, (node) => concerns?.(node) || (signs !== '' && isOrHolds(node, signs)));
      if (may) refused = undefined;
      return may;
    },
  };
}
