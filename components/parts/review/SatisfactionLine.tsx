import { i18n } from '#i18n';
import type { Satisfaction } from '../../../utils/domain/standing.ts';
import type { Day } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';

const WIDTH = 280;
const HEIGHT = 84;
const EDGE = 12;

/**
 * Satisfaction over the reviews, of both sides: a line for each, in words for a screen reader, and a table beneath whose days
 * open the reviews. Nothing without an answer.
 */
export function SatisfactionLine(props: {
  mine: readonly Satisfaction[];
  theirs: readonly Satisfaction[];
  name: string;
  today: Day;
  language: string;
  onReview?: ((reviewId: string) => void) | undefined;
}) {
  const { mine, theirs, name, today, language, onReview } = props;
  const days = new Map([...mine, ...theirs].map(({ reviewId, day }) => [reviewId, day] as const));
  const reviews = [...days].sort(([, a], [, b]) => (a < b ? -1 : 1));
  if (reviews.length === 0) return null;
  const first = Date.parse(reviews[0]?.[1] ?? '');
  const span = Date.parse(reviews.at(-1)?.[1] ?? '') - first;
  const x = ({ day }: Satisfaction) =>
    span === 0 ? WIDTH / 2 : EDGE + ((Date.parse(day) - first) / span) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - 1) / 4) * (HEIGHT - 2 * EDGE);
  const said = (answers: readonly Satisfaction[]) =>
    answers.length === 0 ? i18n.t('notSaid') : answers.map(({ value }) => value).join(i18n.t('listComma'));
  const line = (answers: readonly Satisfaction[], kind: 'mine' | 'theirs') => (
    <g class={kind}>
      <polyline points={answers.map((one) => `${x(one).toFixed(1)},${y(one.value)}`).join(' ')} />
      {answers.map((one) =>
        kind === 'mine' ? (
          <circle key={one.reviewId} cx={x(one)} cy={y(one.value)} r={4} />
        ) : (
          // Another shape, not only another colour.
          <rect key={one.reviewId} x={x(one) - 3.5} y={y(one.value) - 3.5} width={7} height={7} />
        ),
      )}
    </g>
  );
  const at = (answers: readonly Satisfaction[], id: string) =>
    answers.find(({ reviewId }) => reviewId === id)?.value ?? '–';
  return (
    <figure class="satisfaction">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={i18n.t('satisfactionOver', reviews.length, [
          String(reviews.length),
          said(mine),
          name,
          said(theirs),
        ])}
      >
        {[1, 3, 5].map((value) => (
          <line key={value} class="grid" x1={EDGE} x2={WIDTH - EDGE} y1={y(value)} y2={y(value)} />
        ))}
        {line(theirs, 'theirs')}
        {line(mine, 'mine')}
      </svg>
      <figcaption class="label soft">
        <span class="key mine">● {i18n.t('satisfactionMine')}</span> <span class="key theirs">■ {name}</span>
      </figcaption>
      <details>
        <summary class="label">{i18n.t('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('reviewDay')}</th>
              <th scope="col">{i18n.t('satisfactionMine')}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(([id, day]) => (
              <tr key={id}>
                <th scope="row">
                  {onReview ? (
                    <button type="button" class="link" onClick={() => onReview(id)}>
                      {shortDay(day, language, today)}
                    </button>
                  ) : (
                    shortDay(day, language, today)
                  )}
                </th>
                <td>{at(mine, id)}</td>
                <td>{at(theirs, id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
