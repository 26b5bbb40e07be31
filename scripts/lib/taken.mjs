// A plugin of the build for a script that comes to a page where another is: what both need it takes from there.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the file `list` imports by name, beside the file that it comes from. */
export function importsOf(list) {
  const imports = readFileSync(list, 'utf8').matchAll(/^import \{(.*?)\} from '(.*?)';/gms);
  return [...imports].map(([, names, file]) => [path.resolve(path.dirname(list), file), names.match(/\w+/g)]);
}

/**
 * In place of what the file `list` imports, takes it from the object that the other script keeps under `name` in the world that both
 * share. Whatever else is imported from these files is missed by the build.
 */
export function taken(list, name) {
  const files = new Map(importsOf(list));
  return {
    name: 'taken',
    enforce: 'pre',
    load(id) {
      const all = files.get(id)?.map((one) => `${one} = globalThis.${name}.${one}`);
      return all && `export const ${all};`;
    },
  };
}
