import { Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Day, Touchpoint } from '../../utils/domain/types.ts';
import { longInstant, shortDay } from '../format.ts';
import { Icon } from './Icon.tsx';
import { TouchpointLine, titleOf } from './TouchpointLine.tsx';

/** What happened, newest first; `total` is more than what is shown when older ones are folded. */
export function Timeline(
  props: RowProps & {
    readonly touchpoints: readonly Touchpoint[];
    readonly total: number;
    /** All of it, in the place of those; given once it was asked for. */
    readonly all?: ComponentChildren;
    readonly onAll: () => void;
  },
) {
  const { touchpoints, total, all } = props;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        {i18n.t('timeline')}
        {!all && total > touchpoints.length && (
          <button type="button" class="link" onClick={props.onAll}>
            {i18n.t('showAll', [String(total)])}
          </button>
        )}
      </h2>
      {total === 0 && <p class="soft">{i18n.t('noTimeline', [props.name])}</p>}
      {all || (
        <ol class="timeline">
          {touchpoints.map((touchpoint) => (
            <TimelineRow key={touchpoint.id} {...props} touchpoint={touchpoint} />
          ))}
        </ol>
      )}
      <p class="coverage soft">{i18n.t('coverage', total, [String(total)])}</p>
    </section>
  );
}

/** What a line of the timeline needs besides its touchpoint. */
export interface RowProps {
  readonly name: string;
  readonly today: Day;
  readonly language: string;
  readonly onDelete: (touchpoint: Touchpoint) => void;
}

/** A line of the timeline: when, what, and a button that deletes it. */
export function TimelineRow(props: RowProps & { touchpoint: Touchpoint }) {
  const { touchpoint, name, today, language } = props;
  return (
    <li class={touchpoint.direction === 'out' ? 'out' : ''}>
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
        onClick={() => props.onDelete(touchpoint)}
      >
        <Icon icon={Trash2} size={14} />
      </button>
    </li>
  );
}
