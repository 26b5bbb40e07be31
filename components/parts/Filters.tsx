import { i18n } from '#i18n';
import { isOpen, type PeopleFilter } from '../../utils/domain/people-filter.ts';
import { STAGES } from '../../utils/domain/types.ts';

/** A value and its words. */
export interface Option {
  readonly value: string;
  readonly text: string;
}

/** What can be chosen among, from what there is. */
export interface FilterOptions {
  readonly tags: readonly Option[];
  readonly organizations: readonly Option[];
  readonly playbooks: readonly Option[];
}

/** In what order people are listed. */
export type Order = 'recent' | 'name';

/** Which people are listed, and in what order. */
export function Filters(props: {
  filter: PeopleFilter;
  order: Order;
  options: FilterOptions;
  onFilter: (filter: PeopleFilter) => void;
  onOrder: (order: Order) => void;
}) {
  const { filter, options, onFilter } = props;
  const stages = STAGES.map((stage) => ({ value: stage, text: i18n.t(`stage_${stage}`) }));
  const due = [
    { value: 'due', text: i18n.t('filterDue') },
    { value: 'overdue', text: i18n.t('filterOverdue') },
    { value: 'none', text: i18n.t('noCadence') },
  ];
  const fields = [
    ['stage', i18n.t('stage'), stages],
    ['due', i18n.t('next'), due],
    ['tag', i18n.t('tag'), options.tags],
    ['organization', i18n.t('organization'), options.organizations],
    ['playbook', i18n.t('playbook'), options.playbooks],
  ] as const;
  return (
    <fieldset class="fields filters" aria-label={i18n.t('filters')}>
      {fields.map(([name, label, values]) => (
        <Choice
          key={name}
          label={label}
          value={filter[name] ?? ''}
          values={values}
          onChange={(value) => onFilter({ ...filter, [name]: value || undefined })}
        />
      ))}
      <label>
        <span class="label soft">{i18n.t('order')}</span>
        <select
          value={props.order}
          onChange={(event) => props.onOrder(event.currentTarget.value === 'name' ? 'name' : 'recent')}
        >
          <option value="recent">{i18n.t('orderRecent')}</option>
          <option value="name">{i18n.t('orderName')}</option>
        </select>
      </label>
      {!isOpen(filter) && (
        <button type="button" class="link start" onClick={() => onFilter({})}>
          {i18n.t('filtersOff')}
        </button>
      )}
    </fieldset>
  );
}

function Choice(props: {
  label: string;
  value: string;
  values: readonly Option[];
  onChange: (value: string) => void;
}) {
  const { value, values } = props;
  // What nobody is any more can still be what is chosen.
  const gone = value !== '' && !values.some((one) => one.value === value);
  return (
    <label>
      <span class="label soft">{props.label}</span>
      <select
        value={value}
        disabled={values.length === 0 && !gone}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{i18n.t('any')}</option>
        {gone && <option value={value}>{value}</option>}
        {values.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}
