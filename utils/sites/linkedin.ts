import { linkedinHandle } from '../domain/handles.ts';
import { DETAILS, readDetails } from './linkedin/details.ts';
import { readEmber, readPublic, readSdui } from './linkedin/layouts.ts';
import { isOwnProfile } from './linkedin/self.ts';
import type { SiteAdapter, View } from './types.ts';

// What of LinkedIn is read: the profile in the layouts that live side by side (a member may get either, and which one
// changes from week to week), its detail pages, and the page that visitors see without an account. The feed, search,
// My Network and messaging have no view here: nobody is their subject. Ids and attributes, never visible text: the
// interface speaks 36 languages, and most class names are hashed since 2024.

const onProfile = (url: URL) => /^\/in\/[^/]+/.test(url.pathname);

const views: readonly View[] = [
  {
    // Server-driven UI, seen 2025-11 to 2026-09. The key sits on a wrapper and on its section; some builds have it in
    // `id` (2026-02) or `data-component-key`.
    name: 'profile-sdui',
    root: '[componentkey$="Topcard"],[data-component-key$="Topcard"],[id$="Topcard"]',
    at: onProfile,
    read: readSdui,
  },
  {
    // Ember: `pv-top-card-section` 2017 to 2019, `pv-top-card` 2019 to 2023, then hashed classes with data-member-id.
    name: 'profile-ember',
    root: 'section[data-member-id],.pv-top-card,.pv-top-card-section',
    at: onProfile,
    read: readEmber,
  },
  {
    // What visitors see, on www and the country subdomains: `top-card-layout` since 2019, `#topcard` 2015 to 2018.
    name: 'profile-public',
    root: '.top-card-layout,#topcard',
    at: onProfile,
    read: readPublic,
  },
  {
    // /in/slug/details/experience/ and its kin have no top card, only a heading and a list (Ember 2022, SDUI 2026).
    name: 'profile-details',
    root: DETAILS,
    at: (url) => /^\/in\/[^/]+\/details\/./.test(url.pathname),
    read: readDetails,
  },
  {
    // What is left when a release renames all of the above: the section with the link to the contact card. Slow, so last.
    name: 'profile-renamed',
    root: 'main section:has(h1,h2):has([id="top-card-text-details-contact-info"],a[href*="/overlay/contact-info"])',
    at: onProfile,
    read: (root, page) => (root.querySelector('h1') ? readEmber : readSdui)(root, page),
  },
];

/** LinkedIn profiles. It reads the page that is shown, adds nothing to it and asks LinkedIn for nothing. */
export const linkedin: SiteAdapter = {
  id: 'linkedin',
  name: 'LinkedIn',
  matches: ['https://*.linkedin.com/*'],
  context: [
    'nav',
    'header',
    // Loaded after the card, they tell a company from a school.
    '[id="education"],[componentkey$="EducationTopLevelSection"]',
    '[id="experience"],[componentkey$="ExperienceTopLevelSection"]',
  ],
  // Only where the user looks at their own profile does the page say which one is theirs.
  self: (page) => {
    const handle = linkedinHandle(page.url.href);
    return handle && onProfile(page.url) && isOwnProfile(page, handle.value) ? [handle] : [];
  },
  views,
};
