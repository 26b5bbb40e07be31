import { describe, expect, test } from 'vitest';
import {
  type Correspondent,
  readConversation,
  type SeenMessage,
} from '../../utils/sites/reading/conversation.ts';

const person = (name: string): Correspondent => ({
  handle: { kind: 'email', value: `${name.toLowerCase()}@example.com` },
  name,
});
const [NOOR, ANA, BOB, EVE] = ['Noor', 'Ana', 'Bob', 'Eve'].map(person) as [
  Correspondent,
  Correspondent,
  Correspondent,
  Correspondent,
];
const SELF = [NOOR.handle];
let keys = 0;
const message = (fields: Partial<SeenMessage>): SeenMessage => ({
  to: [],
  cc: [],
  sourceKey: `mail:${keys++}`,
  ...fields,
});
const who = (messages: readonly SeenMessage[], self = SELF) =>
  readConversation(messages, self).map(({ role, name }) => `${role} ${name}`);
const of = (name: string, messages: readonly SeenMessage[], self = SELF) =>
  readConversation(messages, self).find((sighting) => sighting.name === name)?.touchpoints ?? [];

describe('a conversation', () => {
  test('shows the newest sender first, then other senders, recipients, copies, and never the user', () => {
    const messages = [
      message({ from: BOB, to: [NOOR] }),
      message({ from: NOOR, to: [BOB], cc: [EVE] }),
      message({ from: ANA, to: [NOOR, person('Dan')], cc: [EVE], bcc: [person('Hal')] }),
    ];
    expect(who(messages)).toEqual(['sender Ana', 'sender Bob', 'recipient Dan', 'cc Eve', 'bcc Hal']);
  });

  test('shows each person once, in their strongest role, and first where the page’s last word is theirs', () => {
    const messages = [message({ from: ANA, to: [NOOR], cc: [BOB] }), message({ from: BOB, to: [NOOR, ANA] })];
    expect(who(messages)).toEqual(['sender Bob', 'sender Ana']);
  });

  test('that the user alone has written shows whom they wrote to', () => {
    expect(who([message({ from: NOOR, to: [ANA], cc: [BOB] })])).toEqual(['recipient Ana', 'cc Bob']);
  });

  test('with oneself shows nobody', () => {
    expect(readConversation([message({ from: NOOR, to: [NOOR] })], SELF)).toEqual([]);
  });

  test('knows every address of the user', () => {
    const other = { kind: 'email', value: 'noor@example.org' } as const;
    const messages = [message({ from: { handle: other, name: 'Noor' }, to: [ANA] })];
    expect(who(messages, [...SELF, other])).toEqual(['recipient Ana']);
    expect(of('Ana', messages, [...SELF, other])).toMatchObject([{ direction: 'out' }]);
  });

  test('takes a name from another message where one shows none', () => {
    const messages = [
      message({ from: ANA, to: [NOOR] }),
      message({ from: { handle: ANA.handle }, to: [NOOR] }),
    ];
    expect(who(messages)).toEqual(['sender Ana']);
  });

  test('warns of a name that is another’s address', () => {
    const spoof = { handle: EVE.handle, name: 'boss@bank.example' };
    const [sighting] = readConversation([message({ from: spoof, to: [NOOR] })], SELF);
    expect(sighting).toMatchObject({ handles: [EVE.handle], claims: 'boss@bank.example' });
    expect(sighting).not.toHaveProperty('name');
  });
});

describe('the touchpoints of a conversation', () => {
  test('are inbound for who wrote and outbound for whom the user wrote to, newest first', () => {
    const messages = [
      message({ from: ANA, to: [NOOR], sourceKey: 'a', at: 1, subject: 'Hi', link: 'https://example.com/' }),
      message({ from: NOOR, to: [ANA, BOB], sourceKey: 'b', day: '2026-09-01' }),
    ];
    expect(of('Ana', messages)).toEqual([
      { sourceKey: 'b', channel: 'email', direction: 'out', day: '2026-09-01', recipients: 2 },
      {
        sourceKey: 'a',
        channel: 'email',
        direction: 'in',
        at: 1,
        subject: 'Hi',
        link: 'https://example.com/',
        recipients: 1,
      },
    ]);
    expect(of('Bob', messages).map(({ sourceKey }) => sourceKey)).toEqual(['b']);
  });

  test('are none between others: what Ana wrote to Bob is not Bob’s', () => {
    const messages = [message({ from: ANA, to: [NOOR, BOB] })];
    expect(of('Bob', messages)).toEqual([]);
    expect(of('Ana', messages)).toHaveLength(1);
  });

  test('are copies where the user copied them, and where the user was only copied', () => {
    const sent = message({ from: NOOR, to: [ANA], cc: [BOB], bcc: [EVE] });
    expect(of('Ana', [sent])[0]).not.toHaveProperty('copied');
    expect(of('Bob', [sent])[0]).toMatchObject({ copied: true, recipients: 3 });
    expect(of('Eve', [sent])[0]).toMatchObject({ copied: true });
    expect(of('Ana', [message({ from: ANA, to: [BOB], cc: [NOOR] })])[0]).toMatchObject({ copied: true });
    expect(of('Ana', [message({ from: ANA, to: [NOOR], cc: [BOB] })])[0]).not.toHaveProperty('copied');
  });

  test('are no copies where the page does not show the recipients or who the user is', () => {
    expect(of('Ana', [message({ from: ANA })])[0]).not.toHaveProperty('copied');
    expect(of('Ana', [message({ from: ANA, to: [BOB] })], [])[0]).not.toHaveProperty('copied');
  });

  test('are none where a message has no key', () => {
    const { sourceKey: _, ...keyless } = message({ from: ANA, to: [NOOR] });
    expect(of('Ana', [keyless])).toEqual([]);
    expect(who([keyless])).toEqual(['sender Ana']);
  });

  test('have the time or the day that the message has', () => {
    expect(of('Ana', [message({ from: ANA, at: 5 })])[0]).toMatchObject({ at: 5 });
    expect(of('Ana', [message({ from: ANA, day: '2026-09-01' })])[0]).toMatchObject({ day: '2026-09-01' });
  });
});

describe('without an account', () => {
  test('who wrote is shown, and nobody they wrote to: that may be the user', () => {
    expect(who([message({ from: BOB, to: [NOOR], cc: [EVE] })], [])).toEqual(['sender Bob']);
  });

  test('nobody of several who wrote is shown: one of them is the user', () => {
    expect(who([message({ from: BOB, to: [NOOR] }), message({ from: NOOR, to: [BOB] })], [])).toEqual([]);
  });

  test('who wrote what stands in the folder of what was sent is the user', () => {
    const sent = message({ from: NOOR, to: [BOB], cc: [EVE], sourceKey: 'a' });
    const seen = readConversation([sent], [], true);
    expect(seen.map(({ role, name }) => `${role} ${name}`)).toEqual(['recipient Bob', 'cc Eve']);
    expect(seen[0]?.touchpoints).toMatchObject([{ sourceKey: 'a', direction: 'out' }]);
    // What was answered to it is shown there, too.
    expect(readConversation([sent, message({ from: BOB, to: [NOOR] })], [], true)).toEqual([]);
  });

  test('who is written to in a window is shown', () => {
    expect(who([message({ to: [BOB], cc: [EVE] })], [])).toEqual(['recipient Bob', 'cc Eve']);
  });
});
