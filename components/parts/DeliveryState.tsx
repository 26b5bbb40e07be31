import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NudgePreferences } from '../../utils/domain/preferences.ts';

/** What keeps reminders from arriving, and how to mend it; nothing when all is well. `check` says what is off. */
export function DeliveryState(props: {
  preferences: NudgePreferences;
  check: () => Promise<'denied' | 'asleep' | undefined>;
}) {
  const { preferences, check } = props;
  const [off, setOff] = useState<'denied' | 'asleep'>();
  useEffect(() => {
    let gone = false;
    void check().then((answer) => gone || setOff(answer));
    return () => {
      gone = true;
    };
  }, [check]);
  if (preferences.pausedUntil !== undefined)
    return <p class="soft">{i18n.t('allPaused', [preferences.pausedUntil])}</p>;
  if (off === undefined || (off === 'denied' && !preferences.notify)) return null;
  return (
    <p class="soft" role="status">
      {off === 'asleep' ? i18n.t('delivery_asleep') : i18n.t('delivery_denied')}
    </p>
  );
}
