/** The value below which a share of the values lies (nearest rank). Throws when there is none: nothing was measured. */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

/** The middle value. */
export const median = (values) => quantile(values, 0.5);

/** The value that 95 of 100 stay below. */
export const p95 = (values) => quantile(values, 0.95);

const DIGITS = { ms: 2, MB: 1, MiB: 2, kB: 1, B: 0, x: 2, '%': 0, s: 1, people: 0, days: 0 };

/** A number with its unit, as the table shows it. */
export function show(value, unit) {
  const digits = unit === 'ms' && Math.abs(value) >= 20 ? 0 : (DIGITS[unit] ?? 1);
  return `${value.toFixed(digits)} ${unit}`;
}

/**
 * One line of the table. `values` are measurements, whose median and 95th percentile are shown; or `value` is one figure. A
 * `budget` is compared with the median, or with the 95th percentile where `of` says so.
 */
export function row(what, unit, { values, value, budget, of = 'median', note = '' }) {
  const middle = value ?? median(values);
  const high = values && p95(values);
  const compared = of === 'p95' ? high : middle;
  return {
    what,
    figure: show(middle, unit),
    p95: high === undefined ? '' : show(high, unit),
    budget: budget === undefined ? '' : `${of === 'p95' ? 'p95 ' : ''}≤ ${budget} ${unit}`,
    verdict: budget === undefined ? '' : compared <= budget ? 'ok' : 'over',
    note,
  };
}

/** Sections of rows as Markdown. */
export function markdown(sections) {
  return sections
    .map(({ title, about, rows }) => {
      const lines = rows.map(
        ({ what, figure, p95, budget, verdict, note }) =>
          `| ${what} | ${figure} | ${p95} | ${budget} | ${verdict === 'over' ? '**over**' : verdict} | ${note} |`,
      );
      return `## ${title}\n\n${about}\n\n| | figure | p95 | budget | | |\n|---|--:|--:|--:|---|---|\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** The same for a terminal. */
export function plain({ title, rows }) {
  const cells = rows.map(({ what, figure, p95, budget, verdict, note }) => [
    what,
    figure,
    p95,
    budget,
    verdict,
    note,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((cell) => cell[column].length)));
  const line = (cell) =>
    cell
      .map((text, column) =>
        column === 0 || column > 3 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return `\n${title}\n${cells.map((cell) => `  ${line(cell)}`).join('\n')}`;
}
