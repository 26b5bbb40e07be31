import { i18n } from '#i18n';
import { practicesOf } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import type { SeenFrame } from '../../utils/messaging/protocol.ts';
import { union } from '../../utils/sites/union.ts';
import { keyOf } from '../../utils/words/key.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { DONE_AT, type MethodTarget } from './methodTargets.ts';
import { personFor } from './personFor.ts';

// The lists of the panel that belong to a place.
const LISTS: { readonly [T in MethodTarget]?: string } = {
  goals: 'goals',
  lessons: 'lessons',
  review: 'reviews',
};

/**
 * The tour of the method: four stages, sixteen practices, each with a way to where it is done: with the one who was open last,
 * is on the page or is the first of today; in a list where that is nobody.
 */
export function Method(props: {
  /** The id of the person who was open last. */
  last: string | undefined;
  /** The tab beside the panel; the dashboard has none. */
  frames?: readonly SeenFrame[];
  /** Goes to a place on somebody's card; absent: in the panel. */
  onPerson?: (id: string, target: MethodTarget) => void;
  /** Goes to where somebody is chosen; absent: a list of the panel. */
  onList?: (target: MethodTarget) => void;
}) {
  const { db, open } = useKith();
  const {
    onPerson = (id, target) => open(`person=${id}/${target}`),
    onList = (target) => open(LISTS[target] ?? 'people'),
  } = props;
  const { sightings } = union((props.frames ?? []).flatMap(({ reading }) => reading ?? []));
  const find = () => personFor(db, { last: props.last, sightings }, Date.now());
  const { value: shown } = useLiveQuery(find, [props.last, sightings]);
  const go = async (target: MethodTarget) => {
    // Clicked before it is known whom this is done with: not taken for nobody.
    const person = shown ?? (await find());
    if (person) onPerson(person.id, target);
    else onList(target);
  };
  return (
    <div class="stack prose">
      <h1>{i18n.t('method')}</h1>
      <p>{i18n.t('methodIntro')}</p>
      {shown && <p class="soft">{i18n.t('methodDoWith', [shown.name])}</p>}
      {STAGES.map((stage, index) => (
        <section key={stage} aria-labelledby={`method-${stage}`} class="stack">
          <h2 id={`method-${stage}`}>
            {index + 1}. {i18n.t(`stage_${stage}`)}
          </h2>
          <p>{i18n.t(`method_${stage}`)}</p>
          {practicesOf(stage).map((id) => {
            const title = i18n.t(`practice_${keyOf(id)}`);
            return (
              <div key={id} class="card">
                <h3>{title}</h3>
                <p>{i18n.t(`tour_${keyOf(id)}`)}</p>
                <button
                  type="button"
                  class="link"
                  aria-label={i18n.t('methodDo', [title])}
                  onClick={() => void go(DONE_AT[id])}
                >
                  {i18n.t('methodDoShort')}
                </button>
              </div>
            );
          })}
        </section>
      ))}
      <p class="soft">{i18n.t('methodEnd')}</p>
    </div>
  );
}
