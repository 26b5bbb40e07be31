/** Whether a line (a subject, a summary) asks something: a question mark of any script that is not part of a link. */
export function asksSomething(text = ''): boolean {
  return /[?？؟⸮]/u.test(text.replace(/https?:\/\/\S+/g, ''));
}
