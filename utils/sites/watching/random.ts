/** A random key; `crypto.randomUUID` is not there on a webmail without https. */
export function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
