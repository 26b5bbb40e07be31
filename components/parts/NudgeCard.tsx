import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { NudgeInContext } from '../../utils/db/day.ts';
import { composeLink } from '../../utils/domain/compose-link.ts';
import { LATER } from '../../utils/domain/nudges/gates.ts';
import { isRhythm, type Reason } from '../../utils/domain/nudges/reasons.ts';
import { CADENCE_PRESETS, type Day } from '../../utils/domain/types.ts';
import { doneText } from '../../utils/words/done.ts';
import { reasonText } from '../../utils/words/reasons.ts';
import { Face } from './Face.tsx';
import { titleOf } from './TouchpointLine.tsx';

/** What is open beneath a nudge. */
export type NudgeMenu = 'later' | 'cadence';

/** The answers to a nudge. */
export interface NudgeAnswers {
  readonly onOpen: () => void;
  readonly onDone: (reason: Reason) => void;
  readonly onLater: (choice: (typeof LATER)[number] | { readonly day: Day }) => void;
  readonly onCadence: (days: number) => void;
  readonly onStop: (reason: Reason) => void;
  readonly onKeep: () => void;
}

/** Somebody to think of today: why, where it goes on, and the ways out. */
export function NudgeCard(props: {
  nudge: NudgeInContext;
  today: Day;
  language: string;
  selected: boolean;
  menu: NudgeMenu | undefined;
  onMenu: (menu: NudgeMenu | undefined) => void;
  onSelect: () => void;
  answers: NudgeAnswers;
  /** The button that opens the person, for the keyboard. */
  opener?: RefObject<HTMLButtonElement | null> | undefined;
}) {
  const { nudge, today, language, answers, menu } = props;
  const { person, reasons, last, address, coverage } = nudge;
  const [first] = reasons;
  const quiet = first.kind === 'quiet';
  const title = last && titleOf(last);
  return (
    <li class={`card nudge ${props.selected ? 'selected' : ''}`} onFocusIn={props.onSelect}>
      <button type="button" class="person" onClick={answers.onOpen} ref={props.opener ?? null}>
        <Face name={person.name} small />
        <span class="grow">
          {person.name} <span class="soft">{person.organization ?? person.headline}</span>
        </span>
      </button>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li
            key={`${reason.kind}${'id' in reason ? reason.id : ''}`}
            class={isRhythm(reason) && !coverage.enough ? 'soft' : ''}
          >
            <span class={isRhythm(reason) && coverage.enough ? 'due' : ''}>
              {reasonText(reason, language, today)}
            </span>
            {reason !== first && !isRhythm(reason) && (
              <button
                type="button"
                class="link"
                aria-label={`${wayOut(reason)}${i18n.t('colon')}${reasonText(reason, language, today)}`}
                onClick={() => answers.onDone(reason)}
              >
                {wayOut(reason)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="label soft">
        {last?.link && (
          <>
            <a href={last.link} target="_blank" rel="noreferrer">
              {title || i18n.t('lastThread')}
            </a>
            {' · '}
          </>
        )}
        {address && (
          <>
            <a href={composeLink(address, last?.site)} target="_blank" rel="noreferrer">
              {i18n.t('writeTo')}
            </a>
            {' · '}
          </>
        )}
        {coverage.enough
          ? i18n.t('seenHere', coverage.touchpoints, [String(coverage.touchpoints)])
          : i18n.t('notEnoughHistory')}
      </p>
      <div class="buttons">
        {quiet ? (
          <button type="button" class="go" onClick={answers.onKeep}>
            {i18n.t('keepSo')}
          </button>
        ) : (
          <button type="button" class="go" onClick={() => answers.onDone(first)}>
            {wayOut(first)}
          </button>
        )}
        <button
          type="button"
          class="plain"
          aria-expanded={menu === 'later'}
          onClick={() => props.onMenu(menu === 'later' ? undefined : 'later')}
        >
          {i18n.t('later')}
        </button>
        <button
          type="button"
          class="plain"
          aria-expanded={menu === 'cadence'}
          onClick={() => props.onMenu(menu === 'cadence' ? undefined : 'cadence')}
        >
          {i18n.t('rhythm')}
        </button>
        <button type="button" class="plain" onClick={() => answers.onStop(first)}>
          {i18n.t(quiet ? 'letGo' : 'stopReminding')}
        </button>
      </div>
      {menu === 'later' && (
        <fieldset class="choices">
          <legend class="label">{i18n.t('laterUntil')}</legend>
          {LATER.map((choice, index) => (
            <button key={choice} type="button" class="chip" onClick={() => answers.onLater(choice)}>
              <kbd>{index + 1}</kbd> {i18n.t(`later_${choice}`)}
            </button>
          ))}
          <input
            type="date"
            aria-label={i18n.t('pickDay')}
            min={today}
            max="9999-12-31"
            onChange={(event) =>
              event.currentTarget.value > today && answers.onLater({ day: event.currentTarget.value })
            }
          />
        </fieldset>
      )}
      {menu === 'cadence' && (
        <fieldset class="choices">
          <legend class="label">{i18n.t('cadence')}</legend>
          {CADENCE_PRESETS.map((days, index) => (
            <button
              key={days}
              type="button"
              class="chip"
              aria-pressed={person.cadenceDays === days}
              onClick={() => answers.onCadence(days)}
            >
              <kbd>{index + 1}</kbd> {i18n.t('everyDays', days, [String(days)])}
            </button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

// A review is opened, everything else is answered as done.
function wayOut(reason: Reason): string {
  return reason.kind === 'review' ? i18n.t('reviewNow') : doneText(reason);
}
