import type { Page } from './types.ts';

// "me" and "you", in lower case, as Gmail and Outlook write them for the user (seen in en, de, ru and zh, 2014 to 2026;
// the others from their interfaces). Of those in Latin letters only the page's own language counts: "ben" is Turkish for "me".
const WORDS =
  ' ar:أنا|إليّ|أنت ca:jo|mi|tu cs:já|mně|vy bg:мен da:mig|jeg|dig de:ich|mir|mich|sie|du el:εγώ|εμένα|εσείς es:yo|mí|mi|tú|usted et:mina|mulle|teie fa:من fi:minä|minulle|sinä fr:moi|vous he:אני|אליי|אתה hi:मैं|मुझे|आप hr:ja|meni hu:én|nekem|ön id:saya|anda it:io|me|tu iw:אני|אליי ja:自分|あなた ko:나 lt:aš|man|jūs lv:es|man|jūs nl:ik|mij|u|jij nb:meg|deg no:meg|jeg|deg pl:ja|mnie|ty pt:eu|mim|você ro:eu|mine|dvs ru:я|мне|вы sk:ja sl:jaz|meni sr:ја sv:jag|mig|du th:ฉัน|คุณ tr:ben|bana|siz uk:я|мені|ви vi:tôi|bạn zh:我|您|你';

// In other scripts than Latin none of them is a name too: they count whatever the page says its language is.
const NO_NAMES = WORDS.match(/[\u0370-\u1dff\u3000-\uffff]+/g) ?? [];

let known: { readonly language: string; readonly words: ReadonlySet<string> } | undefined;

/** What the page calls its user instead of by name. */
export function wordsForUser({ document }: Page): ReadonlySet<string> {
  const language = document.documentElement.lang;
  if (known?.language !== language) known = { language, words: wordsIn(language) };
  return known.words;
}

function wordsIn(language: string): ReadonlySet<string> {
  const own = WORDS.split(` ${language.split('-')[0]?.toLowerCase()}:`)[1]?.split(' ')[0];
  return new Set(['me', 'you', ...(own?.split('|') ?? []), ...NO_NAMES]);
}
