import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newTurns } from '../../utils/sites/watching/turns.ts';

let clock = 0;
let done: string[];
let life: AbortController;

/** Work of so many parts, each of which takes so long (ms). */
function* work(name: string, parts: number, ms: number) {
  for (let part = 1; part <= parts; part++) {
    clock += ms;
    done.push(`${name}${part}`);
    yield;
  }
  done.push(`${name} ends`);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  done = [];
  life = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('begins later, and does in one turn what takes no time', () => {
  const turns = newTurns(life.signal);
  turns.begin(work('a', 3, 0));
  expect(done).toEqual([]);
  expect(turns.areLeft()).toBe(true);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['a1', 'a2', 'a3', 'a ends']);
  expect(turns.areLeft()).toBe(false);
});

test('lets the page work after a part that takes long, and says what each turn took', () => {
  const turns = newTurns(life.signal);
  const paid: number[] = [];
  turns.begin(work('a', 3, 5), (ms) => paid.push(ms));
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['a1']);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['a1', 'a2']);
  vi.runAllTimers();
  expect(done).toEqual(['a1', 'a2', 'a3', 'a ends']);
  expect(paid).toEqual([5, 5, 5, 0]);
});

test('new work takes the place of what is left, and is begun once', () => {
  const turns = newTurns(life.signal);
  turns.begin(work('a', 3, 5));
  vi.advanceTimersToNextTimer();
  turns.begin(work('b', 2, 5));
  turns.begin(work('c', 2, 0));
  expect(vi.getTimerCount()).toBe(1);
  vi.runAllTimers();
  expect(done).toEqual(['a1', 'c1', 'c2', 'c ends']);
});

test('is finished at once where that is asked for', () => {
  const turns = newTurns(life.signal);
  turns.begin(work('a', 3, 5));
  turns.finish(work('b', 2, 50));
  expect(done).toEqual(['b1', 'b2', 'b ends']);
  vi.runAllTimers();
  expect(done).toHaveLength(3);
});

test('ends in its middle when it was stopped', () => {
  const turns = newTurns(life.signal);
  turns.begin(work('a', 3, 5));
  vi.advanceTimersToNextTimer();
  life.abort();
  vi.runAllTimers();
  expect(done).toEqual(['a1']);
});

test('work that is a part of other work is done in its place, in as many turns as it needs', () => {
  function* outer() {
    done.push('outer begins');
    yield work('inner', 2, 5);
    done.push('outer goes on');
    yield undefined;
    done.push('outer ends');
  }
  const turns = newTurns(life.signal);
  turns.begin(outer());
  vi.advanceTimersToNextTimer();
  expect(done).toEqual(['outer begins', 'inner1']);
  expect(turns.areLeft()).toBe(true);
  vi.runAllTimers();
  expect(done).toEqual(['outer begins', 'inner1', 'inner2', 'inner ends', 'outer goes on', 'outer ends']);
  expect(turns.areLeft()).toBe(false);
});
