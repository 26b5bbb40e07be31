/**
 * Names of fields that only the readers know, and that never leave them: no message to the panel or the background has one, and no object
 * of the browser's, nor JSON or markup of a page (tests/sites/short-names.test.ts). The ones used most stand first.
 */
export const FIELDS = [
  'handle standing sending compose strangers beside concerns mayBeEmpty recognize sites rawName',
  'areLeft person place people instead undo apart spend prepare settles answer failed report own',
  'parts reader outer distance mustAsk saved certainAt sent shadow stands stays matters core known',
  'sure adapter also ask begin bulk by isOwn markup study where',
].flatMap((names) => names.split(' '));

/**
 * Options for terser by which those fields, and `more` such names that scripts which meet in one page have in common, are called by
 * one or two letters: the same in all scripts.
 */
export function shortNames(more) {
  const names = [...FIELDS, ...more];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = [...letters, ...letters.flatMap((one) => letters.map((other) => one.toLowerCase() + other))];
  return {
    mangle: { properties: { builtins: true, regex: new RegExp(`^(?:${names.join('|')})$`) } },
    nameCache: { props: { props: Object.fromEntries(names.map((name, i) => [`$${name}`, codes[i]])) } },
  };
}
