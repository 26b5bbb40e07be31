import type { Page } from '../types.ts';
import { perText } from './per-text.ts';

// "me" and "you", in lower case, as Gmail and Outlook write them for the user (seen in en, de, ru and zh, 2014 to 2026;
// the others from their interfaces). Of those in Latin letters only the page's own language counts: "ben" is Turkish for "me".
const WORDS =
  ' ca:jo|mi|tu cs:já|mně|vy da:mig|jeg|dig de:ich|mir|mich|sie|du es:yo|mí|mi|tú|usted et:mina|mulle|teie fi:minä|minulle|sinä fr:moi|vous hr:ja|meni hu:én|nekem|ön id:saya|anda ms:saya|anda it:io|me|tu lt:aš|man|jūs lv:es|man|jūs nl:ik|mij|u|jij nb:meg|deg no:meg|jeg|deg pl:ja|mnie|ty pt:eu|mim|você ro:eu|mine|dvs sk:ja|mne sl:jaz|meni sv:jag|mig|du tr:ben|bana|siz vi:tôi|bạn';

// In other scripts none of them is a name too: they count whatever the page says its language is.
const NO_NAMES =
  'أنا|إليّ|أنت|мен|аз|εγώ|εμένα|εσείς|من|אני|אליי|אתה|मैं|मुझे|आप|自分|あなた|나|я|мне|вы|ја|мени|ฉัน|คุณ|мені|ви|我|您|你'.split(
    '|',
  );

/** What the page calls its user instead of by name. */
export function wordsForUser({ document }: Page): ReadonlySet<string> {
  return wordsIn(document.documentElement.lang);
}

const wordsIn = perText((language): ReadonlySet<string> => {
  const own = WORDS.split(` ${language.split('-')[0]?.toLowerCase()}:`)[1]?.split(' ')[0];
  return new Set(['me', 'you', ...(own?.split('|') ?? []), ...NO_NAMES]);
});
