// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Meeting, PersonCard } from '../../components/screens/PersonCard.tsx';
import type { KithDb } from '../../utils/db/database.ts';
import { goalsOf, notesOf } from '../../utils/db/listed.ts';
import { livePerson } from '../../utils/db/lookup.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { addGoal, saveNote } from '../../utils/db/practice.ts';
import { timeline } from '../../utils/db/timeline.ts';
import { logTouchpoint, logTouchpoints } from '../../utils/db/touchpoints.ts';
import { lastActions, undo } from '../../utils/db/undo.ts';
import { addDays, dayOf } from '../../utils/domain/days.ts';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { BY_THE_CLOCK } from '../by-the-clock.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

const MAIL: SeenTouchpoint = {
  sourceKey: 'mail:1',
  channel: 'email',
  direction: 'in',
  at: Date.UTC(2026, 8, 1, 9),
  subject: 'The deck',
  link: 'https://mail.example.com/1',
};

async function ana(name = 'Ana Pérez', db = freshDb()): Promise<{ db: KithDb; id: string }> {
  const { id } = await addPerson(db, { name, handles: [{ kind: 'email', value: 'ana@example.com' }] });
  return { db, id };
}

/** Shows a person met on a page with these touchpoints. */
async function open(db: KithDb, id: string, touchpoints?: readonly SeenTouchpoint[], onGone?: () => void) {
  const meeting: Meeting | undefined = touchpoints && {
    found: {
      sighting: { role: 'sender', handles: [{ kind: 'email', value: 'ana@example.com' }], touchpoints },
    },
    site: 'gmail',
    title: 'Inbox',
    url: 'https://mail.example.com/',
  };
  const stage = show(<PersonCard id={id} meeting={meeting} {...(onGone && { onGone })} />, db);
  await screen.findByRole('heading', { level: 1 });
  return stage;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** Makes every write fail as on a full disk. */
const fillDisk = () => {
  for (const method of ['add', 'put'] as const)
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
};

describe('the card of a person', () => {
  test('shows a hostile name as the text it is', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { db, id } = await ana(name);
    const { container } = await open(db, id);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name);
    expect(container.querySelector('img')).toBeNull();
  });

  test('moves them to the stage that is clicked, and can be undone', async () => {
    const { db, id } = await ana();
    const { done } = await open(db, id);
    expect(button('Establish').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(button('Optimize'));
    await waitFor(() => expect(button('Optimize').getAttribute('aria-pressed')).toBe('true'));
    expect((await livePerson(db, id))?.stage).toBe('optimize');
    await waitFor(() => expect(done).toEqual(['moveStage']));
  });

  test('sets the rhythm, and says when they are due and by how much they are over it', async () => {
    const { db, id } = await ana();
    const today = dayOf(Date.now());
    await logTouchpoint(db, { personIds: [id], channel: 'call', direction: 'out', day: addDays(today, -50) });
    const { container } = await open(db, id);
    const rhythm = async (pick: (form: HTMLElement) => void) => {
      fireEvent.click(await screen.findByRole('button', { name: /^How often to be in touch/ }));
      pick(await screen.findByRole('form', { name: 'How often to be in touch' }));
    };
    await rhythm(() => fireEvent.keyDown(document.body, { key: '4' }));
    await waitFor(() => expect(container.textContent).toContain('Due in 6 weeks'));
    await rhythm(() => fireEvent.click(button('3 every 30 d')));
    await waitFor(() => expect(container.textContent).toContain('20 days over your 30'));
    await rhythm((form) => fireEvent.click(within(form).getByRole('button', { name: 'no rhythm' })));
    await waitFor(() => expect(container.textContent).toContain('No rhythm set'));
    expect(await livePerson(db, id)).not.toHaveProperty('cadenceDays');
  });

  test('shows the last touchpoint with its link, and the newest five of the timeline until all are asked for', async () => {
    const { db, id } = await ana();
    await logTouchpoint(db, { ...MAIL, personIds: [id] });
    for (let day = 1; day <= 6; day++)
      await logTouchpoint(db, {
        personIds: [id],
        channel: 'call',
        direction: 'out',
        day: `2026-08-0${day}`,
        summary: `call ${day}`,
      });
    await open(db, id);
    const facts = screen.getByRole('region', { name: 'Where we stand' });
    expect(within(facts).getByRole('link', { name: 'The deck' }).getAttribute('href')).toBe(MAIL.link);
    const shown = () => within(screen.getByRole('region', { name: /Timeline/ })).getAllByRole('listitem');
    expect(shown()).toHaveLength(5);
    fireEvent.click(button('All 7'));
    await waitFor(() => expect(shown()).toHaveLength(7));
    expect(shown()[0]?.textContent).toContain('The deck');
    expect(shown()[6]?.textContent).toContain('call 1');
  });

  test('shows all of many touchpoints by and by, and the card stays as it is meanwhile', async () => {
    const { db, id } = await ana();
    const seen = Array.from({ length: 130 }, (_, index) => ({
      ...MAIL,
      sourceKey: `mail:${index}`,
      at: (MAIL.at ?? 0) + index * 60_000,
      subject: `Mail ${index}`,
      personIds: [id],
      site: 'gmail',
    }));
    await logTouchpoints(db, seen);
    await open(db, id);
    const heading = screen.getByRole('heading', { level: 1 });
    const list = () => within(screen.getByRole('region', { name: /Timeline/ })).getAllByRole('listitem');
    const counts = new Set<number>();
    const observer = new MutationObserver(() => counts.add(list().length));
    observer.observe(document.body, { subtree: true, childList: true });
    fireEvent.click(button('All 130'));
    await waitFor(() => expect(list()).toHaveLength(130));
    observer.disconnect();
    expect([...counts].sort((a, b) => a - b)).toEqual(expect.arrayContaining([50, 100, 130]));
    expect(list().map((row) => /Mail (\d+)/.exec(row.textContent ?? '')?.[1])).toEqual(
      seen.map((_, index) => String(129 - index)),
    );
    expect(screen.getByRole('heading', { level: 1 })).toBe(heading);
    expect(screen.queryByRole('button', { name: /^All/ })).toBeNull();
    // A row that is made once still knows what is done with it.
    const last = list().at(-1) as HTMLElement; // there are 130
    fireEvent.click(within(last).getByRole('button'));
    await waitFor(() => expect(list()).toHaveLength(129));
    expect((await timeline(db, id, 200)).some(({ subject }) => subject === 'Mail 0')).toBe(false);
  });

  test('says so when the person was deleted elsewhere', async () => {
    const { db, id } = await ana();
    const { container } = await open(db, id);
    await db.people.update(id, { deletedAt: 1 });
    await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeNull());
    expect(container.textContent).not.toBe('');
  });

  test('deletes them from their form, and the screen goes', async () => {
    const { db, id } = await ana();
    const gone = vi.fn();
    await open(db, id, undefined, gone);
    fireEvent.click(button('Edit Ana Pérez'));
    await waitFor(() => button('Delete'));
    fireEvent.click(button('Delete'));
    await waitFor(() => expect(gone).toHaveBeenCalledOnce());
    expect(await livePerson(db, id)).toBeUndefined();
  });

  test('of another person never shows the first one’s notes and goals', async () => {
    const { db, id } = await ana();
    await addGoal(db, id, 'mine', 'a secret goal');
    await saveNote(db, { id: 'n', personId: id, body: 'a secret note' }, 'b');
    const bob = (await addPerson(db, { name: 'Bob', handles: [] })).id;
    const { container, unmount } = await open(db, id);
    expect(container.textContent).toContain('a secret goal');
    unmount();
    const other = await open(db, bob);
    expect(other.container.textContent).not.toContain('secret');
  });
});

describe('logging from the card', () => {
  test('takes one click for the newest on the page, then says that it is logged', async () => {
    const { db, id } = await ana();
    const { done } = await open(db, id, [MAIL]);
    fireEvent.click(button('Log e-mail'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Log e-mail' })).toBeNull());
    expect(screen.getByText('Logged')).toBeTruthy();
    expect(await timeline(db, id)).toMatchObject([{ ...MAIL, personIds: [id], site: 'gmail' }]);
    await waitFor(() => expect(done).toEqual(['log']));
  });

  test('takes one for a whole thread, both directions, without what does not count, and one undo', async () => {
    const { db, id } = await ana();
    const thread = Array.from({ length: 17 }, (_, n) => ({
      ...MAIL,
      sourceKey: `mail:${n}`,
      at: (MAIL.at ?? 0) + n * 3_600_000,
      direction: n % 3 === 0 ? ('out' as const) : ('in' as const),
    }));
    const copied = { ...MAIL, sourceKey: 'copied', copied: true as const };
    const impossible = { ...MAIL, sourceKey: 'impossible', at: Date.UTC(2999, 0, 1) };
    // Two are logged already.
    for (const seen of thread.slice(0, 2)) await logTouchpoint(db, { ...seen, personIds: [id] });
    const { done } = await open(db, id, [...thread.reverse(), copied, impossible]);
    const all = await screen.findByRole('button', { name: 'Log all 15 messages of this thread' });
    expect(screen.getByText('10 from Ana Pérez, 5 from you')).toBeTruthy();
    fireEvent.click(all);
    await waitFor(async () =>
      expect(await timeline(db, id, 100)).toMatchObject(
        thread.map(({ sourceKey, direction }) => ({ sourceKey, direction })),
      ),
    );
    await waitFor(() => expect(done).toEqual(['log']));
    await waitFor(() => expect(screen.queryByRole('button', { name: /messages of this thread/ })).toBeNull());
    const [last] = await lastActions(db, 1);
    await undo(db, last?.batch ?? '');
    expect(await timeline(db, id, 100)).toHaveLength(2);
  });

  test('offers no thread of messages that do not count', async () => {
    const { db, id } = await ana();
    const copies = ['a', 'b'].map((sourceKey) => ({ ...MAIL, sourceKey, copied: true as const }));
    await open(db, id, copies);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('button', { name: /messages of this thread/ })).toBeNull();
    expect(button('Log e-mail')).toBeTruthy();
  });

  test('offers what was only copied only when there is nothing else', async () => {
    const { db, id } = await ana();
    const copied = { ...MAIL, sourceKey: 'mail:2', copied: true } as const;
    await open(db, id, [copied, MAIL]);
    expect(screen.queryByRole('button', { name: /earlier/ })).toBeNull();
    fireEvent.click(button('Log e-mail'));
    await waitFor(async () => expect(await timeline(db, id)).toMatchObject([{ sourceKey: 'mail:1' }]));
  });

  test('keeps the form and its text when the disk is full, and stores it when there is room again', async () => {
    const { db, id } = await ana();
    const { problems } = await open(db, id);
    fireEvent.click(button('Log call'));
    const form = await screen.findByRole('form', { name: 'Log call' });
    const text = within(form).getByRole('textbox', { name: /about/ }) as HTMLTextAreaElement;
    fireEvent.input(text, { target: { value: 'We spoke about the deck' } });
    fillDisk();
    fireEvent.submit(form);
    await waitFor(() => expect(problems).toEqual(['full']));
    expect(text.value).toBe('We spoke about the deck');
    expect(text.isConnected).toBe(true);
    vi.restoreAllMocks();
    fireEvent.submit(form);
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Log call' })).toBeNull());
    expect(await timeline(db, id)).toMatchObject([{ channel: 'call', summary: 'We spoke about the deck' }]);
  });
});

describe('what is written in the card', () => {
  test('as a note is in the database within a second, with where it was written', BY_THE_CLOCK, async () => {
    const { db, id } = await ana();
    await open(db, id, [MAIL]);
    fireEvent.click(button('New note'));
    fireEvent.input(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Likes tea' } });
    await waitFor(
      async () =>
        expect(await notesOf(db, id)).toMatchObject([
          { body: 'Likes tea', sourceTitle: 'The deck', sourceLink: MAIL.link },
        ]),
      { timeout: 1000 },
    );
  });

  test('as a note is not lost when the disk is full', async () => {
    const { db, id } = await ana();
    const { problems } = await open(db, id);
    fireEvent.click(button('New note'));
    const note = screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement;
    fireEvent.input(note, { target: { value: 'Likes tea' } });
    fillDisk();
    fireEvent.click(button('Done'));
    await waitFor(() => expect(problems).toContain('full'));
    expect(note.isConnected).toBe(true);
    expect(note.value).toBe('Likes tea');
    vi.restoreAllMocks();
    fireEvent.click(button('Done'));
    await waitFor(async () => expect(await notesOf(db, id)).toMatchObject([{ body: 'Likes tea' }]));
  });

  test('as a goal is stored and shown', async () => {
    const { db, id } = await ana();
    await open(db, id);
    fireEvent.click(button('Add a goal'));
    const goal = await screen.findByRole('textbox', { name: 'Goal' });
    fireEvent.input(goal, { target: { value: 'A talk in May' } });
    fireEvent.submit(goal.closest('form') as HTMLFormElement);
    await screen.findByRole('button', { name: 'Edit goal: A talk in May' });
    expect(await goalsOf(db, id)).toMatchObject([{ side: 'mine', text: 'A talk in May', state: 'open' }]);
  });

  test('as a name appears when it is changed in another window', async () => {
    const { db, id } = await ana();
    await open(db, id);
    await editPerson(db, id, { name: 'Ana Pérez-Soto' });
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ana Pérez-Soto'));
  });
});
