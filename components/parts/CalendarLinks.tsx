import { CalendarPlus } from 'lucide';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CalendarItem } from '../../utils/transfer/calendar-item.ts';
import { calendarUrl } from '../../utils/transfer/calendar-links.ts';
import { icsFileName, toIcs } from '../../utils/transfer/ics.ts';
import { Icon } from './Icon.tsx';

const ON_THE_WEB = ['google', 'outlook', 'office'] as const;

/**
 * A small menu that puts an item (`followUpItem`, `cadenceItem`) into a calendar: as a file, which stays on this machine,
 * or by opening a calendar on the web with it. Escape and leaving it close it.
 */
export function CalendarLinks({ item }: { item: CalendarItem }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close();
      }}
    >
      <summary
        class="bare"
        aria-label={i18n.t('addToCalendar', [item.title])}
        title={i18n.t('addToCalendar', [item.title])}
      >
        <Icon icon={CalendarPlus} />
      </summary>
      <div class="card">
        <a
          download={icsFileName(item)}
          // A data: address, as an object URL would have to be revoked at some moment; the policy has no say in downloads.
          href={`data:text/calendar;charset=utf-8,${encodeURIComponent(toIcs([item]))}`}
          onClick={close}
        >
          {i18n.t('calendarFile')}
        </a>
        {ON_THE_WEB.map((calendar) => (
          <a
            key={calendar}
            href={calendarUrl(calendar, item)}
            target="_blank"
            rel="noreferrer"
            onClick={close}
          >
            {i18n.t(`calendar_${calendar}`)}
          </a>
        ))}
        <p class="label soft">{i18n.t('calendarPrivacy')}</p>
        {item.everyDays !== undefined && <p class="label soft">{i18n.t('calendarOnce')}</p>}
      </div>
    </details>
  );
}
