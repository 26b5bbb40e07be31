import { i18n } from '#i18n';
import type { FoundFollowUp } from '../../utils/phrases/lines.ts';
import { spokenDay } from './spoken.ts';

/** The follow-ups that were found in a summary, before they are stored; `name`: whose they become, where that is a question. */
export function Promises(props: {
  found: readonly FoundFollowUp[];
  language: string;
  name?: string | undefined;
}) {
  const { found, language, name } = props;
  return (
    <div class="promises" aria-live="polite">
      {found.length > 0 && (
        <>
          <p class="label">
            {i18n.t('willRemind')} {name !== undefined && <span class="soft">({name})</span>}
          </p>
          <ul>
            {found.map(({ text, by, dueDay }) => (
              <li key={`${by} ${text}`}>
                <span class="due">{spokenDay(dueDay, language, undefined)}</span>{' '}
                {i18n.t(by === 'me' ? 'promisedByMe' : 'promisedByThem', [text])}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
