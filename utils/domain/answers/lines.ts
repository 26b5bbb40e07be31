/** A line of a pasted reply. */
export interface Line {
  /** As it was pasted. */
  readonly raw: string;
  /** Without quote marks, trimmed. */
  readonly text: string;
  /** How deep it is quoted, counted from the least quoted line that has words. */
  readonly depth: number;
  /** Spaces before its text. */
  readonly indent: number;
}

const QUOTED = /^\s*(?:[>＞|│]\s?)+/;

// How mail programs introduce the mail that is answered. Said of whole lines only.
const ATTRIBUTION =
  /^(?:on\s.*\d.*<[^<>\s]+@[^<>\s]+>|(?:.+\s)?wrote:|-{2,}\s*original message\s*-{2,}|-{2,}\s*forwarded message\s*-{2,}|(?:from|sent|subject):\s.+|(?:(?:在|.+[于於]).+)?(?:写道|寫道)[:：]|-{2,}\s*(?:原始邮件|原始郵件|转发的邮件)\s*-{2,}|(?:发件人|寄件者|发送时间|收件人|主题)[:：].*)$/iu;

/** Takes a text into lines, each with its depth of quoting. What is quoted throughout is quoted nowhere. */
export function linesOf(pasted: string): Line[] {
  const lines = pasted.split(/\r\n|[\n\r\u2028\u2029]/u).map((raw) => {
    const quote = QUOTED.exec(raw)?.[0] ?? '';
    const text = raw.slice(quote.length);
    return {
      raw,
      text: text.trim(),
      depth: [...quote].filter((char) => />|＞|\||│/.test(char)).length,
      indent: text.length - text.trimStart().length,
    };
  });
  const least = lines.reduce((min, { text, depth }) => (text === '' ? min : Math.min(min, depth)), 99);
  return lines.map((line) => ({ ...line, depth: Math.max(0, line.depth - least) }));
}

/** Whether a line introduces the mail that is being answered. */
export function isAttribution(text: string): boolean {
  return text.length < 400 && ATTRIBUTION.test(text);
}

/** A text as it is compared: its letters and digits alone, in one case. */
export function foldText(text: string): string {
  return text
    .slice(0, 2000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
