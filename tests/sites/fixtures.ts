import { onTestFinished } from 'vitest';
import { emailHandle } from '../../utils/domain/handles.ts';
import type { Page, Reading } from '../../utils/sites/types.ts';

/** What `<view>.json` beside a page says of it. */
interface Expectation {
  /** The address at which the page is read. */
  readonly url: string;
  /** Another page of this folder, where one page is read at several addresses. */
  readonly page?: string;
  /** Whether reading needs layout (`isShown`): the page is then shown in a frame instead of only being parsed. */
  readonly layout?: boolean;
  /** The addresses that the user said are theirs. */
  readonly own?: readonly string[];
  /** Who else may be shown when the page is broken at random (handle and name): `linkedin:ana Ana Pérez`. */
  readonly broken?: readonly string[];
  /** Handles that are not written on the page but made of what is: of an old address, the one that it leads to. */
  readonly made?: readonly string[];
  /** Single letters of names and addresses are elements: when the page is broken, some may be lost or come twice. */
  readonly pieces?: true;
  /** Whether the reading says that the page could not be read. */
  readonly unread?: boolean;
  /** What is not said of the first person: fields that `expect` leaves out are not looked at. */
  readonly absent?: readonly string[];
  /** A part of the reading: arrays are whole, objects may leave fields out. `null`: nobody. */
  readonly expect: Partial<Reading> | null;
}

/** A page on disk and the reading expected of it. */
export interface Fixture extends Expectation {
  /** The folder: the adapter's id. */
  readonly site: string;
  readonly name: string;
  readonly html: string;
}

const pages = import.meta.glob<string>('./*/*.html', { query: '?raw', import: 'default', eager: true });
const expectations = import.meta.glob<Expectation>('./*/*.json', { import: 'default', eager: true });

/** Every fixture under tests/sites: a page that no expectation names is an error, and the other way round. */
export const FIXTURES: readonly Fixture[] = Object.entries(expectations).map(([path, expectation]) => {
  const [, site = '', view = ''] = path.split('/');
  const file = `./${site}/${expectation.page ?? view.replace(/\.json$/, '.html')}`;
  const html = pages[file];
  if (html === undefined) throw new Error(`${path} has no page ${file}`);
  return { ...expectation, site, name: `${site}/${view.replace(/\.json$/, '')}`, html };
});

/** Pages on disk that nothing reads. */
export const ORPHANS: readonly string[] = Object.keys(pages).filter(
  (file) =>
    !FIXTURES.some(({ site, name, page }) => file === `./${page ? `${site}/${page}` : `${name}.html`}`),
);

/** A fixture as a document, untouched by any script and asking the network for nothing. */
export async function parse(fixture: Fixture): Promise<Document> {
  // With the shadow roots that the page declares, also in copies of it.
  const html = fixture.html.replaceAll('shadowrootmode="open"', '$& shadowrootclonable');
  const parsed = Document.parseHTMLUnsafe(html);
  if (!fixture.layout) return parsed;
  const frame = document.createElement('iframe');
  // Of more than a thousand in a page, the browser loads none.
  onTestFinished(() => frame.remove());
  frame.width = '1200';
  frame.height = '800';
  frame.sandbox.add('allow-same-origin');
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  await new Promise((loaded) => {
    frame.addEventListener('load', loaded, { once: true });
    document.body.append(frame);
  });
  const shown = frame.contentDocument;
  if (!shown) throw new Error('the frame has no document');
  shown.replaceChild(shown.adoptNode(parsed.documentElement), shown.documentElement);
  return shown;
}

/** A fixture's document at its address, on a day of 2026. */
export function pageOf({ url, own = [] }: Fixture, document: Document): Page {
  const handles = own.flatMap((address) => emailHandle(address) ?? []);
  return { document, url: new URL(url), now: Date.UTC(2026, 11, 1, 12), own: handles };
}
