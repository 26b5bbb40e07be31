/** How long a turn goes on to the next part (ms): with the part it is in then, far less than what a page's user feels. */
const TURN_MS = 2;

/** Work in parts, between which the page may work. New work takes the place of what is left. */
export interface Turns {
  /** Does all of it now. */
  readonly finish: (work: Iterator<unknown>) => void;
  /** Does it from soon on, a turn at a time; `pay` is told how long each took (ms). */
  readonly begin: (work: Iterator<unknown>, pay?: (ms: number) => void) => void;
  readonly areLeft: () => boolean;
}

/** No work yet; none is done once `signal` has aborted. */
export function newTurns(signal: AbortSignal): Turns {
  let left: Iterator<unknown> | undefined;
  let pay: ((ms: number) => void) | undefined;
  let waiting = false;
  const goOn = (most: number) => {
    const begun = performance.now();
    let passed = 0;
    while (left && passed < most) {
      if (signal.aborted || left.next().done) left = undefined;
      passed = performance.now() - begun;
    }
    return passed;
  };
  const wait = () => {
    if (left && !waiting) setTimeout(turn);
    waiting = left !== undefined;
  };
  const turn = () => {
    waiting = false;
    const passed = goOn(TURN_MS);
    pay?.(passed);
    wait();
  };
  return {
    finish(work) {
      left = work;
      goOn(Number.POSITIVE_INFINITY);
    },
    begin(work, payFor) {
      left = work;
      pay = payFor;
      wait();
    },
    areLeft: () => left !== undefined,
  };
}
