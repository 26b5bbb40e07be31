// A plugin of the build for a script that comes to a page where another is: what both need it takes from there.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * In place of what the file `list` imports, takes it from the object that the other script keeps under `name` in the world that both
 * share. Whatever else is imported from these files is missed by the build.
 */
export function taken(list, name) {
  const imports = [...readFileSync(list, 'utf8').matchAll(/^import \{(.*?)\} from '(.*?)';/gms)];
  const files = new Map(
    imports.map(([, names, file]) => [path.resolve(path.dirname(list), file), names.match(/\w+/g)]),
  );
  return {
    name: 'taken',
    enforce: 'pre',
    load(id) {
      const all = files.get(id)?.map((one) => `${one} = globalThis.${name}.${one}`);
      return all && `export const ${all};`;
    },
  };
}
