import { Trash2 } from 'lucide';
import { i18n } from '#i18n';
import type { Day, Touchpoint } from '../../utils/domain/types.ts';
import { longInstant, shortDay } from '../format.ts';
import { Icon } from './Icon.tsx';
import { TouchpointLine, titleOf } from './TouchpointLine.tsx';

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
  const { touchpoints, total, today, language } = props;
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
      <ol class="timeline">
        {touchpoints.map((touchpoint) => {
          return (
            <li key={touchpoint.id} class={touchpoint.direction === 'out' ? 'out' : ''}>
              <time
                dateTime={touchpoint.day}
                title={touchpoint.dayOnly ? touchpoint.day : longInstant(touchpoint.at, language)}
              >
                {shortDay(touchpoint.day, language, today)}
              </time>
              <TouchpointLine touchpoint={touchpoint} name={props.name} />
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
        })}
      </ol>
      <p class="coverage soft">{i18n.t('coverage', total, [String(total)])}</p>
    </section>
  );
}
