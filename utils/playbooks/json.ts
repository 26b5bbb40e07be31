/** A step of a path into JSON. */
export type Step = string | number;

/** JSON that was read, and where its parts stand. */
export interface ReadJson {
  readonly value: unknown;
  /** The line (from 1) on which the value at a path begins, else the nearest one that holds it. */
  lineOf(path: readonly Step[]): number;
}

/** Deeper than this is no file of ours, and would exhaust the stack. */
const MAX_DEPTH = 32;

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/**
 * Reads JSON as `JSON.parse` does and knows the lines of its parts, which that does not tell; the line on which the
 * text stops being JSON where it is none.
 */
export function readJson(text: string): ReadJson | { readonly brokenAt: number } {
  const lines = new Map<string, number>();
  const starts = lineStarts(text);
  let end = 0;
  let token: RegExpExecArray | null = null;

  const next = () => {
    TOKEN.lastIndex = end;
    token = TOKEN.exec(text);
    if (token) end = TOKEN.lastIndex;
    return token?.[0].trim();
  };
  const fail = (): never => {
    throw new SyntaxError('no JSON');
  };
  const read = (path: readonly Step[], first: string | undefined): unknown => {
    if (first === undefined || path.length > MAX_DEPTH) return fail();
    lines.set(keyOf(path), lineAt(starts, end - 1));
    if (first === '{') return readObject(path);
    if (first === '[') return readArray(path);
    return token?.[1] === undefined ? JSON.parse(first) : fail();
  };
  const readObject = (path: readonly Step[]): unknown => {
    const entries: [string, unknown][] = [];
    let name = next();
    if (name === '}') return {};
    for (;;) {
      if (!name?.startsWith('"')) return fail();
      const key = JSON.parse(name) as string;
      if (next() !== ':') return fail();
      entries.push([key, read([...path, key], next())]);
      const after = next();
      // Not by assignment: `__proto__` is a key like any other.
      if (after === '}') return Object.fromEntries(entries);
      if (after !== ',') return fail();
      name = next();
    }
  };
  const readArray = (path: readonly Step[]): unknown => {
    const items: unknown[] = [];
    let item = next();
    if (item === ']') return items;
    for (;;) {
      items.push(read([...path, items.length], item));
      const after = next();
      if (after === ']') return items;
      if (after !== ',') return fail();
      item = next();
    }
  };

  try {
    const value = read([], next());
    if (!/^[ \t\n\r]*$/.test(text.slice(end))) fail();
    return { value, lineOf: (path) => nearest(lines, path) };
  } catch {
    return { brokenAt: lineAt(starts, text.length - text.slice(end).trimStart().length) };
  }
}

function nearest(lines: ReadonlyMap<string, number>, path: readonly Step[]): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return lines.get(keyOf([])) ?? 1;
}

function keyOf(path: readonly Step[]): string {
  return JSON.stringify(path);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  return starts;
}

// The line that holds an offset: how many lines begin at it or before.
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
