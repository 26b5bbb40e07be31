import { linkedinHandle } from '../../domain/handles.ts';
import { attribute, first, textOf } from '../dom.ts';
import type { Page, Sighting } from '../types.ts';
import { isWhose } from './self.ts';
import { isLegible, ownSlugs, subject, visibleText } from './subject.ts';

const HEADLINE_LENGTH = 300;

/** The server-driven layout: hashed classes, so place and `componentkey` are what there is. */
export function readSdui(root: Element, page: Page): readonly Sighting[] {
  const heading = root.querySelector('h1,h2');
  if (!heading) return [];
  const contact = root.querySelector('a[href*="/overlay/contact-info"]');
  // Company and school, each a small button with a logo; the line under the headline repeats them.
  const buttons = root.querySelectorAll('[role="button"] p');
  const entries = [...(buttons.length > 0 ? buttons : root.querySelectorAll(':is(a,button) figure + p'))]
    .map((entry) => textOf(entry))
    .filter(Boolean);
  const repeated = new Set([...entries, entries.join(' · ')]);
  // Row of the name (with pronouns and degree), headline, that line, row of the place: siblings in one column.
  const lines = paragraphs(columnOf(heading, contact));
  const headline = lines
    .map((line) => textOf(line, HEADLINE_LENGTH))
    .find((line) => line && !repeated.has(line));
  const place = contact?.closest('p')?.parentElement?.querySelector('p');
  if (!isWhose(page, root, heading)) return [];
  return subject(page, root, ownSlugs(root, heading), visibleText(heading), {
    headline: headline ?? '',
    organization: employer(entries, page.document),
    location: place?.contains(contact ?? null) ? '' : textOf(place),
  });
}

/** What visitors see, since 2015. */
export const PUBLIC = '.top-card-layout,#topcard';
/** What visitors saw from 2012 to 2013 and, as members did, from 2013 to 2016. */
export const EARLY = '.hresume,#top-card';
const GUEST = '.guest';

/** The layouts with names for their parts: Ember (2017 to 2026) and what visitors see (2012 to 2026). */
export function readNamed(root: Element, page: Page): readonly Sighting[] {
  const isPublic = root.matches(PUBLIC) || page.document.body.matches(GUEST);
  // 2019 to 2020 the name was the first item of a list.
  const heading =
    root.querySelector('h1,.top-card-layout__title') ??
    root.querySelector('.pv-top-card--list > li,.pv-top-card-v3--list > li');
  if (!heading || !(isPublic || isWhose(page, root, heading))) return [];
  const name = visibleText(heading);
  const headline = root.querySelector(
    '.text-body-medium.break-words,[data-generated-suggestion-target],.top-card-layout__headline,.pv-top-card-section__headline,h2.mt1,.headline,.masthead .title',
  );
  const contact = root.querySelector('#top-card-text-details-contact-info');
  const place = textOf(
    contact?.parentElement?.previousElementSibling ??
      root.querySelector(
        '.text-body-small.inline.break-words,.top-card-layout__first-subline span,.pv-top-card-section__location,.pv-top-card--list-bullet > li,.pv-top-card-v3--list-bullet > li,.locality',
      ),
  );
  const company = root.querySelector(
    'a[href^="#experience"],[data-control-name="position_see_more"],[data-section="currentPositionsDetails"] :is(.top-card-link__description,.org,a,span),.extra-info .org,#overview-summary-current li > *,.summary-current .org,.pv-top-card-section__company',
  );
  // Company and school: a list of links (2021 to 2023) or buttons (2023 on) beside the name.
  const entries = [...root.querySelectorAll('ul [class*="inline-show-more-text"]')]
    .map((item) => textOf(item))
    .filter(Boolean);
  const slugs = isPublic ? canonicalSlugs(page, name) : ownSlugs(root, heading);
  // In 2017 only the sections below the card, which are loaded after it, had links.
  if (slugs.size === 0 && root.matches('.pv-top-card-section'))
    for (const slug of ownSlugs(page.document.body)) slugs.add(slug);
  return subject(page, root, slugs, name, {
    headline: textOf(headline, HEADLINE_LENGTH),
    organization: textOf(company) || employer(entries, page.document),
    // Where visitors see no place, the followers stand first.
    location: /\d/.test(place) && isPublic ? '' : place,
  });
}

/**
 * What a page that visitors see says of its address. Every one is a page load, so the canonical link is as good as a link
 * on the card. Where there is none (until 2013, and in parts of pages), the address itself is believed when it has the name: one
 * that could belong to anybody would make a stranger of whoever the page shows.
 */
function canonicalSlugs({ document, url }: Page, name: string): Set<string> {
  const said = document.querySelector('link[rel="canonical"],meta[property="og:url"]');
  const address = said ? attribute(said, 'href') || attribute(said, 'content') : url.href;
  const slug = linkedinHandle(address)?.value ?? '';
  return new Set(said || isLegible(name, slug, true) ? [slug] : []);
}

/**
 * The company among what a card shows as company and school, in this order. A single one may be either: it is the school
 * when the education card, loaded later, has it, or when the experience card has it not.
 */
function employer(entries: readonly string[], document: Document): string {
  const [first = ''] = entries;
  if (entries.length !== 1) return first;
  const school = cardText(document, 'education', 'EducationTopLevelSection');
  const work = cardText(document, 'experience', 'ExperienceTopLevelSection');
  return school?.includes(first) || work?.includes(first) === false ? '' : first;
}

function cardText(document: Document, id: string, key: string): string | null | undefined {
  const card = first(document, `main #${id},main [componentkey$="${key}"]`);
  return (card?.closest('section') ?? card)?.textContent;
}

function paragraphs(parent: Element | null): Element[] {
  return [...(parent?.children ?? [])].filter((child) => child.localName === 'p');
}

// The first that also holds the contact link or, where that has no address of its own ("#", seen 2026), the first with
// lines that is not the name's row, where every degree begins with a dot.
function columnOf(heading: Element, contact: Element | null): Element | null {
  let parent = heading.parentElement;
  while (parent) {
    const lines = paragraphs(parent);
    if (
      contact
        ? parent.contains(contact)
        : lines.length > 0 && !lines.some((line) => textOf(line).startsWith('·'))
    )
      return parent;
    parent = parent.parentElement;
  }
  return null;
}
