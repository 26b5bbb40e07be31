import { i18n } from '#i18n';
import type { Evidence } from '../domain/suggestions/evidence.ts';

/** A piece of evidence in words: `9 touchpoints`, `both of you begin`. */
export function evidenceText({ kind, number }: Evidence): string {
  const name = kind.replaceAll('-', '_') as 'touchpoints'; // the families in tests/locales.test.ts hold every kind
  return i18n.t(`because_${name}`, number, [String(number)]);
}
