import { i18n } from '#i18n';
import { neverLogRows } from '../../utils/db/never-log.ts';
import { verdictOn } from '../../utils/domain/capture.ts';
import { neverLogSet } from '../../utils/domain/never-log.ts';
import type { Person } from '../../utils/domain/types.ts';
import type { SeenTouchpoint, Sighting } from '../../utils/sites/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';

/** Why a message on the page does not count by itself, beneath the button that logs it all the same. */
export function WhyNotCounted(props: {
  person: Person;
  sighting: Sighting;
  message: SeenTouchpoint;
  now: number;
}) {
  const { db } = useKith();
  const { person, sighting, message, now } = props;
  const { value: list } = useLiveQuery(async () => neverLogSet(await neverLogRows(db)), []);
  const verdict = list && verdictOn(sighting, message, person, list, now);
  if (verdict?.does !== 'refuse') return null;
  return (
    <p class="soft label" role="status">
      {i18n.t(`refusal_${verdict.why}`, [String(message.recipients ?? '')])}
    </p>
  );
}
