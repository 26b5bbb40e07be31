import type { Ref } from 'preact';
import { i18n } from '#i18n';

/** The field in which people are looked for. */
export function SearchPeople(props: {
  query: string;
  onQuery: (query: string) => void;
  /** Where Escape closes what the field is in. */
  onClose?: () => void;
  field?: Ref<HTMLInputElement>;
}) {
  return (
    <input
      type="search"
      ref={props.field ?? null}
      aria-label={i18n.t('searchPeople')}
      placeholder={i18n.t('searchPeople')}
      value={props.query}
      onInput={(event) => props.onQuery(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose?.()}
    />
  );
}
