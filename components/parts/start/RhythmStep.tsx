import { i18n } from '#i18n';
import type { Person } from '../../../utils/domain/types.ts';
import { CadenceChoices } from '../CadenceChoices.tsx';

/** How often to be in touch with one person, by one key. */
export function RhythmStep(props: {
  person: Person;
  onPick: (days: number) => void;
  /** This person needs no rhythm. */
  onPass: () => void;
}) {
  const { person, onPick, onPass } = props;
  return (
    <>
      <p>{i18n.t('startRhythm', [person.name])}</p>
      <CadenceChoices
        key={person.id}
        days={undefined}
        onPick={(days) => (days === undefined ? onPass() : onPick(days))}
        onClose={onPass}
      />
    </>
  );
}
