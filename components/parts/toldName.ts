import { i18n } from '#i18n';
import type { Person } from '../../utils/domain/types.ts';

/** A name with what tells it from a namesake's, where `beside` has that: `Alice Nguyen (alice@example.com)`. */
export function toldName({ id, name }: Person, beside: ReadonlyMap<string, string>): string {
  const told = beside.get(id);
  return told ? name + i18n.t('inBrackets', [told]) : name;
}
