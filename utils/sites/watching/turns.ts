import type { Work } from '../types.ts';

/** How long a turn goes on to the next part (ms): with the part it is in then, far less than what a page's user feels. */
const TURN_MS = 2;

/** Does work in parts, between which the page may work. New work takes the place of what is left. */
export interface Turns {
  /** Does all of it now. */
  readonly finish: (work: Work) => void;
  /** Does it from soon on, a turn at a time; `pay` is told how long each took (ms). */
  readonly begin: (work: Work, pay?: (ms: number) => void) => void;
  readonly areLeft: () => boolean;
}

/** No work yet; none is done once `signal` has aborted. */
export function newTurns(signal: AbortSignal): Turns {
  // What is being done, the innermost first.
  let left: Work[] = [];
  let pay: ((ms: number) => void) | undefined;
  let waiting = false;
  const areLeft = () => left.length > 0;
  const goOn = (most: number) => {
    const begun = performance.now();
    let passed = 0;
    while (areLeft() && passed < most) {
      const part = signal.aborted ? undefined : left[0]?.next();
      if (!part) left = [];
      else if (part.done) left.shift();
      else if (part.value) left.unshift(part.value);
      passed = performance.now() - begun;
    }
    return passed;
  };
  const wait = () => {
    if (areLeft() && !waiting) setTimeout(turn);
    waiting = areLeft();
  };
  const turn = () => {
    waiting = false;
    const passed = goOn(TURN_MS);
    pay?.(passed);
    wait();
  };
  return {
    finish(work) {
      left = [work];
      goOn(Number.POSITIVE_INFINITY);
    },
    begin(work, payFor) {
      left = [work];
      pay = payFor;
      wait();
    },
    areLeft,
  };
}
