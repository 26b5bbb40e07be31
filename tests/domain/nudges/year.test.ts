import { describe, expect, test } from 'vitest';
import { addDays } from '../../../utils/domain/days.ts';
import { planDay } from '../../../utils/domain/nudges/day.ts';
import { nudgeOf } from '../../../utils/domain/nudges/nudge.ts';
import { Broken } from './year/watch.ts';
import { liveYear } from './year/year.ts';

const KINDS =
  'promise unanswered quiet overdue due drifting support feedback goal review date askFeedback business';

test.each([1, 20_260, 777])('a year of 300 people, seed %i, keeps every rule on every day', (seed) => {
  // Throws at the first rule that does not hold.
  const year = liveYear(seed);
  // Each was put to the test, by every kind of nudge and every way out.
  for (const [rule, times] of Object.entries(year.checks)) expect(times, rule).toBeGreaterThan(30);
  expect(Math.max(...year.shown)).toBe(5);
  expect(Object.keys(year.kinds).sort()).toEqual(KINDS.split(' ').sort());
  expect(Object.keys(year.ways).sort()).toEqual(['cadence', 'closed', 'kept', 'later', 'stopped', 'touched']);
});

test('the same seed is the same year, another seed another', () => {
  const { checks: _, ...year } = liveYear(5, 60);
  expect(liveYear(5, 60)).toMatchObject(year);
  expect(liveYear(6, 60).kinds).not.toEqual(year.kinds);
});

describe('an engine that breaks a rule is found out:', () => {
  const plain = { nudgeOf, planDay };
  test.each<[string, RegExp, Partial<typeof plain>]>([
    ['six a day', /five a day/, { planDay: (nudges, plan, today) => planDay(nudges, plan, today, 6) }],
    [
      'answered people make room',
      /five a day/,
      { planDay: (nudges, _, today) => planDay(nudges, undefined, today) },
    ],
    [
      'a snooze ends a day early',
      /a snooze holds/,
      {
        nudgeOf: (subject, today) =>
          nudgeOf(
            {
              ...subject,
              snoozes: (subject.snoozes ?? []).map((one) =>
                one.untilDay ? { ...one, untilDay: addDays(one.untilDay, -1) } : one,
              ),
            },
            today,
          ),
      },
    ],
    [
      'a snooze ends a day late',
      /a snooze ends/,
      {
        nudgeOf: (subject, today) =>
          nudgeOf(
            {
              ...subject,
              snoozes: (subject.snoozes ?? []).map((one) =>
                one.untilDay ? { ...one, untilDay: addDays(one.untilDay, 1) } : one,
              ),
            },
            today,
          ),
      },
    ],
    [
      'three unanswered messages do not stop it',
      /three unanswered/,
      {
        nudgeOf: ({ person, ...rest }, today) => {
          const { unanswered: _, ...pulse } = person.pulse ?? {};
          return nudgeOf({ ...rest, person: { ...person, pulse } }, today);
        },
      },
    ],
    [
      'quiet is asked again',
      /asked once|is gone/,
      {
        nudgeOf: (subject, today) =>
          nudgeOf(
            { ...subject, snoozes: (subject.snoozes ?? []).filter(({ nudge }) => nudge !== 'quiet') },
            today,
          ),
      },
    ],
    [
      'a review for people without a playbook',
      /without a cadence/,
      {
        nudgeOf: (subject, today) =>
          nudgeOf(
            { ...subject, person: { ...subject.person, playbook: subject.person.playbook ?? 'client' } },
            today,
          ),
      },
    ],
    [
      'the cadence counts from the touchpoint before',
      /within the gate|only that/,
      {
        nudgeOf: ({ person, ...rest }, today) => {
          const pulse = {
            ...person.pulse,
            ...(person.pulse?.lastDay && { lastDay: addDays(person.pulse.lastDay, -30) }),
          };
          return nudgeOf({ ...rest, person: { ...person, pulse } }, today);
        },
      },
    ],
    [
      'muted people come up',
      /muted/,
      {
        nudgeOf: ({ person, ...rest }, today) =>
          nudgeOf({ ...rest, person: { ...person, muted: false } }, today),
      },
    ],
  ])('%s', (_, rule, broken) => {
    const run = () => liveYear(1, 300, { ...plain, ...broken });
    expect(run).toThrow(Broken);
    expect(run).toThrow(rule);
  });
});
