/** Script time that looks and readings which find nothing new may cost: 1 ms a second, with savings for a burst (ms). */
const SHARE = 0.001;
const SAVINGS_MS = 10;

/** However much was spent, a reading is possible after this time (ms). */
export const LONGEST_PAUSE_MS = 1000;

/** Keeps the readings of a page that never rests from costing more than a fixed share of the time. */
export interface Purse {
  /** Pays for a reading that took `ms`. */
  spend(ms: number): void;
  /** How long until the next reading can be paid (ms); 0 is now. */
  wait(): number;
  /** Full again: the page is another one. */
  fill(): void;
}

/** A full purse. `now` is a clock in ms. */
export function newPurse(now: () => number = () => performance.now()): Purse {
  let saved = SAVINGS_MS;
  let counted = now();
  const save = () => {
    const time = now();
    saved = Math.min(SAVINGS_MS, saved + (time - counted) * SHARE);
    counted = time;
  };
  return {
    spend(ms) {
      save();
      saved = Math.max(-LONGEST_PAUSE_MS * SHARE, saved - ms);
    },
    wait() {
      save();
      return saved >= 0 ? 0 : Math.ceil(-saved / SHARE);
    },
    fill() {
      saved = SAVINGS_MS;
    },
  };
}
