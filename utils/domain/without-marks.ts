// What begins a line: a heading, a quotation, an item of a list with its box.
const LINE = /^[ \t]*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ x]\][ \t]+)?)+/gim;
// The words of a link or a picture, without where it leads.
const LINK = /!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g;
// Around words; underscores within one are a part of it: `snake_case`. No sentence is longer, and none is looked at for longer.
const STARS = /(\*{1,3}|~~|`+)(?=[^\s*~`])(.{1,300}?)(?<=[^\s*~`])\1/g;
const UNDERSCORES = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])(.{1,300}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu;

/** Markdown as it reads once it is shown, on the lines that it has: for a line of it in a list. What is no mark stays. */
export function withoutMarks(markdown: string): string {
  const within = (text: string) => text.replace(STARS, '$2').replace(UNDERSCORES, '$2');
  // What is bold may have something in it.
  return within(within(markdown.replace(LINE, '').replace(LINK, '$1')));
}
