import { CONTACT_CARD } from './linkedin/contact.ts';
import { DETAILS, readActivity, readDetails } from './linkedin/details.ts';
import { BUBBLE, findFloating, OUTLET } from './linkedin/floating.ts';
import { EARLY, PUBLIC, readNamed, readSdui, SMALL } from './linkedin/layouts.ts';
import { readListed } from './linkedin/lists.ts';
import { readRows, readThread } from './linkedin/messages.ts';
import { CANDIDATE, readCandidate, readCandidates } from './linkedin/recruiter.ts';
import { EARLY_LEAD, readLead, readLeads, readLeadThread } from './linkedin/sales.ts';
import { CARD_BY_ID, CARD_BY_KEY, cardByKey, ownHandles } from './linkedin/self.ts';
import type { SiteAdapter, View } from './types.ts';

// What of LinkedIn is read: the profile in the layouts that live side by side (a member may get either, and which one
// changes from week to week), its detail pages, and the page that visitors see without an account; conversations, on
// their page and in bubbles over any other; the people in lists; Sales Navigator. The feed has no view: nobody is its
// subject. Ids and attributes, never visible text: the interface speaks 36 languages, and most class names are hashed
// since 2024.

const at = (path: RegExp) => (url: URL) => path.test(url.pathname);
const onProfile = at(/^((\/mwlite(\/profile)?)?\/in\/[^/]|\/pub\/(?!dir\/).+\/)/);
const onMessaging = at(/^\/messaging\//);

const views: readonly View[] = [
  {
    // Server-driven UI, seen 2025-11 to 2026-09. The key sits on a wrapper and on its section.
    name: 'profile-sdui',
    root: CARD_BY_KEY,
    find: cardByKey,
    at: onProfile,
    read: readSdui,
  },
  {
    // Ember: `pv-top-card-section` 2017 to 2019, `pv-top-card-v3` that autumn, `pv-top-card` to 2023, then hashed classes
    // with data-member-id.
    name: 'profile-ember',
    root: 'section[data-member-id],.pv-top-card,.pv-top-card-v3,.pv-top-card-section',
    at: onProfile,
    read: readNamed,
  },
  {
    // What visitors see, on www and the country subdomains: `top-card-layout` since 2019, `#topcard` 2015 to 2018.
    name: 'profile-public',
    root: PUBLIC,
    at: onProfile,
    read: readNamed,
  },
  {
    // Before Ember: `.hresume` to 2013, then `#top-card`, for members too, most of whom saw it at an address with an id.
    name: 'profile-early',
    root: EARLY,
    at: at(/^\/(in\/[^/]|pub\/(?!dir\/).+\/|profile\/view$)/),
    read: readNamed,
  },
  {
    name: 'profile-small',
    root: SMALL,
    at: onProfile,
    read: readNamed,
  },
  {
    // /in/slug/details/experience/ and its kin have no top card, only a heading and a list (Ember 2022, SDUI 2026).
    name: 'profile-details',
    root: DETAILS,
    at: at(/^\/in\/[^/]+\/details\/./),
    read: readDetails,
  },
  {
    // Some builds (2026-02) have it in `id`, which takes longer to look for.
    name: 'profile-sdui',
    root: CARD_BY_ID,
    at: onProfile,
    read: readSdui,
  },
  {
    // What is left when a release renames all of the above: the section with the link to the contact card, which may have no
    // address ("#", 2026), with the large photo or with what is verified. Slow, so last.
    name: 'profile-renamed',
    root: 'main section:has(h1,h2,[data-view-name="profile-top-card-verified-badge"]):has([id="top-card-text-details-contact-info"],a[href*="/overlay/contact-info"],[componentkey^="topcard-"],[componentkey^="ProfileVerificationTriggerRef-"])',
    at: onProfile,
    read: (root, page) => (root.querySelector('h1') ? readNamed : readSdui)(root, page),
  },
  {
    name: 'profile-activity',
    root: 'main',
    at: at(/^\/in\/[^/]+\/recent-activity\//),
    mayBeEmpty: true,
    read: readActivity,
  },
  {
    // Not the page of a new message.
    name: 'messages',
    root: '.msg__detail,.msg-thread,section:has(> .msg-s-message-list)',
    at: at(/^\/messaging\/thread\/(?!new)/),
    read: readThread,
  },
  {
    name: 'conversations',
    root: '.msg-conversations-container__conversations-list',
    at: onMessaging,
    beside: true,
    mayBeEmpty: true,
    read: readRows,
  },
  {
    name: 'bubble',
    root: BUBBLE,
    find: findFloating,
    shadow: OUTLET,
    beside: true,
    mayBeEmpty: true,
    read: readThread,
  },
  {
    name: 'search',
    root: '[data-sdui-screen$=".search.SearchResultsPeople"],.search-results-container,.search-results__list,.results-list,main:has([data-view-name="people-search-result"])',
    at: at(/^\/search\/results\/people\//),
    mayBeEmpty: true,
    read: readListed,
  },
  {
    // Connections, invitations and catch-up.
    name: 'network',
    root: '[data-sdui-screen*=".mynetwork."],[componentkey="ConnectionsPage_ConnectionsList"],[data-view-name="connections-list"],.mn-connections,.mn-invitation-list',
    at: at(/^\/mynetwork\//),
    mayBeEmpty: true,
    read: readListed,
  },
  {
    name: 'lead',
    root: `main:has(h1[data-anonymize="person-name"]),${EARLY_LEAD}`,
    at: at(/^\/sales\/(lead|people)\//),
    read: readLead,
  },
  {
    name: 'lead-messages',
    root: '.thread-container',
    at: at(/^\/sales\/inbox\/\d/),
    mayBeEmpty: true,
    read: readLeadThread,
  },
  {
    name: 'leads',
    // The list, of 2018.
    root: 'main,#results-list',
    at: at(/^\/sales\/(search(\/?$|\/people)|lists\/people)/),
    mayBeEmpty: true,
    read: readLeads,
  },
  {
    name: 'candidate',
    root: CANDIDATE,
    at: at(/^\/(talent|recruiter)\/(.+\/)?profile\//),
    read: readCandidate,
  },
  {
    name: 'candidate-messages',
    root: 'body:has([data-test-conversation-card-container])',
    at: at(/^\/talent\/inbox\/.+\/id\/./),
    mayBeEmpty: true,
    read: readLeadThread,
  },
  {
    name: 'candidates',
    root: '[data-test-paginated-list]',
    at: at(/^\/talent\//),
    mayBeEmpty: true,
    read: readCandidates,
  },
];

/** LinkedIn. It reads the page that is shown, adds nothing to it and asks LinkedIn for nothing. */
export const linkedin: SiteAdapter = {
  id: 'linkedin',
  name: 'LinkedIn',
  matches: ['https://*.linkedin.com/*'],
  context: [
    'nav',
    'header',
    ...CONTACT_CARD,
    // Loaded after the card, they tell a company from a school.
    '[id="education"],[componentkey$="EducationTopLevelSection"]',
    '[id="experience"],[componentkey$="ExperienceTopLevelSection"]',
  ],
  // Only where the user looks at their own profile does the page say which one is theirs.
  self: (page) => (onProfile(page.url) ? ownHandles(page) : []),
  views,
};
