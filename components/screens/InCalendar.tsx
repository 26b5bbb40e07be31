import { i18n } from '#i18n';
import type { FollowUp, Person } from '../../utils/domain/types.ts';
import { cadenceItem, followUpItem } from '../../utils/transfer/calendar-item.ts';
import { CalendarLinks } from '../parts/CalendarLinks.tsx';

/** The calendar menu of a follow-up, or without one of a person's rhythm; nothing without either. */
export function InCalendar({ person, followUp }: { person: Person; followUp?: FollowUp }) {
  const item = followUp
    ? followUpItem(followUp, { title: followUp.text })
    : cadenceItem(person, { title: i18n.t('beInTouch', [person.name]) });
  return item ? <CalendarLinks item={item} /> : null;
}
