// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { startReader } from '../utils/reader.ts';

// A worker that ends while it hears something answers nothing, or its port closes.
const GONE = () => Promise.reject(new Error('The message port closed before a response was received.'));

let answers: (() => Promise<unknown>)[];
let said: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    said.push((message as { type: unknown }).type);
    return (answers.shift() ?? (() => Promise.resolve(true)))();
  });
});

afterEach(() => {
  (globalThis as { kithReader?: AbortController }).kithReader?.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('what nobody has taken is said again, until somebody has', async () => {
  answers = [GONE, () => Promise.resolve(undefined)];
  startReader([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said).toEqual(['seen', 'seen', 'seen']);
});

test('what was taken is said once, and nobody there is asked only for a while', async () => {
  answers = [];
  startReader([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said).toEqual(['seen']);
  answers = Array.from({ length: 100 }, () => GONE);
  startReader([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said.length).toBeLessThan(10);
});

test('a page that goes says nothing of before again', async () => {
  answers = [GONE, GONE];
  startReader([]);
  await vi.advanceTimersByTimeAsync(50);
  const before = said.length;
  window.dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said.slice(before)).toEqual(['gone']);
});
