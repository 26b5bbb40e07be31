import { cleanText } from '../../domain/names.ts';
import { attribute, first, shownTexts } from '../reading/dom.ts';
import { visibleText } from './subject.ts';

// What stands for the logo until it has loaded, and says what of (server-driven layout).
const SCHOOL = 'svg[id^="school"]';
const COMPANY = 'svg[id^="company"]';
// What a link leads to (`#education`, after the whole address where the page was saved), or a button's label begins with, in the
// languages that are known (Ember).
const EDUCATION =
  /(^|#)(edu[ck]a|ausbild|forma|opleid|utbild|u[dt]dan|wykszt|vzděl|eğit|образ|осв|التعل|השכל|शिक्ष|การศ|học|pendid|학력|εκπα|koulut|tanulm|studii|学|教)/i;

/**
 * The company among what a card shows as company and school, in this order, or the one where somebody works now by the
 * experience card. A single one may be either: where its logo does not say, it is the school when the education card, loaded
 * later, has it, or when the experience card has it not.
 */
export function employer(entries: readonly Element[], document: Document): string {
  const logos = entries.map((entry) => entry.closest('[role="button"],a,button'));
  const place = logos.findIndex(
    (logo) =>
      !logo?.querySelector(SCHOOL) &&
      !EDUCATION.test(attribute(logo, 'href') || attribute(logo, 'aria-label')),
  );
  const name = entries[place] ? visibleText(entries[place]) : '';
  const experience = cardOf(document, 'experience', 'ExperienceTopLevelSection');
  if (entries.length === 1 && !logos[place]?.querySelector(COMPANY)) {
    // A school's name may hold the company's.
    const school = linesOf(cardOf(document, 'education', 'EducationTopLevelSection')).includes(name);
    if (school || experience?.textContent?.includes(name) === false) return workplace(experience);
  }
  return name || workplace(experience);
}

/** Where the first entry of an experience card is: it is named as its logo is, and goes on, so that no year follows its dash. */
function workplace(card: Element | null | undefined): string {
  const entry = card?.querySelector('li,[componentkey^="entity-collection-item"]');
  const logo = attribute(entry?.querySelector('a[href*="/company/"] img'), 'alt');
  const lines = linesOf(entry);
  const dates = lines.find((line) => /\d{4}.*[-–—]/.test(line)) ?? '';
  // Several posts at one company stand under its name; a single one stands above it.
  const name = [lines[1]?.split(' · ')[0], lines[0]].find((line) => line && logo.includes(line));
  return name && /[-–—][^\d·]*(·|$)/.test(dates) ? name : '';
}

function linesOf(element: Element | null | undefined): string[] {
  return element ? Array.from(shownTexts(element), ({ data }) => cleanText(data)) : [];
}

function cardOf(document: Document, id: string, key: string): Element | null {
  const card = first(document, `main #${id},main [componentkey$="${key}"]`);
  return card?.closest('section') ?? card;
}
