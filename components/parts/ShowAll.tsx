import { i18n } from '#i18n';

/** The button at the end of a list that is only begun; nothing when all of it is shown. */
export function ShowAll({ count, onAll }: { count: number; onAll: (() => void) | undefined }) {
  if (!onAll) return null;
  return (
    <button type="button" class="link start" onClick={onAll}>
      {i18n.t('showAll', [String(count)])}
    </button>
  );
}
