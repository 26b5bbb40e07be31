// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SAVE_AFTER_MS } from '../../components/hooks/useAutosave.ts';
import { Notes } from '../../components/parts/Notes.tsx';
import type { Note } from '../../utils/domain/types.ts';
import { show } from './setup.tsx';

const NOTE: Note = { id: 'n1', personId: 'ana', body: 'Likes tea', createdAt: 1, updatedAt: 1 };

let draftKey = 0;
let stores: boolean;
let saved: { id: string; batch: string; body: string }[];

/** The notes of somebody, with a store that works or not. */
function open(notes: readonly Note[] = []) {
  return show(
    <Notes
      notes={notes}
      name="Ana"
      today="2026-09-01"
      language="en"
      draftKey={String(draftKey)}
      onSave={async ({ id, batch }, body) => {
        saved.push({ id, batch, body });
        return stores;
      }}
      onDelete={() => {}}
    />,
  );
}

const write = () => fireEvent.click(screen.getByRole('button', { name: 'New note' }));
const field = () => screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement;
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const bodies = () => saved.map(({ body }) => body);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  draftKey++;
  stores = true;
  saved = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a note that is being typed', () => {
  test('is stored within a second of the first letter, also while typing goes on', async () => {
    expect(SAVE_AFTER_MS).toBeLessThan(1000);
    open();
    write();
    for (const text of ['H', 'He', 'Hel', 'Hell', 'Hello']) {
      type(text);
      await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS / 2);
    }
    expect(bodies()).toEqual(['He', 'Hell']);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(bodies().at(-1)).toBe('Hello');
  });

  test('is stored once when typing pauses', async () => {
    open();
    write();
    type('Hello');
    await vi.advanceTimersByTimeAsync(10 * SAVE_AFTER_MS);
    expect(bodies()).toEqual(['Hello']);
  });

  test.each<[string, () => void]>([
    ['the field is left', () => fireEvent.blur(field())],
    ['it is done', () => fireEvent.click(screen.getByRole('button', { name: 'Done' }))],
    ['Escape is pressed', () => fireEvent.keyDown(field(), { key: 'Escape' })],
    ['Ctrl+Enter is pressed', () => fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })],
    ['the panel is closed', () => fireEvent(window, new Event('pagehide'))],
    [
      'the panel is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        fireEvent(document, new Event('visibilitychange'));
        vi.restoreAllMocks();
      },
    ],
  ])('is stored at once when %s', (_, leave) => {
    open();
    write();
    type('Hello');
    expect(bodies()).toEqual([]);
    leave();
    expect(bodies()).toEqual(['Hello']);
  });

  test('is stored at once when the person is no longer shown', async () => {
    const { unmount } = open();
    write();
    type('Hello');
    unmount();
    // Preact cleans up after the next frame.
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS / 4);
    expect(bodies()).toEqual(['Hello']);
  });

  test('keeps its id and its batch while the editor is open, and has another batch the next time', async () => {
    open([NOTE]);
    for (const text of ['Likes green tea', 'Likes black tea']) {
      fireEvent.click(screen.getByRole('button', { name: /^Edit note/ }));
      type(text.slice(0, -1));
      fireEvent.blur(field());
      type(text);
      fireEvent.click(screen.getByRole('button', { name: 'Done' }));
      await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull());
    }
    expect(new Set(saved.map(({ id }) => id))).toEqual(new Set(['n1']));
    const batches = saved.map(({ batch }) => batch);
    expect(batches[0]).toBe(batches[1]);
    expect(batches[2]).toBe(batches[3]);
    expect(batches[1]).not.toBe(batches[2]);
  });
});

describe('a note that can’t be stored', () => {
  test('stays in the field when it is done, and is tried again', async () => {
    open();
    write();
    stores = false;
    type('Hello');
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await vi.advanceTimersByTimeAsync(1);
    expect(field().value).toBe('Hello');
    stores = true;
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull());
    expect(bodies()).toEqual(['Hello', 'Hello']);
  });

  test('is open again, with what was typed, when the person is shown again', async () => {
    stores = false;
    const { unmount } = open();
    write();
    type('Hello');
    fireEvent.blur(field());
    await vi.advanceTimersByTimeAsync(1);
    unmount();
    open();
    expect(field().value).toBe('Hello');
  });

  test('never overwrites what was typed and stored after it', async () => {
    const answers: ((stored: boolean) => void)[] = [];
    const slow: string[] = [];
    show(
      <Notes
        notes={[]}
        name="Ana"
        today="2026-09-01"
        language="en"
        draftKey={String(draftKey)}
        onSave={(_, body) => {
          slow.push(body);
          return new Promise((resolve) => answers.push(resolve));
        }}
        onDelete={() => {}}
      />,
    );
    write();
    type('old');
    fireEvent.blur(field());
    type('new');
    fireEvent.blur(field());
    answers[0]?.(false);
    await vi.advanceTimersByTimeAsync(1);
    answers[1]?.(true);
    await vi.advanceTimersByTimeAsync(1);
    fireEvent.blur(field());
    await vi.advanceTimersByTimeAsync(1);
    expect(slow.at(-1)).toBe('new');
  });
});

test('notes show their Markdown, their day and where they are from', () => {
  open([{ ...NOTE, sourceTitle: 'The deck', createdAt: Date.UTC(2026, 7, 12) }]);
  expect(screen.getByText(/12 Aug/).textContent).toContain('from “The deck”');
});
