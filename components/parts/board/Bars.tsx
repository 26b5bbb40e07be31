import { Legend } from './Legend.tsx';

/** One bar: the heights of its parts, from the ground up, in the order of the series. */
export type Bar = readonly number[];

const WIDTH = 640;
const HEIGHT = 160;

/**
 * Bars side by side, each of parts on top of each other; with `below` the second part hangs below the line. The table
 * beside it says the same, so that screen readers pass the picture over; a pointer may still open a part.
 */
export function Bars(props: {
  bars: readonly Bar[];
  /** What the parts are, for the legend: their colours are in the style sheet by place. */
  series: readonly string[];
  /** The first and the last, below the picture. */
  ends: readonly [string, string];
  below?: boolean;
  onOpen: (bar: number, part: number) => void;
}) {
  const { bars, below = false } = props;
  const height = (parts: Bar) =>
    below ? Math.max(...parts) * 2 : parts.reduce((sum, part) => sum + part, 0);
  const most = Math.max(1, ...bars.map(height));
  const ground = below ? HEIGHT / 2 : HEIGHT;
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <figure class="picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {bars.map((parts, index) =>
          placed(parts, ground, HEIGHT / most, below).map(({ y, high }, part) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table has the button
            <rect
              key={`${index}/${part}`}
              class={`part part-${part}`}
              x={index * step + step * 0.1}
              y={y}
              width={step * 0.8}
              height={high}
              onClick={() => props.onOpen(index, part)}
            >
              <title>{String(parts[part])}</title>
            </rect>
          )),
        )}
        <line class="ground" x1="0" x2={WIDTH} y1={ground} y2={ground} />
      </svg>
      <Legend series={props.series} ends={props.ends} />
    </figure>
  );
}

function placed(parts: Bar, ground: number, scale: number, below: boolean) {
  let top = ground;
  return parts.map((part, index) => {
    const high = part * scale;
    if (below && index === 1) return { y: ground, high };
    top -= high;
    return { y: top, high };
  });
}
