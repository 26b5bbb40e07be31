import type { FirstFollowUp, Language, Prompt, Text } from './types.ts';

/** A text in both languages. */
export const both = (en: string, zh_CN: string): Text => ({ en, zh_CN });

/** A prompt: the hint, and what to say where there is something to say. */
export const prompt = (hint: Text, say?: Text): Prompt => (say ? { hint, say } : { hint });

/** First follow-ups after 2 days, 2 weeks and 6 weeks, as the method has them. */
export const firstWeeks = (soon: Text, twoWeeks: Text, sixWeeks: Text): readonly FirstFollowUp[] => [
  { afterDays: 2, text: soon },
  { afterDays: 14, text: twoWeeks },
  { afterDays: 42, text: sixWeeks },
];

/**
 * The language in which to write to somebody: theirs (BCP 47) where Kith speaks it, English for every other, and the
 * user's own where theirs is not known.
 */
export function templateLanguage(theirs: string | undefined, own: Language): Language {
  if (theirs === undefined || theirs === '') return own;
  return /^(?:zh|yue|cmn)\b/iu.test(theirs) ? 'zh_CN' : 'en';
}

/** The language that playbooks have for an interface's language (BCP 47). */
export const languageOf = (tag: string): Language => templateLanguage(tag, 'en');

/** A text in the interface's language (BCP 47). */
export const said = (text: Text, tag: string): string => text[languageOf(tag)];
