/** A name with hyphens as a part of a string's key, in which browsers accept none. */
export type Key<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Key<B>}` : S;

/** `goals-next` as `goals_next`. */
export function keyOf<S extends string>(name: S): Key<S> {
  return name.replaceAll('-', '_') as Key<S>; // what the type says, letter by letter
}
