import { expect, test } from 'vitest';
import { scoreCorpus, scorePage } from '../../scripts/lib/score.mjs';

const PROFILE = {
  file: 'linkedin/ana.html',
  site: 'linkedin',
  view: 'profile',
  fidelity: 'full-page',
  truth: {
    people: [
      {
        role: 'subject',
        name: 'Ana Pérez',
        linkedin: 'https://www.linkedin.com/in/Ana-P%C3%A9rez/',
        headline: 'Editor of  nothing',
        company: 'Example Press, Inc.',
      },
      { role: 'self', name: 'Noor Hadley' },
    ],
  },
};
const ANA = {
  role: 'profile',
  handles: [{ kind: 'linkedin', value: 'ana-pérez' }],
  name: 'Ana Pérez',
  headline: 'Editor of nothing',
  organization: 'Example Press',
};
const read = (...sightings: (typeof ANA)[]) => [{ sightings, self: [] }];

test('a right reading is right everywhere', () => {
  const { row, complaints } = scorePage(PROFILE, read(ANA));
  expect(row).toMatchObject({
    wrong: 0,
    self: 0,
    found: { right: 1, of: 1 },
    names: { right: 1, of: 1 },
    headlines: { right: 1, of: 1 },
    companies: { right: 1, of: 1 },
  });
  expect(complaints).toEqual([]);
  expect(scoreCorpus([{ entry: PROFILE, readings: read(ANA) }]).exitCode).toBe(0);
});

test('nobody found is a miss, not an exit 1', () => {
  const { captures, exitCode } = scoreCorpus([{ entry: PROFILE, readings: [] }]);
  expect(captures[0]).toMatchObject({ found: { right: 0, of: 1 }, wrong: 0, companies: { right: 0, of: 1 } });
  expect(exitCode).toBe(0);
});

test.each([
  ['another subject', { ...ANA, handles: [{ kind: 'linkedin', value: 'ana-lopes' }] }],
  [
    'another subject beside the right one',
    { ...ANA, role: 'sender', handles: [{ kind: 'email', value: 'ana@example.com' }] },
  ],
  ['the user, by name', { ...ANA, role: 'listed', name: 'Noor Hadley' }],
])('%s is exit 1', (_, sighting) => {
  expect(scoreCorpus([{ entry: PROFILE, readings: read(ANA, sighting) }]).exitCode).toBe(1);
});

test('the user is known by address where the truth has one, not by a namesake', () => {
  const entry = {
    ...PROFILE,
    truth: { people: [{ role: 'self', name: 'Noor Hadley', email: 'noor@example.com' }] },
  };
  const noor = { ...ANA, role: 'recipient', name: 'Noor Hadley' };
  const self = { ...noor, handles: [{ kind: 'email', value: 'noor@example.com' }] };
  expect(scorePage(entry, read(noor)).row).toMatchObject({ self: 0, wrong: 0 });
  expect(scorePage(entry, read(self)).row).toMatchObject({ self: 1 });
});

test('anybody on a page that shows nobody is wrong, whatever the role', () => {
  const entry = { ...PROFILE, truth: { people: [] } };
  expect(scoreCorpus([{ entry, readings: read({ ...ANA, role: 'listed' }) }]).exitCode).toBe(1);
});

test('mocks and templates are scored apart, and count for the exit code', () => {
  const entry = { ...PROFILE, fidelity: 'mock-modelled-on-live', truth: { people: [] } };
  const { captures, others, exitCode } = scoreCorpus([
    { entry: PROFILE, readings: read(ANA) },
    { entry, readings: read(ANA) },
  ]);
  expect([captures.length, others.length, exitCode]).toEqual([1, 1, 1]);
});

test('who is only known by name is compared by name, the user too', () => {
  const truth = {
    people: [
      { role: 'subject', name: 'Ana Pérez', email: 'ana@example.com' },
      { role: 'self', name: 'Noor Hadley', email: 'noor@example.com' },
    ],
  };
  const named = (role: string, name: string) => ({
    ...ANA,
    role,
    name,
    handles: [{ kind: 'name', value: name }],
  });
  const { row } = scorePage(
    { ...PROFILE, truth },
    read(named('sender', 'Ana Pérez'), named('cc', 'Noor Hadley')),
  );
  expect(row).toMatchObject({ found: { right: 1, of: 1 }, wrong: 0, self: 1 });
});
