import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, fits, NO_PLAYBOOK, nextDay } from '../../components/dashboard/columns.ts';
import { dueWeeks } from '../../components/dashboard/dueWeeks.ts';
import { setAt } from '../../components/parts/board/setAt.ts';
import type { BoardPerson } from '../../utils/db/board.ts';
import { STAGES } from '../../utils/domain/types.ts';
import { finished, typed } from '../../utils/playbooks/finish.ts';
import { loadPlaybook, PLAYBOOKS } from '../../utils/playbooks/index.ts';

const somebody = (given: Partial<BoardPerson>): BoardPerson => ({
  id: 'p',
  name: 'Zoë Ångström',
  organization: 'Harbour',
  stage: 'establish',
  tags: [],
  ...given,
});
const promised = (dueDay: string) => ({ text: 'call', by: 'me' as const, dueDay });

test('what is next is the earlier of rhythm and promise', () => {
  expect(nextDay(somebody({}))).toBeUndefined();
  expect(nextDay(somebody({ dueDay: '2026-11-05' }))).toBe('2026-11-05');
  expect(nextDay(somebody({ promise: promised('2026-11-04') }))).toBe('2026-11-04');
  expect(nextDay(somebody({ dueDay: '2026-11-05', promise: promised('2026-11-04') }))).toBe('2026-11-04');
  expect(nextDay(somebody({ dueDay: '2026-11-03', promise: promised('2026-11-04') }))).toBe('2026-11-03');
});

test.each([
  [{}, true],
  [{ text: 'angstrom zoe' }, true],
  [{ text: 'HARB' }, true],
  [{ text: 'zoe quarry' }, false],
  [{ tag: 'client' }, true],
  [{ tag: 'friend' }, false],
  [{ playbook: 'mentor' }, true],
  [{ playbook: 'client' }, false],
  [{ playbook: NO_PLAYBOOK }, false],
  [{ text: 'zoe', tag: 'client', playbook: 'mentor' }, true],
])('the filter %j finds: %s', (filter, found) => {
  expect(fits(filter)(somebody({ tags: ['client'], playbook: 'mentor' }))).toBe(found);
});

test('a filter without playbook finds those who have none', () => {
  expect(fits({ playbook: NO_PLAYBOOK })(somebody({}))).toBe(true);
});

test('columns hold everybody once, in the stage of theirs, whoever is due first before the others', () => {
  const day = fc.option(
    fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`),
    { nil: undefined },
  );
  const person = fc.record({ stage: fc.constantFrom(...STAGES), dueDay: day, lastDay: day });
  fc.assert(
    fc.property(fc.array(person), (given) => {
      const people = given.map((one, index) => somebody({ ...one, id: String(index) }));
      const columns = columnsOf(people, {});
      expect(STAGES.flatMap((stage) => columns[stage].map(({ id }) => id)).sort()).toEqual(
        people.map(({ id }) => id).sort(),
      );
      for (const stage of STAGES) {
        expect(columns[stage].every((one) => one.stage === stage)).toBe(true);
        const days = columns[stage].map((one) => nextDay(one) ?? '9999');
        expect(days).toEqual([...days].sort());
      }
    }),
  );
});

test('weeks hold who falls due in them, late ones before the first, each by what it is', () => {
  const people = [
    somebody({ id: 'late', dueDay: '2026-11-20' }),
    somebody({ id: 'earlier this week', dueDay: '2026-11-23' }),
    somebody({ id: 'sunday', dueDay: '2026-11-29', promise: promised('2026-12-02') }),
    somebody({ id: 'far', dueDay: '2027-06-01' }),
  ];
  const weeks = dueWeeks(people, '2026-11-25', 8);
  expect(weeks).toHaveLength(9);
  expect(weeks[0]).toEqual({ rhythm: ['late'], promises: [] });
  expect(weeks[1]).toMatchObject({ rhythm: ['earlier this week', 'sunday'], promises: [] });
  expect(weeks[2]).toMatchObject({ rhythm: [], promises: ['sunday'] });
  expect(weeks.flatMap(({ rhythm }) => rhythm)).not.toContain('far');
});

test('what was typed becomes a playbook: trimmed, said in both languages, empty entries gone', async () => {
  const [client] = await Promise.all(PLAYBOOKS.slice(0, 1).map(loadPlaybook));
  if (!client) throw new Error('no playbook');
  expect(finished(client)).toEqual(client);
  const blank = { en: ' ', zh_CN: '' };
  let draft = setAt(client, ['avoid', client.avoid.length], blank);
  draft = setAt(draft, ['firstFollowUps', 0, 'text'], blank);
  draft = setAt(draft, ['duty'], blank);
  draft = setAt(draft, ['practices', 'goals', 'say'], blank);
  draft = setAt(draft, ['name'], { en: ' Donors ', zh_CN: '' });
  const made = finished(draft);
  expect(made.name).toEqual({ en: 'Donors', zh_CN: 'Donors' });
  expect(made.avoid).toEqual(client.avoid);
  expect(made.firstFollowUps).toEqual(client.firstFollowUps.slice(1));
  expect(made).not.toHaveProperty('duty');
  expect(made.practices.goals).not.toHaveProperty('say');
  // What every playbook has is not made up: the check names it.
  expect(finished(setAt(client, ['about'], blank)).about).toEqual({ en: '', zh_CN: '' });
});

test('typing into a text that both languages share changes both; else the one', () => {
  expect(typed({ en: 'a', zh_CN: 'a' }, 'en', 'b')).toEqual({ en: 'b', zh_CN: 'b' });
  expect(typed({ en: 'a', zh_CN: '甲' }, 'zh_CN', '乙')).toEqual({ en: 'a', zh_CN: '乙' });
});

test('a value is set in a copy at its path; entries and fields can be taken away', () => {
  const data = { list: [1, 2, 3], at: { here: 'a' } };
  expect(setAt(data, ['list', 1], undefined)).toEqual({ list: [1, 3], at: { here: 'a' } });
  expect(setAt(data, ['list', 3], 4).list).toEqual([1, 2, 3, 4]);
  expect(setAt(data, ['at', 'here'], undefined)).toEqual({ list: [1, 2, 3], at: {} });
  expect(data).toEqual({ list: [1, 2, 3], at: { here: 'a' } });
});
