import { i18n } from '#i18n';
import type { Evidence } from '../domain/suggestions/evidence.ts';
import { keyOf } from './key.ts';

/** A piece of evidence in words: `9 touchpoints`, `both of you begin`. */
export function evidenceText({ kind, number }: Evidence): string {
  return i18n.t(`because_${keyOf(kind)}`, number, [String(number)]);
}
