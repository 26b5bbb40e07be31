import { Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Day, Touchpoint } from '../../utils/domain/types.ts';
import { longInstant, shortDay } from '../format.ts';
import { useGradually } from '../hooks/useGradually.ts';
import { Icon } from './Icon.tsx';
import { TouchpointLine, titleOf } from './TouchpointLine.tsx';

// As many as are built in an instant.
const AT_ONCE = 50;

/** What happened, newest first; `total` is more than what is shown when older ones are folded. */
export function Timeline(props: {
  touchpoints: readonly Touchpoint[];
  total: number;
  name: string;
  today: Day;
  language: string;
  onAll: () => void;
  onDelete: (touchpoint: Touchpoint) => void;
}) {
  const { touchpoints, total } = props;
  const count = useGradually(touchpoints.length, AT_ONCE);
  const line = useLines(props);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        {i18n.t('timeline')}
        {total > touchpoints.length && (
          <button type="button" class="link" onClick={props.onAll}>
            {i18n.t('showAll', [String(total)])}
          </button>
        )}
      </h2>
      {total === 0 && <p class="soft">{i18n.t('noTimeline', [props.name])}</p>}
      <ol class={touchpoints.length > AT_ONCE ? 'timeline long' : 'timeline'}>
        {touchpoints.slice(0, count).map(line)}
      </ol>
      <p class="coverage soft">{i18n.t('coverage', total, [String(total)])}</p>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly today: Day;
  readonly language: string;
  readonly onDelete: (touchpoint: Touchpoint) => void;
}

/** Makes the line of a touchpoint, and gives the same one again while nothing in it changed: Preact passes over those. */
function useLines(props: LineProps): (touchpoint: Touchpoint) => VNode {
  const { name, today, language } = props;
  const latest = useRef(props);
  latest.current = props;
  const made = useMemo(() => new Map<string, VNode>(), [name, today, language]);
  return (touchpoint) => {
    const key = `${touchpoint.id} ${touchpoint.updatedAt}`;
    const known = made.get(key) ?? lineOf(touchpoint, props, () => latest.current.onDelete(touchpoint));
    made.set(key, known);
    return known;
  };
}

function lineOf(touchpoint: Touchpoint, { name, today, language }: LineProps, onDelete: () => void): VNode {
  return (
    <li key={touchpoint.id} class={touchpoint.direction === 'out' ? 'out' : ''}>
      <time
        dateTime={touchpoint.day}
        title={touchpoint.dayOnly ? touchpoint.day : longInstant(touchpoint.at, language)}
      >
        {shortDay(touchpoint.day, language, today)}
      </time>
      <TouchpointLine touchpoint={touchpoint} name={name} />
      <button
        type="button"
        class="bare"
        aria-label={i18n.t('deleteTouchpoint', [
          titleOf(touchpoint) || i18n.t(`channel_${touchpoint.channel}`),
        ])}
        onClick={onDelete}
      >
        <Icon icon={Trash2} size={14} />
      </button>
    </li>
  );
}
