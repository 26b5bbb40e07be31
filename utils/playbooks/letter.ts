import { salutation } from '../domain/salutation.ts';
import { SUBJECTS } from './general.ts';
import type { Language, PlaybookWords } from './types.ts';

/** The two ways to ask: in writing, or face to face. */
export const GUIDES = ['questionnaire', 'interview'] as const;
/** One of them. */
export type Guide = (typeof GUIDES)[number];

/** Questions as a mail. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** As they stand in the mail, without their numbers. */
  readonly questions: readonly string[];
  /** What else stands in the mail, which answers nothing (domain/answers). */
  readonly frame: readonly string[];
}

/** Writes the questions of a playbook to somebody in a language: a salutation, the introduction, the questions by number, the end. */
export function letterOf(
  words: Pick<PlaybookWords, 'questionnaire' | 'interview'>,
  guide: Guide,
  name: string,
  language: Language,
  theirs?: string,
): Letter {
  const questions = words[guide].questions.map((text) => text[language]);
  const intro = guide === 'interview' ? words.interview.opening : words.questionnaire.intro;
  const closing = guide === 'interview' ? [] : [words.questionnaire.closing[language]];
  const greeting = salutation(name, language, theirs).text;
  const asked = questions.map((text, index) => `${index + 1}. ${text}`);
  return {
    language,
    subject: SUBJECTS[guide][language],
    body: [greeting, intro[language], ...asked, ...closing].join('\n\n'),
    questions,
    frame: [greeting, intro[language], ...closing],
  };
}
