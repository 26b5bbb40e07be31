import { Legend } from './Legend.tsx';

const WIDTH = 640;
const HEIGHT = 120;
const EDGE = 8;

/**
 * Lines of values from 1 to 5, oldest first; where there is no value the line goes on to the next one. The table beside it
 * says the same, so that screen readers pass the picture over.
 */
export function Lines(props: {
  lines: readonly (readonly (number | undefined)[])[];
  series: readonly string[];
  ends: readonly [string, string];
}) {
  return (
    <figure class="picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[1, 2, 3, 4, 5].map((value) => (
          <line key={value} class="ground faint" x1="0" x2={WIDTH} y1={yOf(value)} y2={yOf(value)} />
        ))}
        {props.lines.map((values, line) => {
          const points = values.flatMap((value, index) =>
            value === undefined ? [] : [{ x: xOf(index, values.length), y: yOf(value), value }],
          );
          return (
            <g key={props.series[line]} class={`series series-${line}`}>
              <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
              {points.map(({ x, y, value }) => (
                <circle key={x} cx={x} cy={y} r="4">
                  <title>{value.toFixed(1)}</title>
                </circle>
              ))}
            </g>
          );
        })}
      </svg>
      <Legend series={props.series} ends={props.ends} />
    </figure>
  );
}

function xOf(index: number, count: number): number {
  return EDGE + (count < 2 ? 0 : (index * (WIDTH - 2 * EDGE)) / (count - 1));
}

function yOf(value: number): number {
  return HEIGHT - EDGE - ((value - 1) / 4) * (HEIGHT - 2 * EDGE);
}
