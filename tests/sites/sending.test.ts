import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PROVISIONAL } from '../../utils/domain/same-message.ts';
import { pageOf } from '../../utils/sites/watching/page-of.ts';
import { PENDING_MS, type Sent, UNDO_MS, watchSending } from '../../utils/sites/watching/sending.ts';
import { adapterFor } from './all.ts';
import {
  type Draft,
  describeMail,
  GMAIL_SENT,
  gmailToast,
  hideGmailToast,
  roundcubeSaves,
  STAGES,
  type Stage,
} from './sending-pages.ts';

const RUTH = { name: 'Ruth Okafor', email: 'ruth@example.com' };
const OMAR = { name: 'Omar Saleh', email: 'omar@example.com' };
const LENA = { name: 'Lena Maurer', email: 'lena@example.com' };
const DRAFT: Draft = { to: [RUTH, OMAR], cc: [LENA], subject: 'Lunch on Friday' };
const NOW = Date.UTC(2026, 10, 2, 9, 12, 30);

let page: Window & typeof globalThis;
let life: AbortController;
let sent: Sent[];

const named = (id: string): Stage => STAGES.find(({ site }) => site.id === id) as Stage; // one of those listed
const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Long enough for anything that could be reported. */
const long = () => advance(PENDING_MS + 60_000);
const people = (one = sent[0]) =>
  one?.sightings.map(({ role, handles: [{ value }] }) => `${role} ${value}`).join(', ');
const ALL = 'recipient ruth@example.com, recipient omar@example.com, cc lena@example.com';

beforeEach(async () => {
  // A window of its own: a page in a frame does not describe itself.
  page = window.open('/package.json', '', 'width=800,height=600') as typeof page; // popups are allowed here
  await vi.waitUntil(() => page.document.readyState === 'complete' && page.location.href !== 'about:blank', {
    timeout: 20_000,
  });
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  life = new AbortController();
  sent = [];
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
  page.close();
});

/** Shows a site's page, with somebody writing on it. */
function begin(stage: Stage, draft = DRAFT): Element {
  page.document.documentElement.innerHTML = stage.html;
  page.addEventListener('submit', (event) => event.preventDefault());
  watchSending({
    window: page,
    sites: [stage.site],
    strangers: { reader: () => adapterFor(pageOf(page), [stage.site]) },
    report: (one) => sent.push(one),
    signal: life.signal,
  });
  return stage.open(page.document, draft);
}

/** A click as the mouse makes it. */
function click(target: Element): void {
  for (const type of ['mousedown', 'mouseup', 'click'])
    target.dispatchEvent(new page.MouseEvent(type, { bubbles: true, composed: true }));
}

function press(target: Element | null, key: string, more: KeyboardEventInit = {}): void {
  target?.dispatchEvent(new page.KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));
}

const text = (window: Element) => window.querySelector('textarea:last-of-type, .text, [role=textbox]');

/** Sends, and lets the page show that it did. */
async function send(stage: Stage, window: Element): Promise<void> {
  click(stage.button(window));
  stage.sending?.(window);
  await advance(700);
  stage.sent(window);
}

test('a click elsewhere finds what the page shows before it may show something else', async () => {
  const stage = named('jsonld');
  const window = begin(stage);
  await send(stage, window);
  expect(sent).toEqual([]);
  click(page.document.body);
  expect(people()).toBe(ALL);
  await long();
  expect(sent).toHaveLength(1);
});

describe.each(STAGES.map((stage) => [stage.site.name, stage] as const))('%s', (_, stage) => {
  test('reports a message once, with everybody it went to, when the page shows that it went', async () => {
    const window = begin(stage);
    click(stage.button(window));
    stage.sending?.(window);
    await advance(1500);
    expect(sent).toEqual([]);
    stage.sent(window);
    await advance(stage.certain + 1100);
    expect(people()).toBe(ALL);
    await long();
    expect(sent).toHaveLength(1);
    const [first, , last] = sent[0]?.sightings ?? [];
    expect(sent[0]).toMatchObject({ site: stage.site.id, self: [{ value: 'ana@example.com' }] });
    expect(first).toMatchObject({ name: 'Ruth Okafor', touchpoints: [{}] });
    expect(first?.touchpoints[0]).toMatchObject({
      channel: 'email',
      direction: 'out',
      at: NOW,
      subject: 'Lunch on Friday',
      recipients: 3,
    });
    expect(first?.touchpoints[0]?.sourceKey).toMatch(new RegExp(`^${PROVISIONAL}\\d`));
    expect(first?.touchpoints[0]).not.toHaveProperty('copied');
    expect(last?.touchpoints).toEqual([{ ...first?.touchpoints[0], copied: true }]);
  });

  test.each([{ ctrlKey: true }, { metaKey: true }])(
    'reports one that was sent by key: %j',
    async (modifier) => {
      const window = begin(stage);
      press(text(window), 'Enter', modifier);
      press(text(window), 'Enter', { ...modifier, repeat: true });
      stage.sending?.(window);
      await advance(300);
      stage.sent(window);
      await long();
      expect(sent.map(people)).toEqual([ALL]);
    },
  );

  test('a key on the button sends too, and no other key does', async () => {
    const window = begin(stage);
    press(text(window), 'Enter');
    press(text(window), 'Enter', { ctrlKey: true, isComposing: true });
    press(stage.button(window), 'Tab');
    stage.sending?.(window);
    stage.sent(window);
    await long();
    expect(sent).toEqual([]);
    stage.discarded(window);
    const again = stage.open(page.document, DRAFT);
    press(stage.button(again), 'Enter');
    stage.sending?.(again);
    await advance(300);
    stage.sent(again);
    await long();
    expect(sent.map(people)).toEqual([ALL]);
  });

  test('a draft that is thrown away is none, before and after a click that sent nothing', async () => {
    const window = begin(stage);
    stage.discarded(window);
    await advance(500);
    const another = stage.open(page.document, DRAFT);
    click(stage.button(another));
    await advance(3000);
    if (stage.trash) click(stage.trash(another));
    stage.discarded(another);
    await long();
    expect(sent).toEqual([]);
  });

  test('one that failed is none, and once it was sent again it is one', async () => {
    const window = begin(stage);
    click(stage.button(window));
    stage.sending?.(window);
    await advance(1000);
    stage.failed(window);
    await long();
    expect(sent).toEqual([]);
    await send(stage, window);
    await long();
    expect(sent.map(people)).toEqual([ALL]);
  });

  test('who is taken out after the click was written to all the same', async () => {
    const window = begin(stage);
    click(stage.button(window));
    stage.sending?.(window);
    describeMail(page.document, []);
    for (const field of window.querySelectorAll('[data-hovercard-id], ._Entity, md-chip')) field.remove();
    for (const field of window.querySelectorAll('textarea')) field.value = '';
    await advance(300);
    stage.sent(window);
    await long();
    expect(sent.map(people)).toEqual([ALL]);
  });

  test('a click is forgotten when the page shows nothing for two minutes', async () => {
    const window = begin(stage);
    click(stage.button(window));
    stage.sending?.(window);
    await advance(PENDING_MS + 2000);
    stage.sent(window);
    await long();
    expect(sent).toEqual([]);
  });

  test('nothing is reported when nobody is written to, nor any more when the reader stops', async () => {
    const window = begin(stage, { to: [], subject: 'Nobody' });
    await send(stage, window);
    await long();
    const another = stage.open(page.document, DRAFT);
    await send(stage, another);
    life.abort();
    await long();
    expect(sent).toEqual([]);
  });

  test('leaves nothing in the page, and a page that goes away before a sign says nothing', async () => {
    const window = begin(stage);
    const before = page.document.documentElement.outerHTML;
    click(stage.button(window));
    await advance(500);
    expect(page.document.documentElement.outerHTML).toBe(before);
    page.dispatchEvent(new page.Event('pagehide'));
    stage.sent(window);
    await long();
    expect(sent).toEqual([]);
  });
});

// Outlook shows no sign.
describe.each(
  STAGES.filter(({ site }) => site.sending?.sent).map((stage) => [stage.site.name, stage] as const),
)('%s', (_, stage) => {
  // SOGo's sign is in the window itself.
  test.skipIf(stage.site.id === 'sogo')('a sign that was there before the click is none', async () => {
    const old = begin(stage, { to: [], subject: 'Nobody' });
    stage.discarded(old);
    stage.sent(old);
    await advance(300);
    const window = stage.open(page.document, DRAFT);
    click(stage.button(window));
    // Its window is gone, and of it the page says nothing yet.
    if (!stage.site.sending?.stays) window.remove();
    await long();
    expect(sent).toEqual([]);
  });

  test('a page that goes away right after the sign says it still', async () => {
    const window = begin(stage);
    await send(stage, window);
    page.dispatchEvent(new page.Event('pagehide'));
    expect(sent.map(people)).toEqual([ALL]);
    await long();
    expect(sent).toHaveLength(1);
  });
});

describe('Gmail', () => {
  const gmail = named('gmail');
  const undo = () => page.document.querySelector('#link_undo') as Element;
  const FIRST: Draft = { to: [RUTH], subject: 'One' };
  const SECOND: Draft = { to: [OMAR], subject: 'Two' };

  test('one that is taken back is none, however late', async () => {
    const window = begin(gmail);
    await send(gmail, window);
    await advance(UNDO_MS - 2000);
    click(undo());
    gmailToast(page.document, '<span class="bAq">已撤消</span>');
    await long();
    expect(sent).toEqual([]);
  });

  test('one that is taken back by a key is none: it is in a window again', async () => {
    const window = begin(gmail);
    await send(gmail, window);
    await advance(4000);
    gmailToast(page.document, '<span class="bAq">已撤消</span>');
    await advance(1500);
    gmail.open(page.document, DRAFT);
    await long();
    expect(sent).toEqual([]);
  });

  test('is certain when the toast is gone, or 30 seconds are over', async () => {
    const window = begin(gmail);
    await send(gmail, window);
    await advance(8000);
    expect(sent).toEqual([]);
    hideGmailToast(page.document);
    await advance(4100);
    expect(sent).toHaveLength(1);
    const another = gmail.open(page.document, DRAFT);
    await send(gmail, another);
    await advance(UNDO_MS - 1000);
    expect(sent).toHaveLength(1);
    await advance(5000);
    expect(sent).toHaveLength(2);
  });

  test('two windows at once are two messages, each with its people', async () => {
    const one = begin(gmail, FIRST);
    const two = gmail.open(page.document, SECOND);
    await send(gmail, two);
    await advance(1000);
    await send(gmail, one);
    await long();
    expect(sent.map(people)).toEqual(['recipient omar@example.com', 'recipient ruth@example.com']);
    expect(sent[1]?.sightings[0]?.touchpoints[0]?.subject).toBe('One');
  });

  test('of two that are on their way, the one whose window came back is not the one that was sent', async () => {
    const one = begin(gmail, FIRST);
    const two = gmail.open(page.document, SECOND);
    click(gmail.button(one));
    gmail.sending?.(one);
    await advance(200);
    click(gmail.button(two));
    gmail.sending?.(two);
    await advance(500);
    gmail.failed(one);
    await advance(500);
    gmail.sent(two);
    await long();
    expect(sent.map(people)).toEqual(['recipient omar@example.com']);
  });

  test('Undo takes back the last one only', async () => {
    const one = begin(gmail, FIRST);
    const two = gmail.open(page.document, SECOND);
    await send(gmail, one);
    await advance(2000);
    await send(gmail, two);
    await advance(2000);
    click(undo());
    gmailToast(page.document, '<span class="bAq">已撤消</span>');
    await long();
    expect(sent.map(people)).toEqual(['recipient ruth@example.com']);
  });

  test('one that is scheduled is none, though its toast is the same', async () => {
    const window = begin(gmail);
    // Gmail refuses: an address is wrong. Then the user chooses another time.
    click(gmail.button(window));
    await advance(1000);
    click(window.querySelector('.hG') as Element);
    page.document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="menu"><div selector="scheduledSend">…</div></div>',
    );
    click(page.document.querySelector('[selector]') as Element);
    window.closest('[role="dialog"]')?.remove();
    gmailToast(page.document, GMAIL_SENT);
    await long();
    expect(sent).toEqual([]);
  });

  test('a draft that is written on meanwhile is another one', async () => {
    const window = begin(gmail);
    await send(gmail, window);
    gmail.open(page.document, { ...DRAFT, subject: 'Something else' });
    await long();
    expect(sent).toHaveLength(1);
  });

  test('the link leads to the conversation that is answered, else to what was sent', async () => {
    const window = begin(gmail);
    await send(gmail, window);
    await long();
    const link = sent[0]?.sightings[0]?.touchpoints[0]?.link;
    expect(link).toBe(`${location.origin}/package.json#all/${(1849000000000000000n).toString(16)}`);
    const another = gmail.open(page.document, DRAFT);
    another.querySelector('[name=rt]')?.setAttribute('value', '#thread-a:r-123');
    await send(gmail, another);
    await long();
    expect(sent[1]?.sightings[0]?.touchpoints[0]?.link).toBe(`${location.origin}/package.json#sent`);
  });

  test('a reply that the conversation shows by then has the key under which it will be seen', async () => {
    const window = begin(gmail);
    const shown = (id: string, at: number, to: string) =>
      `<div class="adn" data-legacy-message-id="${id}"><div class="gE"><span class="gD" email="ana@example.com" name="Ana">Ana</span>
       <span class="hb">to <span class="g2" email="${to}">x</span></span><span class="g3" title="${new Date(at).toLocaleString('en-US')}"></span></div></div>`;
    const id = (at: number) => (BigInt(at) << 20n).toString(16);
    const main = page.document.querySelector('[role=main]') as Element;
    main.innerHTML = `<h2 class="hP" data-legacy-thread-id="19a">Lunch on Friday</h2>${shown(id(NOW - 9e6), NOW - 9e6, RUTH.email)}`;
    await send(gmail, window);
    main.insertAdjacentHTML('beforeend', shown(id(NOW + 700), NOW + 700, RUTH.email));
    await long();
    expect(
      sent[0]?.sightings.flatMap(({ touchpoints }) => touchpoints.map(({ sourceKey }) => sourceKey)),
    ).toEqual(Array(3).fill(`gmail:${id(NOW + 700)}`));
    expect(sent[0]?.sightings[0]?.touchpoints[0]?.link).toContain('#all/19a');
  });

  test('a window that shows its people only in short does not tell who was copied', async () => {
    const window = begin(gmail);
    for (const field of window.querySelectorAll('[name=to], [name=cc]')) field.remove();
    window.insertAdjacentHTML(
      'afterbegin',
      `<div class="oL aDm az9">${[RUTH, OMAR].map(({ name, email }) => `<span email="${email}" data-hovercard-id="${email}">${name}</span>`).join()}</div>`,
    );
    await send(gmail, window);
    await long();
    expect(people()).toBe('recipient ruth@example.com, cc omar@example.com');
  });
});

describe('Outlook', () => {
  const outlook = named('outlook');

  test('one that is taken back is none: it is in a window again', async () => {
    const window = begin(outlook);
    await send(outlook, window);
    await advance(6000);
    outlook.open(page.document, DRAFT);
    await long();
    expect(sent).toEqual([]);
  });

  test('one that is scheduled is none', async () => {
    const window = begin(outlook);
    click(window.querySelector('[aria-haspopup]') as Element);
    await advance(500);
    outlook.sent(window);
    await long();
    expect(sent).toEqual([]);
  });
});

describe('Roundcube', () => {
  const roundcube = named('roundcube');

  test('that a draft was saved is no sign, nor is its toast when it is still there', async () => {
    const window = begin(roundcube);
    click(roundcube.button(window));
    await advance(1000);
    roundcubeSaves(window);
    await advance(1000);
    // The next click changes the form's word while the toast of the draft is still shown.
    click(roundcube.button(window));
    (window.querySelector('[name=_draft]') as HTMLInputElement).value = '';
    await advance(1000);
    expect(sent).toEqual([]);
    roundcube.sent(window);
    await long();
    expect(sent.map(people)).toEqual([ALL]);
  });

  test('a subject that was asked for after the click is the message’s', async () => {
    const window = begin(roundcube, { ...DRAFT, subject: '' });
    click(roundcube.button(window));
    await advance(1000);
    (window.querySelector('[name=_subject]') as HTMLInputElement).value = 'Asked for';
    roundcube.sending?.(window);
    roundcube.sent(window);
    await long();
    expect(sent[0]?.sightings[0]?.touchpoints[0]).toMatchObject({
      subject: 'Asked for',
      link: `${location.origin}/package.json?_task=mail&_mbox=Sent`,
    });
  });
});

describe('a page that describes itself', () => {
  test('and shows the message by then: it has the key under which it will be seen', async () => {
    const jsonld = named('jsonld');
    const window = begin(jsonld);
    await send(jsonld, window);
    describeMail(page.document, [
      { ...DRAFT, sent: new Date(NOW + 700).toISOString(), id: 'm7@example.com' },
    ]);
    await long();
    expect(sent[0]?.sightings[0]?.touchpoints[0]).toMatchObject({
      sourceKey: 'localhost:ana@example.com:m7@example.com',
      at: NOW + 700,
      link: `${location.origin}/sent/1`,
    });
  });
});

test('a page of another site with such elements is left alone', async () => {
  const gmail = named('gmail');
  const elsewhere: Stage = { ...gmail, site: { ...gmail.site, matches: ['https://mail.example.com/*'] } };
  const window = begin(elsewhere);
  await send(elsewhere, window);
  await long();
  expect(sent).toEqual([]);
});
