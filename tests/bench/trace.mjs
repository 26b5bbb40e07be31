// Script time of the extension in pages, from Chromium's own trace: every call into the content script, in processor time of
// its thread, so that what else runs on the machine counts little.

const TO_MS = 1000;

/** Records what happens in all pages while `work` runs. Answers the trace's events. */
export async function traced(cdp, work, categories = ['devtools.timeline', 'blink.user_timing']) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', take);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      includedCategories: categories,
      excludedCategories: ['*'],
    },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', take);
  }
  return events;
}

/**
 * The outermost calls into `script`, by process: `{ pid, ts, ms, alone }`, in the order of time; `alone` is without the collections
 * of all of the page's garbage that fell into the call.
 */
function callsOf(events, script) {
  const collections = events.filter(({ name, dur }) => name === 'MajorGC' && dur !== undefined);
  const calls = events
    .filter(
      ({ name, args, dur }) =>
        (name === 'FunctionCall' || name === 'EvaluateScript') &&
        dur !== undefined &&
        args?.data?.url?.startsWith(script),
    )
    .sort((a, b) => a.pid - b.pid || a.ts - b.ts);
  let last;
  return calls
    .filter((call) => {
      const inside = last && call.pid === last.pid && call.ts < last.ts + last.dur;
      if (!inside) last = call;
      return !inside;
    })
    .map((call) => {
      const within = collections.filter(
        ({ pid, tid, ts }) =>
          pid === call.pid && tid === call.tid && ts >= call.ts && ts < call.ts + call.dur,
      );
      const collecting = within.reduce((sum, one) => sum + timeOf(one), 0);
      return { pid: call.pid, ts: call.ts, ms: timeOf(call), alone: timeOf(call) - collecting };
    });
}

// Of the processor, where the trace has it.
function timeOf({ tdur, dur }) {
  return (tdur ?? dur) / TO_MS;
}

/**
 * What a script took after each mark `bench:<label>:<number>` that the page itself set, until that page's next mark. Answers,
 * by label, a list of `{ ms, longest, withGarbage }`, one for each mark: `longest` is a call's own time.
 */
export function costByMark(events, script) {
  const calls = callsOf(events, script);
  const marks = events
    .filter(({ name, cat }) => cat?.includes('blink.user_timing') && name.startsWith('bench:'))
    .sort((a, b) => a.ts - b.ts);
  const costs = {};
  for (const mark of marks) {
    const next = marks.find(({ pid, ts }) => pid === mark.pid && ts > mark.ts);
    const mine = calls.filter(
      ({ pid, ts }) => pid === mark.pid && ts >= mark.ts && (next === undefined || ts < next.ts),
    );
    const label = mark.name.replace(/^bench:/, '').replace(/:\d+$/, '');
    costs[label] ??= [];
    costs[label].push(sumOf(mine));
  }
  return costs;
}

/**
 * What a script took in each process before the page's first mark: itself, and the first readings, which are calls of their own.
 * A list of `{ ms, longest, withGarbage }` in the order in which the processes began.
 */
export function starts(events, script) {
  const firstMark = new Map();
  for (const { name, cat, pid, ts } of events)
    if (cat?.includes('blink.user_timing') && name.startsWith('bench:'))
      firstMark.set(pid, Math.min(ts, firstMark.get(pid) ?? ts));
  const calls = Map.groupBy(
    callsOf(events, script).filter(({ pid, ts }) => ts < (firstMark.get(pid) ?? 0)),
    ({ pid }) => pid,
  );
  return [...calls.values()].sort(([a], [b]) => a.ts - b.ts).map(sumOf);
}

function sumOf(calls) {
  return {
    ms: calls.reduce((sum, { ms }) => sum + ms, 0),
    longest: Math.max(0, ...calls.map(({ alone }) => alone)),
    withGarbage: Math.max(0, ...calls.map(({ ms }) => ms)),
  };
}
