import { type Evidence, fingerprintOf, worthAskingAgain } from './suggestions/evidence.ts';
import {
  adjusted,
  began,
  bothWays,
  contactChanged,
  goalsMet,
  hasGoal,
  inStage,
  type Need,
  planned,
  plannedStage,
  promisesKept,
  quiet,
  reviewDue,
  type StageFacts,
  sinceAdjusted,
  sinceReview,
  steady,
} from './suggestions/needs.ts';
import { STAGES, type Stage } from './types.ts';

/** A suggested move and what it rests on. */
export interface Suggestion {
  readonly to: Stage;
  readonly rule: RuleId;
  readonly evidence: readonly Evidence[];
  /** Stays the same until the evidence changes in a way worth asking again; see `worthAskingAgain`. */
  readonly fingerprint: string;
}

interface Rule {
  readonly id: string;
  readonly from: readonly Stage[];
  readonly to: Stage | 'planned';
  /** All of them have to be met. */
  readonly needs: readonly Need[];
}

/** The rules, the first that applies being the one suggested. */
export const RULES = [
  // The user's own plan goes before anything that is computed.
  { id: 'plan', from: STAGES, to: 'planned', needs: [planned] },
  // Trust is between people: with somebody new it is built anew, however well the organisations know each other.
  { id: 'new-contact', from: ['maintain', 'optimize'], to: 'establish', needs: [contactChanged] },
  // Established is what goes both ways, rests on what both want, and on first promises that were kept. Four
  // touchpoints are the least of which Kith says anything; 90 days hold the first follow-ups (2 days, 2 weeks, 6
  // weeks) and the answers to them.
  {
    id: 'both-write',
    from: ['establish'],
    to: 'maintain',
    needs: [bothWays(4, 90), hasGoal('mine'), hasGoal('theirs'), promisesKept],
  },
  // There is something to analyse once a rhythm has held for a season (nine touchpoints: every tenth day in 90), when
  // both begin, so that the relationship does not hang on one side, and when a first goal is met, so that it is time
  // for the next; goals met before the last review led to its plan already.
  {
    id: 'both-begin',
    from: ['maintain'],
    to: 'optimize',
    needs: [steady(9, 90), began('in'), began('out'), goalsMet(1)],
  },
  // A look back is due by the playbook, and there is something to look back on.
  { id: 'review-due', from: ['optimize'], to: 'evaluate', needs: [reviewDue, sinceReview] },
  // A change of approach has had a season, and three touchpoints, to show what it does.
  {
    id: 'adjusted',
    from: ['optimize'],
    to: 'evaluate',
    needs: [inStage(90), adjusted, sinceAdjusted(3)],
  },
  // A tie that was silent for eight of its own rhythms has usually ended (Navarro et al. 2017); whoever wants it
  // begins it again. A month in the stage first: somebody who was only just put there is not moved back at once.
  { id: 'quiet', from: ['maintain', 'optimize'], to: 'establish', needs: [quiet(365), inStage(30)] },
] as const satisfies readonly Rule[];

/** The name of a rule. */
export type RuleId = (typeof RULES)[number]['id'];

/**
 * The move to suggest, if any: that of the first rule whose needs are all met, which leads to another stage, and
 * which was not turned down on the same evidence (`turnedDown`: the fingerprints of the suggestions the user
 * declined).
 */
export function suggestStage(facts: StageFacts, turnedDown: readonly string[] = []): Suggestion | undefined {
  for (const rule of RULES) {
    const suggestion = apply(rule, facts);
    if (suggestion && turnedDown.every((text) => worthAskingAgain(suggestion.fingerprint, text)))
      return suggestion;
  }
  return undefined;
}

function apply(rule: Rule & { readonly id: RuleId }, facts: StageFacts): Suggestion | undefined {
  if (!rule.from.includes(facts.stage)) return undefined;
  const to = rule.to === 'planned' ? plannedStage(facts) : rule.to;
  if (to === undefined || to === facts.stage) return undefined;
  const evidence: Evidence[] = [];
  for (const need of rule.needs) {
    const met = need(facts);
    if (!met) return undefined;
    evidence.push(met);
  }
  return {
    to,
    rule: rule.id,
    evidence,
    fingerprint: fingerprintOf(`${rule.id} ${facts.stage}>${to} ${facts.since}`, evidence),
  };
}
