import type { Span } from '../../utils/db/overview.ts';
import type { Day } from '../../utils/domain/types.ts';
import { shortDay } from '../format.ts';

/** What a week or a month is called: `2 Nov – 8 Nov`, `November 2026`. */
export function spanName({ from, to }: Span, by: 'week' | 'month', language: string, today: Day): string {
  if (by === 'week') return `${shortDay(from, language, today)} – ${shortDay(to, language, today)}`;
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${from}T00:00:00Z`));
}
