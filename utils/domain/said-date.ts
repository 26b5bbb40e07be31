import {
  fold,
  halvesDays,
  isLanguage,
  isMarked,
  isStrange,
  isWeekday,
  lettersIn,
  monthOf,
  numbered,
  once,
  words,
} from './date-words.ts';
import type { Day, Instant } from './types.ts';

/**
 * The words in which a page says when something was. A page's reader hands them on: understanding them needs the browser's
 * knowledge of languages (Intl), which takes each process tens of milliseconds to load, and must not be the page's.
 */
export interface SaidDate {
  /** What may be the date, the likeliest first: the first that says an instant, else the first that says a day. */
  readonly texts: readonly string[];
  /** BCP 47, `de` or `zh-CN`; with an empty or unknown one, only what all languages that know its words read in the same way. */
  readonly language: string;
  /** What `03/04/2026` means here, where that is known. */
  readonly order?: 'dmy' | 'mdy' | undefined;
  /** An instant known from elsewhere: it counts, to the minute, where a text shows it, in whatever language. */
  readonly near?: Instant | undefined;
  /**
   * What is not understood was no date, and what was to be dated by it is none either. An `instant` must say the minute, which
   * then tells one message from another and becomes part of its key.
   */
  readonly needed?: 'date' | 'instant' | undefined;
}

/** When and where a page's words are understood. */
export interface DateContext {
  readonly now: Instant;
  /** IANA name of the zone that the page shows its dates in; the machine's own where absent. */
  readonly timeZone?: string | undefined;
}

/** What a page's words say: an instant, else only a day, else nothing. */
export interface ReadDate {
  readonly at?: Instant;
  readonly day?: Day;
}

/** The minute of `near`, as a text shows it; nothing where none does. */
export function confirmed({ texts, near }: SaidDate, { timeZone }: DateContext): Instant | undefined {
  if (near === undefined) return undefined;
  for (const text of texts) {
    const at = confirmInstant(text, near, timeZone);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Understands what a page says of a date. */
export function readSaid(said: SaidDate, context: DateContext): ReadDate {
  // "en_US", as some programs write it.
  const language = said.language.replaceAll('_', '-');
  const at = confirmed(said, context);
  if (at !== undefined) return { at };
  const isKnown = said.near !== undefined || isLanguage(language);
  const told = isKnown
    ? readBy(said, context, (text, order) => readDate(text, { language, order, isStrict: false, ...context }))
    : {};
  // Not every page is in the language that it says; asking all of them takes long where nothing is a whole date.
  if (told.at !== undefined || said.near !== undefined || (isKnown && !said.texts.some(isWhole))) return told;
  const any = readBy(said, context, (text, order) =>
    readInAny((one) => readDate(text, { language: one, order, isStrict: true, ...context })),
  );
  const isSame = !told.day || (any.at !== undefined && clock(any.at, context.timeZone).startsWith(told.day));
  return isSame ? any : told;
}

// A year, and a time of day.
function isWhole(text: string): boolean {
  return text.search(YEAR) >= 0 && fold(text).search(TIME) >= 0;
}

// What the texts say, each read in one way.
function readBy(
  { texts, order, needed }: SaidDate,
  context: DateContext,
  read: (text: string, order: SaidDate['order']) => ReadDate,
): ReadDate {
  const readAs = (way: SaidDate['order']) => (text: string) => read(text, way);
  const all = texts.map(readAs(order));
  const whole = needed
    ? all.filter(isOfOneDay(texts, order ? [order] : ['dmy', 'mdy'], readAs, context))
    : all;
  return whole.find(({ at }) => at !== undefined) ?? whole.find(({ day }) => day) ?? {};
}

// Texts that were merely near: the first that is a date says the day, even where that can be read in two ways. A clearer one of
// another day is what somebody wrote.
function isOfOneDay(
  texts: readonly string[],
  ways: readonly SaidDate['order'][],
  readAs: (way: SaidDate['order']) => (text: string) => ReadDate,
  { now, timeZone }: DateContext,
): (date: ReadDate) => boolean {
  const dayOf = ({ at, day }: ReadDate) => (at === undefined ? day : clock(at, timeZone).slice(0, 10)) ?? '';
  const tomorrow = clock(now + 86_400_000, timeZone).slice(0, 10);
  for (const text of texts) {
    // No message is of a day to come.
    const days = ways.map((way) => dayOf(readAs(way)(text))).filter((day) => day <= tomorrow);
    if (days.some(Boolean)) return (date) => days.includes(dayOf(date));
  }
  return () => false;
}

/** In which a page that does not say its language may be; all are asked, as "listopad" is October in one and November in others. */
const LANGUAGES = 'de,fr,es,it,pt,nl,sv,fi,pl,cs,hr,hu,ro,tr,el,id,ru,uk,zh,ja,ko'.split(',');

// What they agree on; where English knows all words, no other language knows them differently.
function readInAny(read: (language: string) => ReadDate): ReadDate {
  const english = read('en');
  if (english.at !== undefined) return english;
  const all = LANGUAGES.map(read);
  const at = agreed(all.map((one) => one.at));
  const day = agreed([english, ...all].map((one) => one.day));
  return at !== undefined ? { at } : day ? { day } : {};
}

// What all say that say anything.
function agreed<T>(said: readonly (T | undefined)[]): T | undefined {
  const [first, ...others] = said.filter((one) => one !== undefined);
  return others.every((other) => other === first) ? first : undefined;
}

const YEAR = '(?<!\\d)((?:19|20)\\d{2})(?!\\d)';
// "2026年-11月-03日", too.
const YEAR_FIRST = new RegExp(`${YEAR}\\s*[-/.年년][-\\s]*(\\d{1,2})\\s*[-/.月월][-\\s]*(\\d{1,2})(?!\\d)`);
const YEAR_LAST = new RegExp(`(?<!\\d)(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?${YEAR}`);
const SHORT_YEAR = /(?<![\d./-])(\d\d?([/.])\d\d?\2)(\d\d)(?![\d./-])/;
// 23:02, 9:05, 23.02 (Finnish, Danish), 23 h 02 (French), 23时02分05秒; never part of 13.5.2026.
const TIME =
  /(?<![\d.:])(\d{1,2})(?::|\.| ?h ?|[时時点點시] ?)(\d{2})(?:[:分분] ?\d{2}(?=\D|$))?[分秒분초]?(?![\d.:])/g;
// What is said in brackets: "2 days ago", the size. Some programs write the time there.
const ASIDE = /\([^)]*\)/g;
const ASIDE_BUT_TIME = /\((?!\d{1,2}[:.时時시]\d\d)[^)]*\)/g;
const HALF = /(?<!\p{L})([ap])\.? ?m(?!\p{L})/u;
// A zone that is said: UTC, UTC+2, GMT-03:30, +0200.
const UNIVERSAL = /(?<!\p{L})(?:utc|gmt)(?!\p{L}|\s*[+-]\s*\d)/u;
const OFFSET = /(?:(?<!\p{L})(?:utc|gmt)\s*([+-])\s*(\d{1,2}):?(\d\d)?|\s([+-])(\d\d)(\d\d))(?!\d)/u;
// 2026-05-13T23:02:00.000+02:00, as machines write it.
const ISO = /(\d)t(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(?:z|([+-]\d\d):?(\d\d))/;
// One that is named after the time: CET, EDT, MEZ.
const NAMED_ZONE = /[:.]\d\d(?:\s[AP]M)?\s+([A-Z]{2,4}[TZ])(?!\p{L})/u;

// A date in the page's language, with the words that the browser itself knows of it (Intl): month and weekday names, "today",
// AM and PM. What could mean two things gives nothing, and a day whose time is unclear is a day.
function readDate(
  raw: string,
  {
    language,
    timeZone,
    now,
    order,
    isStrict,
  }: Omit<SaidDate, 'texts' | 'near'> & DateContext & { readonly isStrict: boolean },
): ReadDate {
  const whole = fold(raw)
    .replace(ISO, (_, day, time, hours = '+00', minutes = '00') => `${day} ${time} ${hours}${minutes} `)
    // "Date: 2026-11-03 08:15".
    .replace(/^[^\d:]{0,30}:(?!\d)/, '');
  const bare = whole.replace(ASIDE, ' ');
  const shown = bare.search(TIME) < 0 ? whole.replace(ASIDE_BUT_TIME, ' ').replace(/[()]/g, ' ') : bare;
  const offset = OFFSET.exec(shown);
  const said = shown.replace(offset ? OFFSET : UNIVERSAL, ' ');
  const own = said === shown;
  const zone = own ? timeZone : 'UTC';
  const [, named] = (own && NAMED_ZONE.exec(raw)) || [];
  const text = named ? said.replace(named.toLowerCase(), ' ') : said;
  const [time, ...others] = text.matchAll(TIME);
  const dated = text.replace(TIME, ' ');
  // "mar 13 mag 2026" is no English day in March.
  // Who says the zone writes the page's own language, and not what the browser's settings say.
  const way = order ?? (isStrict ? undefined : orderIn(language, !!named || !own));
  const isForeign = isStrict && lettersIn(dated.replace(HALF, ' ')).some((word) => isStrange(word, language));
  const written =
    numericDay(
      isStrict ? dated : withCentury(dated, language, order ?? (way === 'mdy' ? way : undefined)),
      way,
    ) ?? (isForeign ? undefined : namedDay(dated, language));
  const day = written ?? (isStrict ? undefined : recentDay(dated, language, timeZone, now));
  if (!day) return {};
  // Beside "today" there is no other word: a clock of 24 hours.
  const hour =
    time && others.length === 0
      ? hourOf(Number(time[1]), written ? text : '', language, isStrict)
      : undefined;
  const at = hour === undefined ? undefined : instantAt(`${day} ${two(hour)}:${time?.[2]}`, zone);
  if (at === undefined || (named && !isZone(named, at, language, timeZone))) return { day };
  return { at: at - minutesOf(offset) * 60_000 };
}

// How far a said zone is ahead of UTC.
function minutesOf(offset: RegExpExecArray | null): number {
  const [, sign, hours, minutes, ...bare] = offset ?? [];
  const ahead = Number(hours ?? bare[1] ?? 0) * 60 + Number(minutes ?? bare[2] ?? 0);
  return (sign ?? bare[0]) === '-' ? -ahead : ahead;
}

// Whether what a page calls the zone is what this one is called then.
function isZone(name: string, at: Instant, language: string, timeZone: string | undefined): boolean {
  return ['en-GB', 'en-US', ...(isLanguage(language) ? [language] : [])].some((tag) =>
    new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
      .formatToParts(at)
      .some(({ type, value }) => type === 'timeZoneName' && value === name),
  );
}

// The minute near `approximate` that a date text shows, in whatever language: year, day, hour and minute must all be among its
// numbers.
function confirmInstant(raw: string, approximate: Instant, timeZone?: string): Instant | undefined {
  const numbers = numbersIn(fold(raw));
  return [0, -1, 1, -2, 2]
    .map((minutes) => (Math.floor(approximate / 60_000) + minutes) * 60_000)
    .find((at) => {
      const [year = 0, , day = 0, hour = 0, minute = 0] = numbersIn(clock(at, timeZone));
      return (
        [year, day, minute].every((part) => numbers.includes(part)) &&
        [hour, hour % 12 || 12].some((part) => numbers.includes(part))
      );
    });
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function numericDay(text: string, order: SaidDate['order']): Day | undefined {
  const first = YEAR_FIRST.exec(text);
  if (first) return toDay(first[1], first[2], first[3]);
  const [, a, separator, b, year] = YEAR_LAST.exec(text) ?? [];
  // Nobody writes months first with dots.
  if (separator === '.' || order === 'dmy' || Number(a) > 12 || a === b) return toDay(year, b, a);
  return order === 'mdy' || Number(b) > 12 ? toDay(year, a, b) : undefined;
}

// "02.11.26" where the language writes days first with dots, "11/02/26" where it is known that months come first.
function withCentury(text: string, language: string, order: SaidDate['order']): string {
  const separator = SHORT_YEAR.exec(text)?.[2];
  const isClear = separator === '.' ? /^22\. ?11\b/.test(numbered(language)) : order !== undefined;
  return separator && isClear ? text.replace(SHORT_YEAR, '$120$3') : text;
}

// Months come first in few countries: where it is one of them (`isCertain`: the page writes its own language), they do. Of other
// languages days come first in all the world, but "en" is said by many pages in any.
function orderIn(language: string, isCertain: boolean): SaidDate['order'] {
  const isOfCountry = /-[A-Z]{2}$/i.test(language);
  if (isOfCountry && numbered(language).startsWith('11')) return isCertain ? 'mdy' : undefined;
  return !/^en\b/i.test(language) && numbered(language).startsWith('22') ? 'dmy' : undefined;
}

function namedDay(text: string, language: string): Day | undefined {
  const [year, ...years] = text.match(new RegExp(YEAR, 'g')) ?? [];
  const [day, ...days] = text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  const months = lettersIn(text).filter((word) => monthOf(word, language) >= 0);
  // "mar 13 mag 2026": Tuesday in Italian, but also the beginning of marzo.
  const [month, ...more] = months.length > 1 ? months.filter((word) => !isWeekday(word, language)) : months;
  if (!month || more.length + years.length + days.length > 0) return undefined;
  return toDay(year, monthOf(month, language) + 1, day);
}

// "Today 10:00", "Mon 10:00": only where nothing else is said.
function recentDay(
  text: string,
  language: string,
  timeZone: string | undefined,
  now: Instant,
): Day | undefined {
  const said = text.replace(/[.,]/g, '').trim();
  if (said === '' || !isLanguage(language)) return undefined;
  const relative = once(
    `${language} recent`,
    () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }),
  );
  for (let back = 0; back < 7; back++) {
    const day = clock(now - back * 86_400_000, timeZone).slice(0, 10);
    if (
      (back < 2 && said === fold(relative.format(-back, 'day'))) ||
      (back > 0 && words(language, 'weekday')[new Date(day).getUTCDay()]?.includes(said))
    )
      return day;
  }
  return undefined;
}

function hourOf(hour: number, text: string, language: string, isStrict: boolean): number | undefined {
  if (hour > 12 || hour === 0) return hour > 23 ? undefined : hour;
  const letters = lettersIn(text);
  if (letters.length === 0) return hour;
  const half = HALF.exec(text)?.[1];
  const says = (candidate: number, letter: string) =>
    half
      ? half === letter
      : words(language, 'dayPeriod')[candidate]?.some((marker) => isMarked(text, marker));
  const [early, late] = [hour % 12, (hour % 12) + 12];
  const [isEarly, isLate] = [says(early, 'a'), says(late, 'p')];
  if (!isEarly !== !isLate) return isLate ? late : early;
  // No marker: 24 hours, unless this language halves its days and something was not understood.
  const isUnclear = (isStrict || halvesDays(language)) && letters.some((word) => isStrange(word, language));
  return isEarly || isUnclear ? undefined : hour;
}

// Nothing for a day that no calendar has, such as February 30.
function toDay(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Day | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date.toISOString().slice(0, 10) : undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

// The instant at which clocks show this; none in the hour that a change of clocks leaves out.
function instantAt(wall: string, timeZone: string | undefined): Instant | undefined {
  const read = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);
  let at = read(wall);
  // Twice, as the first guess may lie on the other side of a clock change.
  for (let round = 0; round < 2 && at; round++) at += read(wall) - read(clock(at, timeZone));
  return at && clock(at, timeZone) === wall ? at : undefined;
}

// What a clock in the zone shows, as Swedish writes it: 2026-05-13 23:02.
function clock(at: Instant, timeZone: string | undefined): string {
  const style = 'short';
  // A hundred times faster, and a long conversation has hundreds of dates.
  if (timeZone === undefined)
    return new Date(at - new Date(at).getTimezoneOffset() * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
  return once(
    timeZone,
    () => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: style, timeStyle: style }),
  ).format(at);
}
