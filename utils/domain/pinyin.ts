/** Characters and how they may sound, without tones: several for those that have several (单 is dan, shan and chan). */
export type Sounds = ReadonlyMap<string, readonly string[]>;

/** Reads the table that scripts/pinyin-table.mjs made: a sound and its characters, then a space. */
export function readSounds(table: string): Sounds {
  const sounds = new Map<string, string[]>();
  for (const row of table.split(' ')) {
    const sound = /^[a-z]+/.exec(row)?.[0] ?? '';
    // ü is typed as v, as u, and as yu in passports.
    const typed = /^[ln]v/.test(sound) ? [sound, sound.replace('v', 'u'), sound.replace('v', 'yu')] : [sound];
    for (const character of row.slice(sound.length))
      sounds.set(character, [...(sounds.get(character) ?? []), ...typed]);
  }
  return sounds;
}

/** Whether a name is written in characters that have a sound here, so that the table is worth loading. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** How each Han character of a name may sound, in order; what is unknown has no sound and is passed over. */
export function soundsOf(name: string, sounds: Sounds): readonly (readonly string[])[] {
  return [...name].flatMap((character) => {
    const known = sounds.get(character);
    return known ? [known] : [];
  });
}

/**
 * Where in a name a typed word sounds: the place of its first character, or nothing. Each character takes all of its
 * sound or the beginning of it: `wangxiaoming`, `wangxm` and `wxm` are 王小明, `xm` begins at its second character.
 */
export function soundsAt(word: string, name: readonly (readonly string[])[]): number | undefined {
  const letters = word.replace(/['’]/g, '');
  if (!/^[a-z]+$/.test(letters)) return undefined;
  for (let place = 0; place < name.length; place++) if (eats(letters, 0, name, place)) return place;
  return undefined;
}

function eats(word: string, at: number, name: readonly (readonly string[])[], place: number): boolean {
  if (at === word.length) return true;
  for (const sound of name[place] ?? []) {
    let length = 0;
    while (length < sound.length && sound[length] === word[at + length]) length++;
    for (; length > 0; length--) if (eats(word, at + length, name, place + 1)) return true;
  }
  return false;
}

/** Compares names for a list: by pinyin where the interface is Chinese, else as its language sorts. */
export function nameOrder(language: string): (a: string, b: string) => number {
  const locale = /^zh\b/.test(language) ? 'zh-u-co-pinyin' : language;
  return new Intl.Collator(locale, { sensitivity: 'base', numeric: true }).compare;
}
