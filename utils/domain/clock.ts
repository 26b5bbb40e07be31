import type { Instant } from './types.ts';

/**
 * The next reading of a hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks"): at least `now`, always
 * after `last`. `<ms, base 36, 9 digits>-<counter, base 36, 4 digits>-<device>`: readings sort as strings.
 */
export function nextClock(last: string | undefined, now: Instant, device: string): string {
  const [lastMs = '0', lastCount = '0'] = last?.split('-') ?? [];
  const ms = Math.max(now, Number.parseInt(lastMs, 36));
  const count = ms === Number.parseInt(lastMs, 36) ? Number.parseInt(lastCount, 36) + 1 : 0;
  return `${ms.toString(36).padStart(9, '0')}-${count.toString(36).padStart(4, '0')}-${device}`;
}
