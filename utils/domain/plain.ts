/** Whether a text has only printable ASCII characters. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/**
 * Of two ways to say the same, the one for texts of plain ASCII or the one for all others. Browsers make 10 to 25 kB of machine
 * code of an expression with a Unicode class (`\p{L}`), in every page whose reader runs it, and take up to milliseconds to make it:
 * most pages never have to.
 */
export function fitting(text: string, plain: RegExp, any: () => RegExp): RegExp {
  return isPlain(text) ? plain : any();
}

/** Whether a text has letters, in whatever script. */
export function hasLetters(text: string): boolean {
  return fitting(text, /[a-z]/i, () => /\p{L}/u).test(text);
}
