import { cadenceOf } from './cadence.ts';
import { addDays, dayOf } from './days.ts';
import { driftsAfter, pressure } from './nudges/gates.ts';
import { ANSWER_WITHIN_DAYS } from './nudges/nudge.ts';
import type { PlaybookNumbers } from './playbook-numbers.ts';
import { medianGap } from './rhythm.ts';
import type { Channel, Day, Person, Pulse, Touchpoint } from './types.ts';

/** From how many of the newest touchpoints a pulse is computed: old habits say little, and a log must stay quick. */
export const PULSE_TOUCHPOINTS = 300;

/** How often to review where no playbook says so, once reviews are practised: a quarter (product.md), in days. */
export const REVIEW_EVERY_DAYS = 90;

const MOST_UNANSWERED = 3;

// What waits for an answer: a call or a meeting that happened does not.
const WRITTEN: readonly Channel[] = ['email', 'message', 'letter'];

/** What a pulse is computed from besides the person. */
export interface PulseSources {
  /** The newest touchpoints, newest first, at most `PULSE_TOUCHPOINTS`. */
  readonly touchpoints: readonly Pick<Touchpoint, 'day' | 'direction' | 'channel' | 'question'>[];
  readonly numbers?: PlaybookNumbers | undefined;
  /** The day of the last finished review. */
  readonly reviewedDay?: Day | undefined;
  /** The day of the last feedback of theirs. */
  readonly feedbackDay?: Day | undefined;
}

/** Computes a person's pulse. Pure. */
export function pulseOf(
  person: Pick<Person, 'cadenceDays' | 'stage' | 'stageSince' | 'since'>,
  { touchpoints, numbers, reviewedDay, feedbackDay }: PulseSources,
): Pulse {
  const [last] = touchpoints;
  const unanswered = unansweredOf(touchpoints);
  const pulse = {
    cadence: cadenceOf(person, numbers?.cadence),
    lastDay: last?.day,
    rhythmDays: medianGap(touchpoints.map(({ day }) => day))?.days,
    unanswered: unanswered.length > 0 ? unanswered : undefined,
    askedDay:
      last?.direction === 'in' && last.question && WRITTEN.includes(last.channel) ? last.day : undefined,
    reviewDay: reviewDayOf(person, numbers, reviewedDay),
    feedbackDay: feedbackDayOf(person, numbers, feedbackDay),
    businessDay: businessDayOf(person, numbers, touchpoints),
  };
  return Object.fromEntries(Object.entries(pulse).filter(([, value]) => value !== undefined));
}

/** The first day on which something computed of a person may come up (domain/nudges decides); nothing when nothing can. */
export function nudgeDayOf(
  person: Pick<Person, 'since' | 'muted' | 'playbook'>,
  pulse: Pulse,
): Day | undefined {
  const { cadence, lastDay, rhythmDays, askedDay } = pulse;
  if (person.muted || (cadence === undefined && person.playbook === undefined)) return undefined;
  const from = lastDay ?? person.since;
  const days = [
    cadence !== undefined && addDays(from, cadence),
    cadence !== undefined &&
      rhythmDays !== undefined &&
      addDays(from, Math.floor(driftsAfter(rhythmDays)) + 1),
    askedDay !== undefined && addDays(askedDay, ANSWER_WITHIN_DAYS + 1),
    pulse.reviewDay,
    pulse.feedbackDay,
    pulse.businessDay,
  ].filter((day) => typeof day === 'string');
  return days.sort()[0];
}

// The user's messages since anything else happened: three that press (one more, later, does not make them less), else the
// newest.
function unansweredOf(touchpoints: PulseSources['touchpoints']): Day[] {
  const days: Day[] = [];
  for (const { channel, direction, day } of touchpoints) {
    if (direction !== 'out' || !WRITTEN.includes(channel)) break;
    days.push(day);
    const newest = days.slice(-MOST_UNANSWERED);
    if (pressure(newest).stopped) return newest;
  }
  return days.slice(0, MOST_UNANSWERED);
}

function reviewDayOf(
  person: Pick<Person, 'stage' | 'stageSince' | 'since'>,
  numbers: PlaybookNumbers | undefined,
  reviewedDay: Day | undefined,
): Day | undefined {
  const begun = dayOf(person.stageSince);
  // Whoever moves somebody to "evaluate" wants to review now.
  if (person.stage === 'evaluate' && (reviewedDay === undefined || reviewedDay < begun)) return begun;
  const every = numbers?.reviewEveryDays ?? (reviewedDay === undefined ? undefined : REVIEW_EVERY_DAYS);
  return every === undefined ? undefined : addDays(reviewedDay ?? person.since, every);
}

// A practice of "maintain": at the beginning there is nothing to ask about yet.
function feedbackDayOf(
  person: Pick<Person, 'stage' | 'since'>,
  numbers: PlaybookNumbers | undefined,
  feedbackDay: Day | undefined,
): Day | undefined {
  const every = numbers?.feedbackEveryDays;
  if (!every || person.stage === 'establish') return undefined;
  return addDays(feedbackDay ?? person.since, every);
}

function businessDayOf(
  person: Pick<Person, 'stage'>,
  numbers: PlaybookNumbers | undefined,
  touchpoints: PulseSources['touchpoints'],
): Day | undefined {
  const after = numbers?.businessOnlyDays;
  const oldest = touchpoints.at(-1);
  if (!after || person.stage === 'establish' || oldest === undefined) return undefined;
  const social = touchpoints.find(({ channel }) => channel === 'social');
  return addDays((social ?? oldest).day, after);
}
