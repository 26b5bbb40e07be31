import { EyeOff } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Refusal } from '../../utils/domain/refusals.ts';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { Icon } from './Icon.tsx';

/** A message that was not logged by itself, and with whom. */
export interface RefusedLine {
  readonly seen: SeenTouchpoint;
  readonly site: string;
  readonly why: Refusal;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const FEW = 3;

/** What was not logged by itself, each with its reason and a button that logs it all the same. */
export function Refused(props: {
  refused: readonly RefusedLine[];
  onLog: (line: RefusedLine) => void;
  onHide: () => void;
}) {
  const [all, setAll] = useState(false);
  const { refused } = props;
  if (refused.length === 0) return null;
  return (
    <section class="card refused" aria-labelledby="not-logged">
      <h2 id="not-logged">
        {i18n.t('notLogged', refused.length, [String(refused.length)])}
        <button
          type="button"
          class="bare"
          aria-label={i18n.t('hideNotLogged')}
          title={i18n.t('hideNotLogged')}
          onClick={props.onHide}
        >
          <Icon icon={EyeOff} />
        </button>
      </h2>
      <ul>
        {refused.slice(0, all ? refused.length : FEW).map((line) => {
          const { seen, why, people } = line;
          const names = people.map(({ name }) => name).join(i18n.t('listComma'));
          const subject = seen.subject ?? i18n.t('noSubject');
          return (
            <li key={seen.sourceKey}>
              <p>
                {subject} <span class="soft label">{names}</span>
              </p>
              <p class="soft label">{i18n.t(`notLogged_${why}`, [String(seen.recipients ?? ''), names])}</p>
              <button
                type="button"
                class="link"
                aria-label={i18n.t('logAnywayThis', [subject])}
                onClick={() => props.onLog(line)}
              >
                {i18n.t('logAnyway')}
              </button>
            </li>
          );
        })}
      </ul>
      {!all && refused.length > FEW && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {i18n.t('showAll', [String(refused.length)])}
        </button>
      )}
    </section>
  );
}
