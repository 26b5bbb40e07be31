import { i18n } from '#i18n';
import type { Reason } from '../domain/nudges/reasons.ts';

/** The word of the first way out of a reason, as what was done: `Asked`, `Wishes sent`; `Done` where no other fits all. */
export function doneText(reason: Reason): string {
  switch (reason.kind) {
    case 'askFeedback':
      return i18n.t('doneAsked');
    case 'review':
      return i18n.t('doneReviewed');
    case 'support':
      return i18n.t('doneGiven');
    case 'goal':
      return i18n.t('metIt');
    case 'date':
      // What a date of the user's own stands for is not known: it may be a day of mourning.
      return reason.date.kind === 'custom' ? i18n.t('done') : i18n.t('doneWished');
    default:
      return i18n.t('done');
  }
}
