import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';

/** How long a toast stays (ms). */
export const TOAST_MS = 8000;

/** What was done, with Undo. One line at the bottom. */
export function Toast(props: {
  text: string;
  /** What can be taken back. */
  batch?: string;
  onUndo: (batch: string) => void;
  onGone: () => void;
}) {
  const { onGone, text, batch } = props;
  useEffect(() => {
    const timer = setTimeout(onGone, TOAST_MS);
    return () => clearTimeout(timer);
  }, [onGone, text, batch]);
  return (
    <div class="toast" role="status">
      <span class="grow ellipsis">{text}</span>
      {batch !== undefined && (
        <button type="button" class="link" onClick={() => props.onUndo(batch)}>
          {i18n.t('undo')}
        </button>
      )}
    </div>
  );
}
