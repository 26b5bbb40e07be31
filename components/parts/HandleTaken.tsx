import { i18n } from '#i18n';
import type { Handle, Person } from '../../utils/domain/types.ts';
import { handleText } from './handleText.ts';

/** Says whose an address is that was to be given to somebody else, and what can be done: look, move it, or the two are one. */
export function HandleTaken(props: {
  handle: Handle;
  owner: Person;
  /** Who was to have it. */
  name: string;
  onOpen: () => void;
  onMove: () => void;
  onMerge: () => void;
}) {
  const { owner } = props;
  return (
    <div class="stack tight" role="alert">
      <p class="error wrap">{i18n.t('handleTaken', [handleText(props.handle), owner.name])}</p>
      <div class="buttons">
        <button type="button" class="plain" onClick={props.onMove}>
          {i18n.t('moveHere')}
        </button>
        <button type="button" class="plain" onClick={props.onMerge}>
          {i18n.t('mergeDots')}
        </button>
        <button type="button" class="link" onClick={props.onOpen}>
          {i18n.t('openPerson', [owner.name])}
        </button>
      </div>
    </div>
  );
}
