import type { Instant } from './types.ts';

/** Night is from this hour, local time. */
export const NIGHT_FROM = 22;
/** Until this one. */
export const NIGHT_UNTIL = 7;

/** What the clock says where somebody is. */
export interface TimeThere {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** From `NIGHT_FROM` to before `NIGHT_UNTIL`: a message would come at night. */
  readonly night: boolean;
}

/** The time at an instant in an IANA zone (`Asia/Shanghai`); nothing for a zone that does not exist (any more). */
export function timeThereAt(at: Instant, timeZone: string): TimeThere | undefined {
  // An empty zone would be this machine's.
  if (timeZone === '') return undefined;
  try {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
    return { hour, minute, night: hour >= NIGHT_FROM || hour < NIGHT_UNTIL };
  } catch {
    return undefined;
  }
}

/** A time of day as a clock shows it: `03:10`. */
export function clockOf({ hour, minute }: Pick<TimeThere, 'hour' | 'minute'>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
