import { expect, test } from 'vitest';
import { timeThereAt } from '../../utils/domain/time-there.ts';

test.each([
  ['2026-11-23T13:59:00Z', 'Asia/Shanghai', { hour: 21, minute: 59, night: false }],
  ['2026-11-23T14:00:00Z', 'Asia/Shanghai', { hour: 22, minute: 0, night: true }],
  ['2026-11-23T16:00:00Z', 'Asia/Shanghai', { hour: 0, minute: 0, night: true }],
  ['2026-11-23T22:59:00Z', 'Asia/Shanghai', { hour: 6, minute: 59, night: true }],
  ['2026-11-23T23:00:00Z', 'Asia/Shanghai', { hour: 7, minute: 0, night: false }],
  ['2026-11-23T12:00:00Z', 'Asia/Kolkata', { hour: 17, minute: 30, night: false }],
  ['2026-07-01T05:30:00Z', 'Europe/Berlin', { hour: 7, minute: 30, night: false }],
  ['2026-01-01T05:30:00Z', 'Europe/Berlin', { hour: 6, minute: 30, night: true }],
])('at %s in %s it is %o', (at, zone, expected) => {
  expect(timeThereAt(Date.parse(at), zone)).toEqual(expected);
});

test.each(['Mars/Olympus', '', 'Asia/', '<script>'])('there is no time in %j', (zone) => {
  expect(timeThereAt(0, zone)).toBeUndefined();
});
