import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

const VALUES = [1, 2, 3, 4, 5] as const;

/** How satisfied somebody is, 1 to 5, or not said yet. No other value can be given. */
export function Rating(props: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const name = useId();
  return (
    <fieldset class="sides rating">
      <legend class="label">{props.label}</legend>
      {VALUES.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />{' '}
          {value}
        </label>
      ))}
      <label>
        <input
          type="radio"
          name={name}
          checked={props.value === undefined}
          onChange={() => props.onChange(undefined)}
        />{' '}
        {i18n.t('notSaid')}
      </label>
    </fieldset>
  );
}
