import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BulkChange, BulkResult } from '../../utils/db/bulk.ts';
import { isCadence, MAX_CADENCE } from '../../utils/domain/cadence.ts';
import { cleanText } from '../../utils/domain/names.ts';
import { CADENCE_PRESETS, STAGES } from '../../utils/domain/types.ts';
import type { Option } from './Filters.tsx';
import { IMPORTANCE } from './PersonNudges.tsx';

const KINDS = ['cadence', 'stage', 'addTag', 'removeTag', 'playbook', 'importance'] as const;
type Kind = (typeof KINDS)[number];

const MAX_TAG = 60;

/** What is done to those who are selected: how many they are, what changes, how far it is, and what became of it. */
export function BulkBar(props: {
  selected: number;
  /** How many are found, selected or not. */
  total: number;
  tags: readonly Option[];
  playbooks: readonly Option[];
  /** What the playbook that stands in the form would do to first follow-ups. */
  firsts?: { readonly made: number; readonly replaced: number } | undefined;
  /** Which playbook stands in the form (`''`: none); nothing while something else is to be changed. */
  onPlaybook?: (id: string | undefined) => void;
  /** How many are done, while it runs. */
  done: number | undefined;
  result: BulkResult | undefined;
  onAll: () => void;
  onNone: () => void;
  onApply: (change: BulkChange) => void;
}) {
  const { selected, total, done, result } = props;
  const [kind, setKind] = useState<Kind>('cadence');
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string>();
  const running = done !== undefined;
  const labels: Record<Kind, string> = {
    cadence: i18n.t('cadence'),
    stage: i18n.t('stage'),
    addTag: i18n.t('addTag'),
    removeTag: i18n.t('removeTag'),
    playbook: i18n.t('playbook'),
    importance: i18n.t('importance'),
  };
  const submit = () => {
    const change = changeOf(kind, value);
    setWrong(typeof change === 'string' ? change : undefined);
    if (typeof change !== 'string') props.onApply(change);
  };
  return (
    <form
      class="card form bulk"
      aria-label={i18n.t('bulk')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="buttons">
        <strong>{i18n.t('selectedCount', selected, [String(selected)])}</strong>
        {selected < total && (
          <button type="button" class="link" disabled={running} onClick={props.onAll}>
            {i18n.t('selectAll', total, [String(total)])}
          </button>
        )}
        {selected > 0 && (
          <button type="button" class="link" disabled={running} onClick={props.onNone}>
            {i18n.t('selectNone')}
          </button>
        )}
      </div>
      <div class="fields">
        <label>
          <span class="label soft">{i18n.t('whatToChange')}</span>
          <select
            value={kind}
            disabled={running}
            onChange={(event) => {
              setKind(event.currentTarget.value as Kind); // an option's value
              setValue('');
              setWrong(undefined);
              props.onPlaybook?.(event.currentTarget.value === 'playbook' ? '' : undefined);
            }}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {labels[one]}
              </option>
            ))}
          </select>
        </label>
        <label for="bulk-value">
          <span class="label soft">{i18n.t(kind === 'cadence' ? 'cadenceDays' : 'changeTo')}</span>
          <Value
            kind={kind}
            value={value}
            tags={props.tags}
            playbooks={props.playbooks}
            wrong={wrong !== undefined}
            onChange={(next) => {
              setValue(next);
              setWrong(undefined);
              if (kind === 'playbook') props.onPlaybook?.(next);
            }}
          />
        </label>
      </div>
      {wrong !== undefined && (
        <p class="error" role="alert">
          {wrong}
        </p>
      )}
      {kind === 'playbook' && props.firsts && (
        <p class="soft label" role="status">
          {props.firsts.replaced === 0
            ? i18n.t('bulkFirstsNone')
            : i18n.t('bulkFirsts', props.firsts.made, [
                String(props.firsts.made),
                String(props.firsts.replaced),
              ])}
        </p>
      )}
      <div class="line">
        <button type="submit" class="go" disabled={selected === 0 || running}>
          {i18n.t('changeSelected', selected, [String(selected)])}
        </button>
        {running && <progress class="grow" max={selected} value={done} aria-label={i18n.t('bulk')} />}
      </div>
      <p role="status" class="label">
        {running && i18n.t('bulkProgress', [String(done), String(selected)])}
        {!running &&
          result &&
          [
            i18n.t('bulkChanged', result.changed, [String(result.changed)]),
            result.same > 0 && i18n.t('bulkSame', result.same, [String(result.same)]),
          ]
            .filter(Boolean)
            .join(' ')}
      </p>
    </form>
  );
}

function Value(props: {
  kind: Kind;
  value: string;
  tags: readonly Option[];
  playbooks: readonly Option[];
  wrong: boolean;
  onChange: (value: string) => void;
}) {
  const { kind, value, onChange } = props;
  if (kind === 'cadence' || kind === 'addTag')
    return (
      <>
        <input
          id="bulk-value"
          value={value}
          list="bulk-values"
          maxLength={MAX_TAG}
          autocomplete="off"
          inputMode={kind === 'cadence' ? 'numeric' : 'text'}
          placeholder={kind === 'cadence' ? i18n.t('cadenceNone') : ''}
          aria-invalid={props.wrong}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <datalist id="bulk-values">
          {(kind === 'cadence' ? CADENCE_PRESETS.map(String) : props.tags.map((one) => one.value)).map(
            (one) => (
              <option key={one} value={one} />
            ),
          )}
        </datalist>
      </>
    );
  const options: Record<Exclude<Kind, 'cadence' | 'addTag'>, readonly Option[]> = {
    stage: STAGES.map((stage) => ({ value: stage, text: i18n.t(`stage_${stage}`) })),
    removeTag: props.tags,
    playbook: [{ value: '', text: i18n.t('noPlaybook') }, ...props.playbooks],
    importance: IMPORTANCE.map(([one, words]) => ({
      value: String(one),
      text: i18n.t(`importance_${words}`),
    })),
  };
  return (
    <select id="bulk-value" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {kind !== 'playbook' && <option value="">{i18n.t('choose')}</option>}
      {options[kind].map((one) => (
        <option key={one.value} value={one.value}>
          {one.text}
        </option>
      ))}
    </select>
  );
}

/** The change that the form says, or what is wrong with it. */
function changeOf(kind: Kind, given: string): BulkChange | string {
  const value = cleanText(given, MAX_TAG);
  if (kind === 'playbook') return { kind, playbook: value || undefined };
  if (kind === 'cadence') {
    if (value === '') return { kind, days: undefined };
    const days = Number(value);
    return isCadence(days) ? { kind, days } : i18n.t('cadenceWrong', [String(MAX_CADENCE)]);
  }
  if (value === '') return i18n.t('chooseFirst');
  if (kind === 'addTag' || kind === 'removeTag') return { kind, tag: value };
  const stage = STAGES.find((one) => one === value);
  if (kind === 'stage' && stage) return { kind, stage };
  const importance = IMPORTANCE.find(([one]) => String(one) === value)?.[0];
  return kind === 'importance' && importance ? { kind, importance } : i18n.t('chooseFirst');
}
