// Titles that are part of how somebody is addressed, and that say nothing about gender.
const TITLE = /^(?:dr|prof|professor|rev|hon|mx)\.?$/iu;
const UNLIKE_LATIN = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
// Languages whose speakers put the family name first, so that the first word of a Latin name may be either.
const FAMILY_FIRST = /^(?:zh|ja|ko|vi|hu|km|mn)\b/iu;

/** A line that opens a mail. */
export interface Salutation {
  /** `Dear Alice,` or `王小明，您好：`. */
  readonly text: string;
  /** The part of the name that it uses. */
  readonly name: string;
}

/**
 * The salutation to somebody: of the given name where it is plain which that is, of the whole name where it is not
 * (names in East Asian scripts, after a title, or of speakers of a language with the family name first: `language`,
 * BCP 47). Never a guess at gender. Without a name it greets nobody in particular.
 */
export function salutation(name: string, template: 'en' | 'zh_CN', language?: string): Salutation {
  const whole = name.replace(/\s+/gu, ' ').trim();
  if (template === 'zh_CN') return { text: whole === '' ? '您好：' : `${whole}，您好：`, name: whole };
  const used = givenName(whole, language);
  return { text: used === '' ? 'Hello,' : `Dear ${used},`, name: used };
}

function givenName(whole: string, language: string | undefined): string {
  // `Nguyen, Alice` says itself which is which.
  const [family = '', given = ''] = whole.split(/\s*,\s*/u);
  if (given !== '' && !whole.includes(',', whole.indexOf(',') + 1)) {
    return isPostnominal(given) ? givenName(family, language) : given;
  }
  const words = whole.split(' ');
  const [first = '', ...others] = words;
  if (others.length === 0 || UNLIKE_LATIN.test(whole) || TITLE.test(first) || first.endsWith('.'))
    return whole;
  // `NGUYEN Alice`: capitals mark the family name, wherever it stands.
  const plain = words.filter((word) => !isCapitals(word));
  if (plain.length > 0 && plain.length < words.length) return plain.join(' ');
  return language !== undefined && FAMILY_FIRST.test(language) ? whole : first;
}

function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase() && !word.includes('.');
}

// `Alice Nguyen, PhD`.
function isPostnominal(text: string): boolean {
  return /^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?sc|m\.?b\.?a|b\.?a|esq|jr|sr|cpa|rn|jd|ii|iii|iv)\.?$/iu.test(text);
}
