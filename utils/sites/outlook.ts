import { COMPOSE, composeIn, readCompose, SENDING } from './outlook/compose.ts';
import { readMessages, self } from './outlook/message.ts';
import {
  ACCOUNT_BUTTON,
  ACCOUNT_MENU,
  ACCOUNT_ROOT,
  identify,
  MESSAGES,
  openIn,
  saidBy,
  WRITTEN,
} from './outlook/person.ts';
import { readListed } from './reading/conversation.ts';
import type { Page, Sighting, SiteAdapter } from './types.ts';

/** Outlook on the web. It shows names more often than addresses: such a person is known by that name on this site. */
export const outlook: SiteAdapter = {
  id: 'outlook',
  name: 'Outlook',
  matches: [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  context: [ACCOUNT_ROOT, ...ACCOUNT_MENU, ACCOUNT_BUTTON, '[data-log-name=Email]'],
  apart: WRITTEN,
  self,
  sending: SENDING,
  views: [
    { name: 'message', root: MESSAGES, find: openIn, at: isMail, read: readMessages },
    {
      name: 'compose',
      root: COMPOSE,
      find: composeIn,
      at: isMail,
      beside: true,
      read: readCompose,
    },
    {
      name: 'list',
      root: '#MailList,[data-app-section=MessageList]',
      at: isMail,
      mayBeEmpty: true,
      read: readSelection,
    },
  ],
};

// Whoever is invited or known is shown as if they were written to.
function isMail({ pathname }: URL): boolean {
  return !/^\/(calendar|people)/.test(pathname);
}

// A row's title is the address of the name that it shows.
function readSelection(root: Element, page: Page): Sighting[] {
  const said = [...root.querySelectorAll('[role=option][aria-selected=true] [title*="@"]')]
    .flatMap((element) => saidBy(element))
    .filter(({ email }) => email);
  const own = self(page);
  const person = identify(said, page, own);
  return readListed(
    said.flatMap((one) => person(one) ?? []),
    own,
  );
}
