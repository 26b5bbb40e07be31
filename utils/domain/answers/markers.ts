import { foldText, type Line } from './lines.ts';

/** A line that is (part of) a question, or a number that stands for one. */
export interface Marker {
  /** Which question, from 0; beyond the last one it is a text of the frame, and nothing after it is an answer. */
  readonly question: number;
  /** How deep the question is quoted; 0 for a number, which the answerer wrote. */
  readonly depth: number;
  /** What follows on the same line. */
  readonly answer: string;
}

// 1. 1) 1、 (1) （1） 1： Q1: Q1 A1. Question 1: 问题1： 第1题： 答1：
const NUMBERED =
  /^(?:[(（]\s*([\d０-９]{1,2})\s*[)）]\s*[.、:：]?|(?:q|a|question|answer|no\.?)\s*(\d{1,2})\s*[.)、:：\]-]?(?=\s|$|[^\d\w])|(?:问题|问|答案|答)\s*([\d０-９]{1,2})\s*[.)、:：．）]?|第\s*([\d０-９]{1,2})\s*[题问]\s*[.、:：]?|([\d０-９]{1,2})\s*(?:[.)](?!\d)|[、:：．）](?!\d\d)))\s*/iu;

// A prefix of a question has to be this long to mean it: in letters, a Chinese one counting as two.
const LEAST = 12;

/** Reads a number at the start of a line: the question's place from 0, and what follows. */
export function readNumber(text: string): { readonly question: number; readonly rest: string } | undefined {
  const match = NUMBERED.exec(text);
  const digits = match?.slice(1).find((group) => group !== undefined);
  return match && digits !== undefined
    ? { question: Number(digits.normalize('NFKC')) - 1, rest: text.slice(match[0].length) }
    : undefined;
}

/**
 * Finds the questions by their words (`texts` are folded, see `foldText`). A wrapped question is as many markers as
 * lines.
 */
export function markByText(lines: readonly Line[], texts: readonly string[]): Map<number, Marker> {
  const markers = new Map<number, Marker>();
  for (let index = 0; index < lines.length; index++) {
    const found = questionAt(lines, index, texts);
    if (!found) continue;
    const { question, count, answer } = found;
    const depth = lines[index]?.depth ?? 0;
    for (let offset = 0; offset < count; offset++) {
      markers.set(index + offset, { question, depth, answer: offset === count - 1 ? answer : '' });
    }
    index += count - 1;
  }
  return markers;
}

/**
 * Finds answers by their numbers, in rising order; a list within an answer is indented, or its numbers do not rise. The
 * question itself behind its number is no answer.
 */
export function markByNumber(lines: readonly Line[], texts: readonly string[]): Map<number, Marker> {
  const markers = new Map<number, Marker>();
  let last = -1;
  let indent: number | undefined;
  lines.forEach((line, index) => {
    const read = line.depth === 0 ? readNumber(line.text) : undefined;
    if (!read || read.question <= last || read.question >= texts.length) return;
    if (indent !== undefined && line.indent > indent) return;
    indent ??= line.indent;
    last = read.question;
    const text = texts[read.question] as string;
    const asked = text !== '' && foldText(read.rest).startsWith(text);
    const answer = asked ? after(read.rest, text) : read.rest.trim();
    markers.set(index, { question: read.question, depth: 0, answer });
  });
  return markers;
}

interface Found {
  readonly question: number;
  /** How many lines the question takes. */
  readonly count: number;
  readonly answer: string;
}

function questionAt(lines: readonly Line[], index: number, texts: readonly string[]): Found | undefined {
  const line = lines[index];
  if (!line || line.text === '') return undefined;
  const numbered = readNumber(line.text);
  // With its number or without: a question may begin with one of its own.
  for (const start of numbered ? [numbered.rest, line.text] : [line.text]) {
    const folded = foldText(start);
    if (folded === '') continue;
    const question = texts.findIndex(
      (text) => text !== '' && (folded.startsWith(text) || begins(text, folded)),
    );
    if (question === -1) continue;
    const text = texts[question] as string;
    if (folded.startsWith(text)) return { question, count: 1, answer: after(start, text) };
    return { question, ...wrapped(lines, index, folded, text) };
  }
  return undefined;
}

// A question that goes on in the next lines, or was cut short in this one.
function wrapped(
  lines: readonly Line[],
  index: number,
  start: string,
  text: string,
): Omit<Found, 'question'> {
  let folded = start;
  let count = 1;
  for (
    let next = lines[index + count];
    next && next.depth === lines[index]?.depth;
    next = lines[index + count]
  ) {
    const more = foldText(next.text);
    if (more === '') break;
    if ((folded + more).startsWith(text)) {
      const left = text.slice(folded.length);
      return left === '' ? { count, answer: '' } : { count: count + 1, answer: after(next.text, left) };
    }
    if (!text.startsWith(folded + more)) break;
    folded += more;
    count++;
  }
  return { count, answer: '' };
}

function begins(text: string, folded: string): boolean {
  if (!text.startsWith(folded)) return false;
  const han = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  return folded.length + han >= Math.min(LEAST, text.length);
}

// What is left of a line after as many of its characters as fold to `text`.
function after(line: string, text: string): string {
  let folded = '';
  let end = 0;
  for (const char of line) {
    if (folded.length >= text.length) break;
    folded += foldText(char);
    end += char.length;
  }
  return line
    .slice(end)
    .replace(/^[\s?？.。:：!！*_)）"'”’-]+/u, '')
    .trim();
}
