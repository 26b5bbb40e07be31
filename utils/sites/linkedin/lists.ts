import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { readName } from '../../domain/names.ts';
import { attribute, shownTexts, textOf } from '../reading/dom.ts';
import type { Page, Sighting } from '../types.ts';
import { isUser } from './self.ts';
import { sighting } from './subject.ts';

// What stands for the photo of a member who has none; the name is in it for screen readers (Ember; seen in public scrapers only).
const NO_PHOTO = '[class*="ghost-person"]';
const PHOTO = `figure,img,${NO_PHOTO}`;
// A photo that was a background (2018) holds the name in the same way.
const HIDDEN_NAME = `figure .visually-hidden,${NO_PHOTO}`;

/**
 * Search results, My Network and catch-up, in every layout (SDUI 2026, Ember 2018 to 2025): a person is a profile that
 * one link shows with a photo, and one with the name that the photo's label says. Connections in common have no photo of
 * their own; hidden members ("LinkedIn Member") have no profile to link to.
 */
export function readListed(root: Element, page: Page): readonly Sighting[] {
  const profiles = Map.groupBy(
    root.querySelectorAll('a[href*="/in/"]'),
    (link) => linkedinHandle(attribute(link, 'href'))?.value,
  );
  return [...profiles].flatMap(([value, links]) => {
    const photos = links.filter((link) => link.querySelector(PHOTO));
    // SDUI nests the link of the name in that of the card, which begins with the photo.
    const named = [...links.filter((link) => !photos.includes(link)), ...photos];
    // On catch-up pages of 2025 no link holds the name: it follows the photo.
    const [shown = photos[0] && shownTexts(root, photos[0]).next().value] = named.flatMap((link) => [
      ...shownTexts(link),
    ]);
    const { name } = readName(shown?.data);
    if (!value || !shown || !name || isUser(page, name, photos)) return [];
    if (!photos.some((photo) => labelsIn(photo).some((label) => label.includes(name)))) return [];
    // What one is congratulated on is no headline.
    const headline = page.url.pathname.includes('/catch-up') ? '' : lineAfter(root, shown);
    return [sighting('listed', { kind: 'linkedin', value }, name, { headline })];
  });
}

// As one safe line each, as names are: as typed, they may have two spaces or invisible characters inside.
function labelsIn(photo: Element): string[] {
  return [...photo.querySelectorAll(`[alt],[aria-label],[aria-labelledby],${HIDDEN_NAME}`)].flatMap(
    (element) => [
      attribute(element, 'alt'),
      attribute(element, 'aria-label'),
      // Beside a badge the label is a text of its own (SDUI, 2026-05).
      textOf(photo.ownerDocument.getElementById(attribute(element, 'aria-labelledby'))),
      element.matches(HIDDEN_NAME) ? textOf(element) : '',
    ],
  );
}

/** The line under a name: the first that is no degree ("• 2nd") and not another profile's link. */
function lineAfter(root: Element, name: Text): string {
  for (const text of shownTexts(root, name)) {
    const line = text.parentElement;
    if (/^\s*[·•]/.test(text.data) || line?.matches('.dist-value')) continue;
    const link = line?.closest('a[href*="/in/"]');
    return link && !link.contains(name) ? '' : textOf(line?.closest('p') ?? line, 300);
  }
  return '';
}
