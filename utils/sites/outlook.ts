import { readConversation } from './conversation.ts';
import { outside } from './dom.ts';
import { readCompose, TOKEN } from './outlook/compose.ts';
import { readMessages, self } from './outlook/message.ts';
import { BODY, identify, QUOTED, saidBy } from './outlook/person.ts';
import type { Page, Sighting, SiteAdapter } from './types.ts';

// Classes are rebuilt often and only used where nothing else is; ids, data-app-section and data-convid have stayed
// (2019 to 2026).
const PANE = '[data-app-section="MailReadCompose"]';

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
  context: [
    '[id^="primaryMailboxRoot"]',
    '[id^="mectrl_currentAccount"]',
    '#O365_MainLink_Me',
    '[data-log-name="Email"]',
  ],
  self,
  views: [
    {
      name: 'message',
      root: '#ConversationReadingPaneContainer, #ItemReadingPaneContainer',
      read: readMessages,
    },
    {
      name: 'message',
      root: `[data-app-section="ConversationContainer"], ${PANE}:has([role="document"])`,
      read: readMessages,
    },
    // Cards of a conversation without anything around them that has a name (2023).
    { name: 'message', root: ':has(> .isFirstCard)', read: readMessages },
    {
      name: 'compose',
      root: `${PANE}:has(${TOKEN}, [contenteditable="true"] ${QUOTED})`,
      beside: true,
      read: readCompose,
    },
    { name: 'compose', root: `${TOKEN}:not(${PANE} *)`, beside: true, read: readCompose },
    { name: 'list', root: '#MailList', mayBeEmpty: true, read: readSelection },
  ],
};

// A row's title is the address of the name that it shows.
function readSelection(root: Element, page: Page): Sighting[] {
  const people = [...root.querySelectorAll('[role="option"][aria-selected="true"]')].flatMap((row) =>
    outside(row, '[title*="@"]', BODY).flatMap((element) => saidBy(element) ?? []),
  );
  const to = people.filter(({ email }) => email).flatMap((said) => identify(people, page)(said) ?? []);
  return readConversation([{ to, cc: [] }], self(page)).map((sighting) => ({ ...sighting, role: 'listed' }));
}
