/** A page has many more texts than it has different ones of a kind; past so many, they are forgotten. */
const MANY = 1000;

/** Reads something of each text once: pages show the same few again and again. */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (!answers.has(text)) {
      if (answers.size >= MANY) answers.clear();
      answers.set(text, read(text));
    }
    return answers.get(text) as T; // It has just been set.
  };
}
