import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** What keeps reminders from arriving, and how to mend it; nothing when all is well. `check` says what is off. */
export function DeliveryState({
  notify,
  check,
}: {
  /** Whether the user wants notifications at all. */
  notify: boolean;
  check: () => Promise<'denied' | 'asleep' | undefined>;
}) {
  const [off, setOff] = useState<'denied' | 'asleep'>();
  useEffect(() => {
    let gone = false;
    void check().then((answer) => gone || setOff(answer));
    return () => {
      gone = true;
    };
  }, [check]);
  if (off === undefined || (off === 'denied' && !notify)) return null;
  return (
    <p class="soft" role="status">
      {off === 'asleep' ? i18n.t('delivery_asleep') : i18n.t('delivery_denied')}
    </p>
  );
}
