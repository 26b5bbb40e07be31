import { i18n } from '#i18n';
import {
  type Day,
  FACT_KINDS,
  type Fact,
  type Feedback,
  SUPPORT_KINDS,
  type Support,
  TOLD,
} from '../../../utils/domain/types.ts';
import type { Field } from './EntryForm.tsx';

type Values = Readonly<Record<string, string>>;

/** The choices of a fact: what kind, who told whom, when. */
export function factFields(): readonly Field[] {
  return [
    {
      name: 'kind',
      label: i18n.t('kindOfFact'),
      options: FACT_KINDS.map((kind) => [kind, i18n.t(`fact_${kind}`)]),
      initial: 'background',
    },
    {
      name: 'told',
      label: i18n.t('whoTold'),
      options: TOLD.map((told) => [told, i18n.t(`told_${told.slice(3) as 'them'}`)]),
      initial: 'by-them',
    },
    { name: 'day', label: i18n.t('when'), initial: '' },
  ];
}

/** The choices of support: which way, when. */
export function supportFields(today: Day): readonly Field[] {
  return [
    {
      name: 'kind',
      label: i18n.t('whichWay'),
      options: SUPPORT_KINDS.map((kind) => [kind, i18n.t(`support_${kind}`)]),
      initial: 'offered',
    },
    { name: 'day', label: i18n.t('when'), initial: today },
  ];
}

/** The choices of feedback: whose, when. */
export function feedbackFields(today: Day): readonly Field[] {
  return [
    {
      name: 'from',
      label: i18n.t('whoseFeedback'),
      options: [
        ['them', i18n.t('told_them')],
        ['me', i18n.t('told_me')],
      ],
      initial: 'them',
    },
    { name: 'day', label: i18n.t('when'), initial: today },
    { name: 'outcome', label: i18n.t('whatWasDone'), text: true, initial: '' },
  ];
}

/** A fact from the form's values. */
export function toFact(
  text: string,
  { kind, told, day }: Values,
): Pick<Fact, 'kind' | 'text' | 'told'> & { day?: Day } {
  return { text, kind: kind as Fact['kind'], told: told as Fact['told'], ...(day && { day }) }; // the form's own options
}

/** Support from the form's values; what was given or received is done. */
export function toSupport(
  text: string,
  { kind, day }: Values,
  today: Day,
): Pick<Support, 'kind' | 'text' | 'state' | 'day'> {
  const done = kind === 'given' || kind === 'received';
  return { text, kind: kind as Support['kind'], state: done ? 'done' : 'open', day: day || today }; // the form's own options
}

/** Feedback from the form's values: open until it is said what was done about it. */
export function toFeedback(
  text: string,
  { from, day, outcome = '' }: Values,
  today: Day,
): Pick<Feedback, 'from' | 'text' | 'day' | 'state' | 'outcome'> {
  const done = outcome.trim();
  const said = { text, from: from as Feedback['from'], day: day || today }; // the form's own options
  return done === '' ? { ...said, state: 'open' } : { ...said, state: 'done', outcome: done };
}
