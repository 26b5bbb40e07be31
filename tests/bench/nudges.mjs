import path from 'node:path';
import { runnerImport } from 'vite';
import { quantile, row } from './figures.mjs';

const YEAR = path.join(import.meta.dirname, '../domain/nudges/year/year.ts');
const SEEDS = [1, 20_260, 777];

/** What nudges a year brings: the same simulated years that the tests hold to the rules. Counts, not times. */
export async function nudges() {
  const { module } = await runnerImport(YEAR, { configFile: false, logLevel: 'error' });
  const years = SEEDS.map((seed) => module.liveYear(seed));
  const all = (field) => years.flatMap((year) => year[field]);
  const sum = (field) => years.reduce((total, year) => total + year[field], 0);
  const spread = (what, unit, values) =>
    row(what, unit, {
      values,
      note: `min ${Math.min(...values)}, max ${Math.max(...values)}`,
    });
  const kinds = added(years.map((year) => year.kinds));
  const ways = added(years.map((year) => year.ways));
  const people = sum('people');
  return {
    title: 'Nudges of a year',
    about: `${SEEDS.length} years (seeds ${SEEDS.join(', ')}) of 300 invented people each, day by day: rhythms of their own, promises, questions, birthdays, pauses, a holiday, no weekends; a user who answers most of what is shown with each of the ways out. ${people - sum('unwanted')} of ${people} people have a cadence or a playbook. No times: a count of what the rules do.`,
    rows: [
      spread('people shown on a working day', 'people', all('shown')),
      spread('people for whom there was a reason', 'people', all('due')),
      spread('days until answered', 'days', all('waited')),
      row('answered on the same day', '%', {
        value: (100 * all('waited').filter((days) => days === 0).length) / all('waited').length,
        note: `9 of 10 within ${quantile(all('waited'), 0.9)} days`,
      }),
      row('people never shown', '%', { value: (100 * sum('never')) / people }),
      row('people with a cadence or playbook never shown', '%', {
        value: (100 * sum('neverWanted')) / (people - sum('unwanted')),
      }),
      ...shares(kinds, (kind) => `first reason: ${kind}`),
      ...shares(ways, (way) => `answer: ${way}`),
    ],
  };
}

function added(counts) {
  const sums = {};
  for (const one of counts)
    for (const [name, count] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function shares(counts, name) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) =>
      row(name(what), '%', { value: (100 * count) / total, note: `${count.toLocaleString('en')}` }),
    );
}
