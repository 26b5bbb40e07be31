import { i18n } from '#i18n';
import type { Handle } from '../../utils/domain/types.ts';

/** Asks once whether the account that a page shows is the user's. */
export function OwnAddress(props: {
  handle: Handle;
  onYes: (handle: Handle) => void;
  onNo: (handle: Handle) => void;
}) {
  const { handle } = props;
  return (
    <section class="card stack" aria-labelledby="own-address">
      <div>
        <p id="own-address" class="wrap">
          {i18n.t('isThisYou', [handle.value])}
        </p>
        <p class="soft label">{i18n.t('isThisYouWhy')}</p>
      </div>
      <div class="buttons">
        <button type="button" class="plain" onClick={() => props.onYes(handle)}>
          {i18n.t('yesMe')}
        </button>
        <button type="button" class="plain" onClick={() => props.onNo(handle)}>
          {i18n.t('notMe')}
        </button>
      </div>
    </section>
  );
}
