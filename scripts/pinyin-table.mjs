// Writes utils/domain/pinyin-table.ts from the data of pinyin-pro: `node scripts/pinyin-table.mjs`.
// The library itself is ten times as large as what finding a name by its sound needs.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';

/** The characters of a double-byte encoding's common part: every pair of its bytes in these ranges. */
function charactersOf(encoding, [from, to], trails) {
  const decoder = new TextDecoder(encoding);
  const found = [];
  for (let lead = from; lead <= to; lead++)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail++)
        found.push(decoder.decode(new Uint8Array([lead, trail])));
  return found.filter((character) => /^\p{Script=Han}$/u.test(character));
}

const characters = new Set([
  // GB 2312 (6,763 characters), and the frequent ones of Big5 (5,401) for names in traditional characters.
  ...charactersOf('gb2312', [0xb0, 0xf7], [[0xa1, 0xfe]]),
  ...charactersOf(
    'big5',
    [0xa4, 0xc6],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  ),
  // Frequent in names and in neither.
  ...'喆堃昇珮玥甯禤淼焱犇翀赟晔昉旻曦璟璐琨瑨瑄琛玮珺婧婳妤姝嫄媛芊芃芮茜荻莙菡萱蓓蔚蕙蕴薇',
]);

const options = { toneType: 'none', type: 'array', v: true };
const bySound = new Map();
for (const character of characters) {
  const sounds = new Set([
    ...pinyin(character, options),
    ...pinyin(character, { ...options, multiple: true }),
    ...pinyin(character, { ...options, mode: 'surname' }),
  ]);
  for (const written of sounds) {
    const sound = written.replace('ü', 'v');
    if (!/^[a-z]+$/.test(sound)) continue;
    if (!(bySound.get(sound) ?? '').endsWith(character))
      bySound.set(sound, (bySound.get(sound) ?? '') + character);
  }
}

const rows = [...bySound].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, text]) => `${sound}${text}`);
const table = rows.join(' ');
writeFileSync(
  'utils/domain/pinyin-table.ts',
  `// Made by scripts/pinyin-table.mjs from pinyin-pro (MIT): do not edit.
/** Each sound without its tone (\`v\` for ü) and the characters that have it, among ${characters.size} of GB 2312 and Big5. */
// biome-ignore format: a table
export const PINYIN =
  '${table}';
`,
);
console.log(
  `${characters.size} characters, ${bySound.size} sounds, ${gzipSync(table, { level: 9 }).length} bytes compressed.`,
);
