import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { attribute, firstText, textOf } from '../reading/dom.ts';
import type { Page, Sighting } from '../types.ts';
import { profileHandle } from './address.ts';
import { employer } from './employer.ts';
import { isWhose } from './self.ts';
import { isLegible, ownSlugs, subject, visibleText } from './subject.ts';

const HEADLINE_LENGTH = 300;

/** What holds a verified member's name; from 2025-11 to 2026-01 the name was a mere paragraph in it. */
export const BADGE = '[data-view-name="profile-top-card-verified-badge"]';

/** The server-driven layout: hashed classes, so place and `componentkey` are what there is. */
export function readSdui(root: Element, page: Page): readonly Sighting[] {
  const heading = root.querySelector(`${BADGE} :is(h1,h2,p)`) ?? root.querySelector('h1,h2');
  if (!heading) return [];
  const contact = root.querySelector('a[href*="/overlay/contact-info"]')?.closest('p');
  // The row of the place: "Oslo · Contact info". The link in it may have no address of its own ("#", seen 2026).
  const row = (contact ?? [...root.querySelectorAll('p')].find((line) => textOf(line) === '·'))
    ?.parentElement;
  // Row of the name (with pronouns and degree), headline, company and school, row of the place: siblings in one column.
  const lines = paragraphs(columnOf(heading.closest(BADGE) ?? heading, row)).map((line) =>
    textOf(line, HEADLINE_LENGTH),
  );
  // Company and school again, each a small button with a logo; without one it is of who is open to work.
  const entries = [...root.querySelectorAll('[role="button"]:has(figure) p,:is(a,button) figure + p')];
  const texts = entries.map((entry) => textOf(entry));
  // The last such line, as a headline may be just the company.
  const repeated = lines.findLastIndex((line) => line === texts.join(' · ') || texts.includes(line));
  const headline = lines.find((line, index) => line && index !== repeated);
  const place = row?.querySelector('p');
  if (!isWhose(page, root, heading)) return [];
  return subject(page, root, slugsOf(root, heading), visibleText(heading), {
    headline: headline ?? '',
    organization: employer(entries, page.document),
    location: place === contact ? '' : textOf(place),
  });
}

// On the cards of connections who are not verified, no link may lead to their owner: then what the cards beside are for says it.
function slugsOf(root: Element, heading: Element): Set<string> {
  const slugs = ownSlugs(root, heading);
  if (slugs.size > 0) return slugs;
  const key = attribute(
    heading.closest('[componentkey^="ProfileVerificationTriggerRef-"]') ??
      root.ownerDocument.querySelector('[componentkey^="ProfilePostConnectDrawer_"]'),
    'componentkey',
  );
  const slug = linkedinHandle(`/in/${key.replace(/^\w+?[-_]/, '')}`)?.value;
  return new Set(slug ? [slug] : []);
}

/** What visitors see, since 2015. */
export const PUBLIC = '.top-card-layout,#topcard';
/** What visitors saw from 2012 to 2013 and, as members did, from 2013 to 2016. */
export const EARLY = '.hresume,#top-card';
const GUEST = '.guest';
/**
 * The card beside what somebody posted (Ember, 2018 to 2023), and the profile on a phone (`mwlite`, 2022 to 2026); both seen in
 * public scrapers only.
 */
export const SMALL = '[id="recent-activity-top-card"],.basic-profile-section';

/** The layouts with names for their parts: Ember (2017 to 2026) and what visitors see (2012 to 2026). */
export function readNamed(root: Element, page: Page): readonly Sighting[] {
  const isPublic = root.matches(PUBLIC) || page.document.body.matches(GUEST);
  // 2019 to 2020 the name was the first item of a list.
  const heading =
    root.querySelector('h1,.top-card-layout__title') ??
    root.querySelector(
      '.pv-top-card--list > li,.pv-top-card-v3--list > li,[id="recent-activity-top-card"] h3',
    );
  if (!heading || !(isPublic || isWhose(page, root, heading))) return [];
  const name = visibleText(heading);
  const headline = root.querySelector(
    '.text-body-medium.break-words,[data-generated-suggestion-target],.top-card-layout__headline,.pv-top-card-section__headline,h2.mt1,.headline,.masthead .title,[id="recent-activity-top-card"] h4,.basic-profile-section .mx-2 .body-small.text-color-text',
  );
  const contact = root.querySelector('#top-card-text-details-contact-info');
  // On a phone it is the last line, before the number of connections.
  const last = [...root.querySelectorAll('.basic-profile-section .mx-2 .text-color-text-low-emphasis')].at(
    -1,
  );
  const place = last
    ? firstText(last)
    : textOf(
        contact?.parentElement?.previousElementSibling ??
          root.querySelector(
            '.text-body-small.inline.break-words,.top-card__subline-item,.top-card-layout__first-subline span,.pv-top-card-section__location,.pv-top-card--list-bullet > li,.pv-top-card-v3--list-bullet > li,.locality',
          ),
      );
  const company = root.querySelector(
    'a[href^="#experience"],[data-control-name="position_see_more"],[data-section="currentPositionsDetails"] :is(.top-card-link__description,.org,a,span),.extra-info .org,#overview-summary-current li > *,.summary-current .org,.pv-top-card-section__company,.member-current-company',
  );
  // Company and school: a list of links (2021 to 2023) or buttons (2023 on) beside the name.
  const entries = root.querySelectorAll('ul [class*="inline-show-more-text"]');
  const slugs = isPublic ? canonicalSlugs(page, name) : ownSlugs(root, heading);
  // In 2017 only the sections below the card, which are loaded after it, had links.
  if (slugs.size === 0 && root.matches('.pv-top-card-section'))
    for (const slug of ownSlugs(page.document.body)) slugs.add(slug);
  // Neither always links to its owner.
  const here = linkedinHandle(page.url.href)?.value ?? '';
  if (slugs.size === 0 && root.matches(SMALL) && isLegible(name, here, true)) slugs.add(here);
  return subject(page, root, slugs, name, {
    headline: textOf(headline, HEADLINE_LENGTH),
    // In 2019 three dots stood behind every line that could be cut off.
    organization: textOf(company).replace(/ \.{3}$/, '') || employer([...entries], page.document),
    // Where there is no place, followers or connections stand first, in all of what visitors see.
    location: (isPublic || last ? /\d/ : /^\d|\d{3}/).test(place) ? '' : place,
  });
}

/**
 * What a page that visitors see says of its address. Every one is a page load, so the canonical link is as good as a link
 * on the card. Where there is none (until 2013, and in parts of pages), the address itself is believed when it has the name: one
 * that could belong to anybody would make a stranger of whoever the page shows.
 */
function canonicalSlugs({ document, url }: Page, name: string): Set<string> {
  // In 2013 the links to others said which page to go back to: "goback=%2Enppvan_%2Fanaperez".
  const said = document.querySelector(
    'link[rel="canonical"],meta[property="og:url"],.guest a[href*="nppvan_%2F"]',
  );
  const address = said ? attribute(said, 'href') || attribute(said, 'content') : url.href;
  const slug = profileHandle(address.replace(/^.*nppvan_%2F([^&%]+).*$/, '/in/$1'))?.value ?? '';
  return new Set(said || isLegible(name, slug, true) ? [slug] : []);
}

function paragraphs(parent: Element | null): Element[] {
  return [...(parent?.children ?? [])].filter((child) => child.localName === 'p');
}

// The first that also holds the row of the place or, where there is none, the first with lines; where the name's row has
// lines too, its pronouns and degree, that is the one around it.
function columnOf(name: Element, row: Element | null | undefined): Element | null {
  let parent = name.parentElement;
  while (parent && !(row ? parent.contains(row) : paragraphs(parent).length > 0))
    parent = parent.parentElement;
  const around = parent?.parentElement ?? null;
  if (!row && paragraphs(around).length > 0) return around;
  return row || !paragraphs(parent).some((line) => textOf(line).startsWith('·')) ? parent : null;
}
