import { nameHandle } from '../../domain/handles.ts';
import { linkedinHandle } from '../../domain/linkedin-handle.ts';
import { attribute, textOf } from '../reading/dom.ts';
import type { Page, Sighting } from '../types.ts';
import { nameIn } from './messages.ts';
import { isUser } from './self.ts';
import { confirmedName, isLegible, sighting } from './subject.ts';

/** A candidate's card in Recruiter: since 2020, and the `#topcard` before. */
export const CANDIDATE = '[data-test-topcard-condensed-lockup],#topcard:has(.public-profile)';
const PROFILE = '.public-profile a,a[data-test-personal-info-profile-link],a[data-test-public-profile-link]';

/** The candidates of a search or a project. Their links hold ids that are good for Recruiter only: the name is all there is. */
export function readCandidates(list: Element, page: Page): readonly Sighting[] {
  return [...list.querySelectorAll('[data-test-row-lockup-full-name]')].flatMap((element) => {
    const name = nameIn(element) ?? '';
    const known = nameHandle('linkedin', name);
    const said = (part: string) =>
      textOf(element.closest('section')?.querySelector(`[data-test-row-lockup-${part}]`), 300);
    return known && !isUser(page, name)
      ? [sighting('listed', known, name, { headline: said('headline'), location: said('location') })]
      : [];
  });
}

/**
 * A candidate: on a page of their own, or in a drawer over a list. The address holds an id that is good for Recruiter only; the
 * link to the profile stands below the card and may still be the last candidate's: it must have the name.
 */
export function readCandidate(card: Element, page: Page): readonly Sighting[] {
  const { document } = page;
  // A drawer may stand over the page of another.
  if (document.querySelectorAll(CANDIDATE).length > 1) return [];
  const handle = linkedinHandle(attribute(document.querySelector(PROFILE), 'href'));
  const heading = nameIn(card.querySelector('h1,[data-test-row-lockup-full-name]')) ?? '';
  const name = confirmedName(page, card, heading, handle?.value ?? '');
  if (!name || isUser(page, name, [card])) return [];
  const known = handle && isLegible(name, handle.value) ? handle : nameHandle('linkedin', name);
  const said = (part: string, early: string) =>
    textOf(card.querySelector(`[data-test-${part}],${early}`), 300).replace(/^· /, '');
  return known
    ? [
        sighting('profile', known, name, {
          headline: said('row-lockup-headline', '.title'),
          organization: said('topcard-condensed-lockup-current-employer', '.org'),
          location: said('row-lockup-location', '.location'),
        }),
      ]
    : [];
}
