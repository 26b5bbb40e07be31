import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { choosePlaybook, ownPlaybooks } from '../../utils/db/playbooks.ts';
import type { Person } from '../../utils/domain/types.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { said } from '../../utils/playbooks/text.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { LineField } from '../parts/LineField.tsx';
import { firstsOf } from './firstsOf.ts';
import { playbookOf } from './playbookOf.ts';

/** Chooses the playbook of a person: a select, and why when the choice changes. Says what it brings before it is kept. */
export function PlaybookPicker({ person }: { person: Person }) {
  const { db, language, act } = useKith();
  const current = person.playbook ?? '';
  const [chosen, setChosen] = useState<string>();
  const [why, setWhy, clear] = useDraft(`playbook-why:${person.id}`);
  const { value: own = [] } = useLiveQuery(() => ownPlaybooks(db), []);
  const selected = chosen ?? current;
  const { value: shown } = useLiveQuery(async () => playbookOf(db, selected), [selected]);
  const offered = [...own, ...PLAYBOOKS];
  const changed = selected !== current;
  const save = async () => {
    const stored = await act('setPlaybook', async () =>
      choosePlaybook(
        db,
        person,
        selected || undefined,
        why,
        await firstsOf(db, selected || undefined, language),
      ),
    );
    if (!stored) return;
    clear();
    setChosen(undefined);
  };
  const cadence = shown?.playbook.cadence[person.stage];
  return (
    <section class="stack" aria-label={i18n.t('playbook')}>
      <label class="form">
        <span class="label">{i18n.t('playbook')}</span>
        <select value={selected} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{i18n.t('playbookNone')}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {said(name, language)}
            </option>
          ))}
        </select>
      </label>
      {cadence !== undefined && (
        <p class="soft label">
          {person.cadenceDays === undefined
            ? i18n.t('playbookBrings', [
                i18n.t(`stage_${person.stage}`),
                i18n.t('everyDays', cadence, [String(cadence)]),
              ])
            : i18n.t('playbookKeepsRhythm', [
                i18n.t('everyDays', person.cadenceDays, [String(person.cadenceDays)]),
              ])}
        </p>
      )}
      {shown?.playbook.duty && (
        <div class="warning">
          <span>{said(shown.playbook.duty, language)}</span>
        </div>
      )}
      {changed && (
        <form
          class="form"
          aria-label={i18n.t('playbook')}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <LineField label={i18n.t('playbookWhy')} value={why} onInput={setWhy} />
          <div class="buttons">
            <button type="submit" class="go">
              {i18n.t('save')}
            </button>
            <button type="button" class="plain" onClick={() => setChosen(undefined)}>
              {i18n.t('cancel')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
