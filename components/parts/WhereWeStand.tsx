import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { dueState } from '../../utils/domain/cadence.ts';
import type { Day, FollowUp, Person, Touchpoint } from '../../utils/domain/types.ts';
import { distance } from '../../utils/words/distance.ts';
import { longInstant, shortDay } from '../format.ts';
import { Icon } from './Icon.tsx';
import { lazy } from './lazy.tsx';
import { TouchpointLine } from './TouchpointLine.tsx';

const CadencePicker = lazy(async () => (await import('./CadencePicker.tsx')).CadencePicker);

/** The three facts: last touchpoint, next by cadence, and what was promised. */
export function WhereWeStand(props: {
  person: Person;
  last: Touchpoint | undefined;
  followUps: readonly FollowUp[];
  today: Day;
  language: string;
  onCadence: (days: number | undefined) => void;
  /** The menu that puts a follow-up, or without one the rhythm, into a calendar. */
  calendar: (item: { readonly person: Person; readonly followUp?: FollowUp }) => ComponentChildren;
  onDone: (followUp: FollowUp) => void;
}) {
  const { person, last, today, language } = props;
  return (
    <section class="facts" aria-label={i18n.t('whereWeStand')}>
      <div class="row">
        <span class="label">{i18n.t('last')}</span>
        {last ? (
          <TouchpointLine touchpoint={last} name={person.name} />
        ) : (
          <span>{i18n.t('noTouchpoint')}</span>
        )}
        {last && (
          <time class="soft" dateTime={last.day} title={longInstant(last.at, language)}>
            {shortDay(last.day, language, today)}
          </time>
        )}
      </div>
      <div class="row" id="cadence">
        <span class="label">{i18n.t('next')}</span>
        <span class="line">
          <Due person={person} today={today} language={language} />
          {person.dueDay !== undefined && props.calendar({ person })}
        </span>
        <CadencePicker person={person} onPick={props.onCadence} />
      </div>
      {shown(props.followUps).map((followUp) => (
        <div class="row" key={followUp.id}>
          <span class="label">{i18n.t(followUp.first ? 'nextStep' : 'promised')}</span>
          <span>
            {followUp.first
              ? followUp.text
              : i18n.t(followUp.by === 'me' ? 'promisedByMe' : 'promisedByThem', [followUp.text])}{' '}
            <span
              class={followUp.dueDay <= today ? 'due' : 'soft'}
              title={shortDay(followUp.dueDay, language, today)}
            >
              {distance(followUp.dueDay, language, today)}
            </span>
          </span>
          <span class="line">
            {props.calendar({ person, followUp })}
            <button
              type="button"
              class="bare"
              aria-label={i18n.t('markDone', [followUp.text])}
              onClick={() => props.onDone(followUp)}
            >
              <Icon icon={Check} />
            </button>
          </span>
        </div>
      ))}
    </section>
  );
}

// Of the first follow-ups only the next one: the others come in their time.
function shown(followUps: readonly FollowUp[]): readonly FollowUp[] {
  const next = followUps.find(({ first }) => first);
  return followUps.filter((followUp) => !followUp.first || followUp === next);
}

function Due({ person, today, language }: { person: Person; today: Day; language: string }) {
  if (person.dueDay === undefined) return <span class="soft">{i18n.t('noCadence')}</span>;
  const state = dueState(person.dueDay, person.pulse?.cadence, today);
  const text = {
    later: () => i18n.t('dueOn', [distance(person.dueDay ?? today, language, today)]),
    today: () => i18n.t('dueToday'),
    due: () => i18n.t('dueSince', state.late, [String(state.late)]),
    overdue: () => i18n.t('overdueBy', state.late, [String(state.late), String(person.pulse?.cadence ?? '')]),
  }[state.kind]();
  return <span class={state.kind === 'later' ? '' : 'due'}>{text}</span>;
}
