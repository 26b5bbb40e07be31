/** Script time that looks and readings which find nothing new may cost: 45 ms a minute, with savings for a burst (ms). */
const SHARE = 0.00075;
const SAVINGS_MS = 10;

/** A page that has just been opened shows its people bit by bit: for this time it has more (ms). */
const NEW_MS = 3000;
const NEW_SAVINGS_MS = 20;

/** However much was spent, a reading is possible after this time (ms). */
export const LONGEST_PAUSE_MS = 1500;

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
  let saved = NEW_SAVINGS_MS;
  let counted = now();
  let filled = counted;
  const save = () => {
    const time = now();
    const most = time - filled < NEW_MS ? NEW_SAVINGS_MS : SAVINGS_MS;
    saved = Math.min(most, saved + (time - counted) * SHARE);
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
      saved = NEW_SAVINGS_MS;
      counted = now();
      filled = counted;
    },
  };
}
