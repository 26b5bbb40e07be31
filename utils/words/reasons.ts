import { i18n } from '#i18n';
import type { Reason } from '../domain/nudges/reasons.ts';
import type { Day, YearlyDate } from '../domain/types.ts';
import { distance } from './distance.ts';

/** Why somebody comes up, in words with numbers. */
export function reasonText(reason: Reason, language: string, today: Day): string {
  switch (reason.kind) {
    case 'due':
      return i18n.t('reason_due', reason.days, [String(reason.days), String(reason.cadence)]);
    case 'overdue': {
      const times = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
      return i18n.t('reason_overdue', [
        String(reason.days),
        String(reason.cadence),
        times.format(reason.days / reason.cadence),
      ]);
    }
    case 'drifting':
    case 'quiet':
      return i18n.t(`reason_${reason.kind}`, [String(reason.days), String(Math.round(reason.rhythm))]);
    case 'unanswered':
      return i18n.t('reason_unanswered', [String(reason.days)]);
    case 'promise': {
      if (reason.first) return reason.text;
      const when = reason.late === 0 ? i18n.t('today') : i18n.t('lateBy', reason.late, [String(reason.late)]);
      return i18n.t(reason.by === 'me' ? 'reason_promiseMine' : 'reason_promiseTheirs', [reason.text, when]);
    }
    case 'feedback':
    case 'support':
      return i18n.t(`reason_${reason.kind}`, reason.days, [String(reason.days), reason.text]);
    case 'goal':
      return i18n.t('reason_goal', reason.late, [String(reason.late), reason.text]);
    case 'date':
      return i18n.t('reason_date', [dateName(reason.date), distance(reason.day, language, today)]);
    default:
      return i18n.t(`reason_${reason.kind}`);
  }
}

/** What a yearly date is called. */
export function dateName({ kind, label }: YearlyDate): string {
  return kind === 'custom' && label ? label : i18n.t(`date_${kind}`);
}

/** All reasons in one line: `2.3 times your 30 days; you promised the deck`. */
export function reasonsInWords(
  { reasons }: { readonly reasons: readonly Reason[] },
  language: string,
  today: Day,
): string {
  return reasons.map((reason) => reasonText(reason, language, today)).join(i18n.t('semicolon'));
}
