import { i18n } from '#i18n';
import { FIRST_FOLLOW_UPS, type FirstFollowUp } from '../domain/follow-ups.ts';

/** The first follow-ups of a relationship without a playbook, in the interface's language. */
export function firstFollowUps(): FirstFollowUp[] {
  return FIRST_FOLLOW_UPS.map((afterDays) => ({ afterDays, text: i18n.t(`first_${afterDays}`) }));
}
