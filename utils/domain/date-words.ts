import { fitting, isPlain } from './plain.ts';

// What the browser itself knows of how languages write dates (Intl).

/** A text in one width and case, with Western digits and no direction marks; its first 200 characters. */
export function fold(raw: string): string {
  const text = raw.slice(0, 200).normalize('NFKC');
  return (
    isPlain(text)
      ? text
      : text.replace(/\p{Cf}/gu, '').replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
  ).toLowerCase();
}

/** The words of a text, without its digits and signs. */
export function lettersIn(text: string): string[] {
  return text.match(fitting(text, /[a-z]+/g, () => /[\p{L}\p{M}]+/gu)) ?? [];
}

/** Whether the browser knows a language by this tag (BCP 47). */
export function isLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false; // Not a language tag.
  }
}

// How many there are, how far apart (ms), and the ways to write them.
const day = 'numeric';
const hour = { hour: 'numeric', hour12: true } as const;
const KINDS = {
  month: [
    12,
    2_630_000_000,
    [{ month: 'long', day }, { month: 'short', day }, { month: 'long' }, { month: 'short' }],
  ],
  weekday: [7, 86_400_000, [{ weekday: 'short' }, { weekday: 'long' }]],
  dayPeriod: [24, 3_600_000, [hour, { ...hour, dayPeriod: 'short' }]],
  literal: [1, 0, [{ dateStyle: 'full', timeStyle: 'short' }]],
} as const satisfies Record<string, readonly [number, number, readonly Intl.DateTimeFormatOptions[]]>;

/** A language's months, weekdays from Sunday, markers of each hour, or what stands between them, in all their forms. */
export function words(language: string, kind: keyof typeof KINDS): readonly (readonly string[])[] {
  return once(`${language} ${kind}`, () => {
    if (!isLanguage(language)) return [];
    const [length, step, forms] = KINDS[kind];
    const formats = forms.map((form) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...form }));
    // 2026-01-11 was a Sunday.
    return Array.from({ length }, (_, index) =>
      formats
        .flatMap((format) => format.formatToParts(Date.UTC(2026, 0, 11) + index * step))
        .flatMap(({ type, value }) => (type === kind ? [fold(value).replaceAll('.', '')] : [])),
    );
  });
}

// Making one of these takes the browser a millisecond.
const made = new Map<string, unknown>();

/** What `make` makes, once for each key, whose type must be one. */
export function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T; // Each key is made in one place.
}

/** Whether a word is a day of the week, in short or in full. */
export function isWeekday(word: string, language: string): boolean {
  return words(language, 'weekday').some((forms) => forms.includes(word));
}

/** The month, from 0, that a word names, or begins as no other does from three letters on: "sept", "juil". -1 for none. */
export function monthOf(word: string, language: string): number {
  const months = words(language, 'month');
  const exact = months.findIndex((forms) => forms.includes(word));
  const begins = (forms: readonly string[]) => word.length > 2 && forms.some((form) => form.startsWith(word));
  return exact < 0 && months.filter(begins).length === 1 ? months.findIndex(begins) : exact;
}

/**
 * Whether a text has a word that marks a half of the day. Swedish "em" is none in "november"; who writes no spaces, writes it right behind
 * the day: 3日午前8:15.
 */
export function isMarked(text: string, marker: string): boolean {
  const spaced = (said: string) => ` ${lettersIn(said).join(' ')} `;
  return /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff]/.test(marker)
    ? text.includes(marker)
    : spaced(text).includes(spaced(marker));
}

/** Whether a word is none of this language's dates. */
export function isStrange(word: string, language: string): boolean {
  const isKnown = (['dayPeriod', 'literal'] as const).some((kind) =>
    words(language, kind).some((forms) => forms.some((form) => lettersIn(form).includes(word))),
  );
  return !isKnown && !isWeekday(word, language) && monthOf(word, language) < 0;
}

/** Whether a language counts hours to twelve, twice. */
export function halvesDays(language: string): boolean | undefined {
  return once(
    `${language} hour`,
    () =>
      isLanguage(language) && new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12,
  );
}

/** How a language writes 22 November: 11/22/2026; nothing where it is none. */
export function numbered(language: string): string {
  return once(`${language} numbered`, () =>
    isLanguage(language)
      ? new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22))
      : '',
  );
}
