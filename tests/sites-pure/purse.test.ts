import { expect, test } from 'vitest';
import { LONGEST_PAUSE_MS, newPurse } from '../../utils/sites/watching/purse.ts';

function spending() {
  let time = 0;
  const purse = newPurse(() => time);
  const pass = (ms: number) => {
    time += ms;
  };
  return { purse, pass };
}

test('a burst of readings is paid from savings', () => {
  const { purse } = spending();
  for (let reading = 0; reading < 10; reading++) {
    expect(purse.wait()).toBe(0);
    purse.spend(2);
  }
});

test('a page that never rests is read for 45 ms a minute', () => {
  const { purse, pass } = spending();
  let spent = 0;
  for (let time = 0; time < 60_000; time += 100) {
    if (purse.wait() === 0) {
      purse.spend(0.5);
      spent += 0.5;
    }
    pass(100);
  }
  expect(spent).toBeGreaterThan(45);
  expect(spent).toBeLessThan(70);
});

test('after the most expensive reading the next one comes within the longest pause', () => {
  const { purse, pass } = spending();
  purse.spend(10_000);
  expect(purse.wait()).toBe(LONGEST_PAUSE_MS);
  pass(LONGEST_PAUSE_MS);
  expect(purse.wait()).toBe(0);
});

test('savings do not grow for ever, and another page has them all', () => {
  const { purse, pass } = spending();
  pass(1e9);
  purse.spend(11);
  expect(purse.wait()).toBeGreaterThan(0);
  purse.fill();
  purse.spend(19);
  expect(purse.wait()).toBe(0);
  pass(3000);
  purse.spend(11);
  expect(purse.wait()).toBeGreaterThan(0);
});
