// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { TabState } from '../../components/hooks/useTab.ts';
import { Start } from '../../components/screens/Start.tsx';
import { StartAgain } from '../../components/screens/settings/StartAgain.tsx';
import type { KithDb } from '../../utils/db/database.ts';
import { ownAddresses } from '../../utils/db/own.ts';
import { preference } from '../../utils/db/preferences.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

const tab = (more: Partial<TabState> = {}): TabState => ({
  readable: true,
  frames: [],
  ready: true,
  ...more,
});
const ME = { kind: 'email', value: 'me@example.com' } as const;
const MAILBOX = tab({
  tabId: 1,
  url: 'https://mail.example.com/',
  frames: [
    {
      tabId: 1,
      frameId: 0,
      documentKey: 'd',
      url: 'https://mail.example.com/',
      title: '',
      reading: { site: 'x', sightings: [], self: ME },
    } as unknown as TabState['frames'][number], // what the start looks at
  ],
});
const sighting = (name: string, more: Partial<Sighting> = {}): Sighting => ({
  role: 'sender',
  handles: [{ kind: 'email', value: `${name.toLowerCase()}@example.com` }],
  name,
  touchpoints: [],
  ...more,
});
const PAGE = [
  sighting('Ana'),
  sighting('Bo'),
  sighting('Cy'),
  sighting('Robot', { automated: true }),
  sighting('Fake', { claims: 'boss@example.com' }),
];

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const title = (name: string) => screen.findByRole('heading', { name });

function open(db: KithDb, page = MAILBOX, sightings = PAGE) {
  const onDone = vi.fn();
  return { ...show(<Start tab={page} sightings={sightings} onDone={onDone} />, db), onDone };
}

describe('the first two minutes', () => {
  test('go from the sites to the rhythms, each step done by what it asks for', async () => {
    const db = freshDb();
    const { onDone } = open(db);
    await title('Where you meet people');
    expect(screen.getByText('1 of 4')).toBeTruthy();
    expect(screen.getByText('Kith reads mail.example.com.')).toBeTruthy();
    fireEvent.click(button('Go on'));

    await title('Which address is yours');
    fireEvent.click(await screen.findByRole('button', { name: /Yes/ }));
    await waitFor(async () => expect(await ownAddresses(db)).toEqual(new Set([ME.value])));

    await title('Your first three people');
    expect(screen.queryByText('Robot')).toBeNull();
    expect(screen.queryByText('Fake')).toBeNull();
    for (const name of ['Ana', 'Bo', 'Cy'])
      fireEvent.click(await screen.findByRole('button', { name: `Add ${name}` }));

    await title('How often to be in touch');
    let before: string | null = null;
    for (let count = 1; count <= 3; count++) {
      // Of the next one: what is stored is there before it is shown.
      await waitFor(() => expect(screen.getByText(/After how many days/).textContent).not.toBe(before));
      before = screen.getByText(/After how many days/).textContent;
      await waitFor(() => expect(document.activeElement?.classList.contains('chip')).toBe(true));
      fireEvent.keyDown(document.body, { key: '3' });
      await waitFor(async () => expect(await db.people.where('dueDay').above('').count()).toBe(count));
    }
    await title('You are set');
    fireEvent.click(button('Done'));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    // What is stored is heard of before it is shown.
    await waitFor(() => expect(document.querySelector('.begin')).toBeNull());
    expect((await preference(db, 'start')).closed).toBe(true);
  });

  test('go on where they were after the browser was killed', async () => {
    const db = freshDb();
    const first = open(db);
    await title('Where you meet people');
    fireEvent.click(button('Go on'));
    await title('Which address is yours');
    fireEvent.click(button('Skip'));
    await title('Your first three people');
    first.unmount();
    open(db);
    await title('Your first three people');
  });

  test('can be skipped step by step, with nobody added', async () => {
    const db = freshDb();
    open(db, tab(), []);
    await title('Where you meet people');
    fireEvent.click(button('Go on'));
    expect(await screen.findByText(/Open your mailbox in this tab/)).toBeTruthy();
    fireEvent.click(button('Skip'));
    expect(await screen.findByText(/Open a message or a profile in this tab/)).toBeTruthy();
    fireEvent.click(button('Skip'));
    await title('How often to be in touch');
    fireEvent.click(button('Skip'));
    await title('You are set');
  });

  test('are closed as a whole, stay closed, and come again from Settings', async () => {
    const db = freshDb();
    const { onDone, unmount, done } = open(db);
    await title('Where you meet people');
    fireEvent.click(button('Close the first steps'));
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    // No toast of theirs stands over what was done last.
    expect(done).toEqual([]);
    unmount();
    const again = open(db);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(again.container.textContent).toBe('');
    again.unmount();
    const settings = show(<StartAgain />, db);
    fireEvent.click(button('Show them again'));
    await waitFor(() => expect(settings.done).toEqual(['setting']));
    settings.unmount();
    open(db);
    await title('Where you meet people');
  });

  test('offer to read the webmail beside the panel, straight from the click', async () => {
    const request = vi.spyOn(browser.permissions, 'request').mockResolvedValue(false as never);
    open(freshDb(), tab({ tabId: 1, url: 'https://webmail.example.org/inbox', readable: false }), []);
    fireEvent.click(await screen.findByRole('button', { name: 'Use Kith on webmail.example.org' }));
    expect(request).toHaveBeenCalledWith({ origins: ['https://webmail.example.org/*'] });
  });

  test('pass over somebody who needs no rhythm', async () => {
    const db = freshDb();
    open(db);
    await title('Where you meet people');
    fireEvent.click(button('Go on'));
    await title('Which address is yours');
    fireEvent.click(button('Skip'));
    fireEvent.click(await screen.findByRole('button', { name: 'Add Ana' }));
    await screen.findByText('Added');
    fireEvent.click(button('Skip'));
    await screen.findByText(/should Ana come up/);
    fireEvent.click(await screen.findByRole('button', { name: 'no rhythm' }));
    await title('You are set');
    expect(await db.people.where('dueDay').above('').count()).toBe(0);
  });
});
