import { X } from 'lucide';
import { i18n } from '#i18n';
import { newCadence } from '../../utils/domain/rhythm-suggestion.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { Icon } from './Icon.tsx';

/** Offers the pair's own rhythm as their cadence, by one click; nothing where it is that already, or was put away. */
export function CadenceSuggestion(props: {
  personId: string;
  rhythmDays: number;
  /** What holds now, in days. */
  cadence: number | undefined;
  onPick: (days: number) => void;
}) {
  const { rhythmDays, cadence, onPick } = props;
  // What was put away is no data about the person: it is remembered beside the forms, and until another rhythm is offered.
  const [no, setNo] = useDraft(`rhythm-no:${props.personId}`);
  const days = newCadence(rhythmDays, cadence);
  if (days === undefined || no === String(days)) return null;
  return (
    <p class="suggestion whole label soft">
      <span class="grow">{i18n.t('rhythmIs', Math.round(rhythmDays), [String(Math.round(rhythmDays))])}</span>
      <button type="button" class="link" onClick={() => onPick(days)}>
        {i18n.t('rhythmTake', days, [String(days)])}
      </button>
      <button type="button" class="bare" aria-label={i18n.t('rhythmNo')} onClick={() => setNo(String(days))}>
        <Icon icon={X} size={14} />
      </button>
    </p>
  );
}
