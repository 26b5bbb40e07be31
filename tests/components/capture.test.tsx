// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CalendarLinks } from '../../components/parts/CalendarLinks.tsx';
import { FollowUpForm } from '../../components/parts/FollowUpForm.tsx';
import { LogForm } from '../../components/parts/LogForm.tsx';
import { QuickCapture } from '../../components/screens/QuickCapture.tsx';
import type { ByHand } from '../../utils/db/by-hand.ts';
import { addPerson } from '../../utils/db/people.ts';
import type { NewFollowUp } from '../../utils/db/practice.ts';
import { timeline } from '../../utils/db/timeline.ts';
import type { Channel, Person } from '../../utils/domain/types.ts';
import { freshDb } from '../db/setup.ts';
import { show } from './setup.tsx';

// A Tuesday, ten in the morning.
const NOW = Date.UTC(2026, 10, 17, 10);
const ANA = { id: 'ana', name: 'Ana Pérez' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

let key = 0;
const noop = () => {};
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;
const submit = () => fireEvent.submit(screen.getByRole('form'));
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the form for what no page shows', () => {
  const open = (draftKey = String(key++), channel: Channel = 'meeting') => {
    const logged: ByHand[] = [];
    const stage = show(
      <LogForm
        channel={channel}
        onChannel={noop}
        draftKey={draftKey}
        person={ANA}
        language="en"
        search={async () => []}
        onSave={async (what) => {
          logged.push(what);
          return true;
        }}
        onCancel={noop}
      />,
    );
    return { ...stage, logged, draftKey };
  };

  test.each<[words: string, understood: string, day: string, time: string, saved: Partial<ByHand>]>([
    [
      'yesterday 3pm',
      'Monday 16 Nov, 15:00 (yesterday)',
      '2026-11-16',
      '15:00',
      { at: Date.UTC(2026, 10, 16, 15) },
    ],
    ['last Friday', 'Friday 13 Nov (4 days ago)', '2026-11-13', '', { day: '2026-11-13' }],
    [
      '昨天下午3点',
      'Monday 16 Nov, 15:00 (yesterday)',
      '2026-11-16',
      '15:00',
      { at: Date.UTC(2026, 10, 16, 15) },
    ],
    ['12 Dec', 'Friday 12 Dec 2025 (49 weeks ago)', '2025-12-12', '', { day: '2025-12-12' }],
  ])('says what “%s” means before it is stored', async (words, understood, day, time, saved) => {
    const { logged } = open();
    type('When', words);
    expect(screen.getByText(understood).getAttribute('aria-live')).toBe('polite');
    expect([value('Day'), value('Time')]).toEqual([day, time]);
    submit();
    await waitFor(() => expect(logged).toHaveLength(1));
    expect(logged[0]).toMatchObject(saved);
    expect('day' in (logged[0] ?? {})).toBe(!('at' in saved));
  });

  test.each([
    ['30 Feb', 'There is no such day or time.'],
    ['2月30日', 'There is no such day or time.'],
    ['some day', 'Not understood. Try “yesterday 3pm”, or pick the date.'],
    ['1969-12-31', 'Kith keeps nothing from before 1970.'],
    ['next Friday', 'This is still to come. A follow-up can remind you of it.'],
  ])('refuses “%s” and says why', async (words, why) => {
    const { logged } = open();
    type('When', words);
    expect(screen.getByText(why)).toBeTruthy();
    submit();
    await settled();
    expect(logged).toEqual([]);
    expect(value('When')).toBe(words);
  });

  test('takes the plain inputs instead of the words, and a time may be missing', async () => {
    const { logged } = open();
    type('When', '30 Feb');
    type('Day', '2026-11-01');
    expect(value('When')).toBe('');
    type('Time', '');
    submit();
    await waitFor(() => expect(logged).toMatchObject([{ day: '2026-11-01' }]));
    expect(logged[0]).not.toHaveProperty('at');
  });

  test('refuses a picked day that is still to come', async () => {
    const { logged } = open();
    type('Day', '2026-11-25');
    expect(screen.getByText(/still to come/)).toBeTruthy();
    submit();
    await settled();
    expect(logged).toEqual([]);
  });

  test('keeps every field when it is closed, and words still mean the day they meant', async () => {
    const first = open();
    type(/about/, 'The deck');
    type('When', 'yesterday');
    type('Tone', 'warm');
    type('Who else took part', 'Bo Ch');
    first.unmount();
    vi.setSystemTime(NOW + 86_400_000);
    open(first.draftKey);
    expect(value('When')).toBe('yesterday');
    expect(value('Day')).toBe('2026-11-16');
    expect(value('Tone')).toBe('warm');
    expect(value('Who else took part')).toBe('Bo Ch');
    expect((screen.getByLabelText(/about/) as HTMLTextAreaElement).value).toBe('The deck');
    expect((await first.db.drafts.toArray()).length).toBe(4);
  });

  test('shows the promises in the summary, and gives them', async () => {
    const { logged } = open();
    type(/about/, 'Pilot\npromised: send the deck by Friday\n他们答应：周四回复');
    const promises = screen.getByText('Kith will remind you:').closest('div') as HTMLElement;
    expect(
      within(promises)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Friday 20 Nov You: send the deck by Friday', 'Thursday 19 Nov They: 周四回复']);
    submit();
    await waitFor(() => expect(logged).toHaveLength(1));
    expect(logged[0]?.followUps).toEqual([
      { text: 'send the deck by Friday', by: 'me', dueDay: '2026-11-20' },
      { text: '周四回复', by: 'them', dueDay: '2026-11-19' },
    ]);
  });

  test.each<[Channel, string]>([
    ['message', 'out'],
    ['letter', 'out'],
    ['email', 'out'],
    ['call', 'both'],
    ['social', 'both'],
  ])('takes it that a %s was begun by: %s', async (channel, direction) => {
    const { logged } = open(undefined, channel);
    submit();
    await waitFor(() => expect(logged).toMatchObject([{ channel, direction }]));
  });

  test('does not forget a name that was typed and not chosen', async () => {
    const { logged } = open();
    type('Who else took part', 'Bo Chen');
    submit();
    await waitFor(() => expect(screen.getByText(/“Bo Chen” is not chosen yet/)).toBeTruthy());
    expect(logged).toEqual([]);
  });
});

describe('logging without a page', () => {
  const setUp = async () => {
    const db = freshDb();
    const ids: string[] = [];
    for (const name of ['Alice Nguyen', 'Bo Berg', '王小明'])
      ids.push((await addPerson(db, { name, handles: [] })).id);
    const onDone = vi.fn();
    const stage = show(<QuickCapture onDone={onDone} />, db);
    const field = screen.getByRole('combobox', { name: 'Who took part' }) as HTMLInputElement;
    const options = () => {
      const list = screen.queryByRole('listbox', { name: 'People' });
      return list
        ? within(list)
            .queryAllByRole('option')
            .map((option) => option.textContent ?? '')
        : [];
    };
    const look = async (query: string) => {
      fireEvent.input(field, { target: { value: query } });
      await waitFor(() => expect(options().length).toBeGreaterThan(0));
    };
    const press = (pressed: string) => fireEvent.keyDown(field, { key: pressed });
    const chips = () =>
      screen.queryAllByRole('button', { name: /^Remove/ }).map((chip) => chip.getAttribute('aria-label'));
    return { ...stage, db, ids, onDone, field, look, press, chips, options };
  };

  test('begins in the field for people', async () => {
    const { field } = await setUp();
    expect(document.activeElement).toBe(field);
  });

  test('finds people by the keyboard alone, and takes them back', async () => {
    const { look, press, chips, field, onDone, options } = await setUp();
    await look('b');
    expect(options().at(-1)).toContain('Add b');
    expect(options()[0]).toContain('Bo Berg');
    expect(field.getAttribute('aria-expanded')).toBe('true');
    press('ArrowDown');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
      'Add b',
    );
    press('ArrowUp');
    press('Enter');
    await waitFor(() => expect(chips()).toEqual(['Remove Bo Berg']));
    expect(field.value).toBe('');
    await look('b');
    expect(options().some((option: string) => option.includes('Bo Berg'))).toBe(false);
    press('Escape');
    expect(options()).toEqual([]);
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: '' } });
    press('Backspace');
    await waitFor(() => expect(chips()).toEqual([]));
  });

  test('stores a meeting with somebody known and somebody new, and ends', async () => {
    const { db, ids, look, press, chips, onDone, done } = await setUp();
    await look('小明');
    press('Enter');
    await waitFor(() => expect(chips()).toHaveLength(1));
    await look('Bo Chen');
    fireEvent.click(screen.getByRole('option', { name: /Add Bo Chen/ }));
    await waitFor(() => expect(chips()).toEqual(['Remove 王小明', 'Remove Bo Chen']));
    fireEvent.change(screen.getByRole('combobox', { name: 'How' }), { target: { value: 'meeting' } });
    type('When', '昨天下午3点');
    type(/meeting about/, '承诺：周五前发合同');
    submit();
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    await waitFor(() => expect(done).toEqual(['log']));
    const bo = (await db.people.toArray()).find((person: Person) => person.name === 'Bo Chen');
    expect(await timeline(db, ids[2] ?? '')).toMatchObject([
      { channel: 'meeting', at: Date.UTC(2026, 10, 16, 15), personIds: [ids[2], bo?.id] },
    ]);
    expect(await db.followUps.toArray()).toMatchObject([
      { personId: ids[2], text: '周五前发合同', dueDay: '2026-11-20', by: 'me' },
    ]);
    expect(await db.drafts.toArray()).toEqual([]);
  });

  test('adds nobody by an Enter that comes before the answer', async () => {
    const { field, press, chips, options } = await setUp();
    fireEvent.input(field, { target: { value: 'Alice' } });
    press('Enter');
    await waitFor(() => expect(options().length).toBeGreaterThan(0));
    expect(chips()).toEqual([]);
    press('Enter');
    await waitFor(() => expect(chips()).toEqual(['Remove Alice Nguyen']));
    press('Backspace');
  });

  test('stores nothing with nobody, and says so', async () => {
    const { db, onDone, field } = await setUp();
    submit();
    await waitFor(() => expect(screen.getByText(/Choose who took part/)).toBeTruthy());
    expect(document.activeElement).toBe(field);
    expect(onDone).not.toHaveBeenCalled();
    expect(await db.touchpoints.count()).toBe(0);
  });

  test('keeps who was chosen when it is closed', async () => {
    const first = await setUp();
    await first.look('Alice');
    first.press('Enter');
    await waitFor(() => expect(first.chips()).toHaveLength(1));
    first.unmount();
    const again = await setUp();
    expect(again.chips()).toEqual(['Remove Alice Nguyen']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove Alice Nguyen' }));
    await waitFor(() => expect(again.chips()).toEqual([]));
  });
});

describe('the form for a follow-up', () => {
  const open = (draftKey = String(key++)) => {
    const saved: Omit<NewFollowUp, 'personId'>[] = [];
    const stage = show(
      <FollowUpForm
        draftKey={draftKey}
        name="Ana"
        today="2026-11-17"
        language="en"
        onSave={async (followUp) => {
          saved.push(followUp);
          return true;
        }}
        onCancel={noop}
      />,
    );
    type('What was promised', ' the deck ');
    return { ...stage, saved, draftKey };
  };
  const choose = (label: string, to: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value: to } });

  test('is due in a week, once, when nothing else is said', async () => {
    const { saved } = open();
    submit();
    await waitFor(() => expect(saved).toEqual([{ text: 'the deck', by: 'me', dueDay: '2026-11-24' }]));
  });

  test.each([
    ['next Friday', '2026-11-27'],
    ['Friday', '2026-11-20'],
    ['下周三', '2026-11-25'],
    ['in 3 weeks', '2026-12-08'],
  ])('takes the day in words: %s', async (words, dueDay) => {
    const { saved } = open();
    type('When', words);
    submit();
    await waitFor(() => expect(saved).toMatchObject([{ dueDay }]));
  });

  test.each(['yesterday', '上周五', '30 Feb', 'whenever'])('refuses “%s”', async (words) => {
    const { saved } = open();
    type('When', words);
    expect((screen.getByLabelText('When') as HTMLInputElement).getAttribute('aria-invalid')).toBe('true');
    submit();
    await settled();
    expect(saved).toEqual([]);
  });

  test('refuses a picked day that has passed, with words', async () => {
    const { saved } = open();
    type('Day', '2026-11-16');
    expect(screen.getByText('This day has passed. Choose today or a later day.')).toBeTruthy();
    submit();
    await settled();
    expect(saved).toEqual([]);
  });

  test('repeats and waits for a reply when asked to', async () => {
    const { saved } = open();
    choose('By', 'them');
    choose('Repeats', '30');
    fireEvent.click(screen.getByRole('checkbox', { name: /Ana has not replied/ }));
    submit();
    await waitFor(() => expect(saved).toMatchObject([{ by: 'them', repeatDays: 30, untilReply: true }]));
  });

  test('repeats as the user says', async () => {
    const { saved } = open();
    choose('Repeats', 'own');
    type('Days in between', '45');
    submit();
    await waitFor(() => expect(saved).toMatchObject([{ repeatDays: 45 }]));
  });

  test.each(['0', '-3', '1.5', '99999', ''])('does not repeat every “%s” days', async (days) => {
    const { saved } = open();
    choose('Repeats', 'own');
    type('Days in between', days);
    submit();
    await settled();
    expect(saved).toEqual([]);
  });
});

describe('the calendar menu', () => {
  const ITEM = {
    uid: 'follow-up-1@kith',
    title: 'Send the deck; <b>now</b>',
    day: '2026-11-20',
    everyDays: 30,
    createdAt: NOW,
    updatedAt: NOW,
  };

  test('offers a file that a calendar can read', () => {
    show(<CalendarLinks item={ITEM} />);
    const file = screen.getByText('Calendar file (.ics)') as HTMLAnchorElement;
    expect(file.getAttribute('download')).toBe('Send the deck b now b.ics');
    const [head, data = ''] = (file.getAttribute('href') ?? '').split(/,(.*)/s);
    expect(head).toBe('data:text/calendar;charset=utf-8');
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(decodeURIComponent(data))).getFirstSubcomponent(
        'vevent',
      ) as ICAL.Component,
    );
    expect([event.uid, event.summary, event.startDate.toString()]).toEqual([
      ITEM.uid,
      ITEM.title,
      '2026-11-20',
    ]);
  });

  test('opens calendars on the web in a tab of their own that does not learn where from', () => {
    show(<CalendarLinks item={ITEM} />);
    const links = ['Google Calendar', 'Outlook.com', 'Outlook for work or school'].map(
      (name) => screen.getByText(name) as HTMLAnchorElement,
    );
    expect(links.map((link) => new URL(link.href).host)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
    ]);
    for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noreferrer']);
  });

  test('says that Outlook’s link does not repeat, where that matters', () => {
    const { unmount } = show(<CalendarLinks item={ITEM} />);
    expect(screen.getByText(/only the first day/)).toBeTruthy();
    unmount();
    const { everyDays: _, ...once } = ITEM;
    show(<CalendarLinks item={once} />);
    expect(screen.queryByText(/only the first day/)).toBeNull();
  });

  test('closes with Escape and gives the focus back', () => {
    const { container } = show(<CalendarLinks item={ITEM} />);
    const menu = container.querySelector('details') as HTMLDetailsElement;
    menu.open = true;
    fireEvent.keyDown(screen.getByText('Google Calendar'), { key: 'Escape' });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(container.querySelector('summary'));
  });
});
