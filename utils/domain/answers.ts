import { foldText, isAttribution, type Line, linesOf } from './answers/lines.ts';
import { type Marker, markByNumber, markByText } from './answers/markers.ts';

/** A question of the questionnaire and what was answered; empty when nothing was. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

/** A pasted reply, taken apart. Nothing of it is lost: each line is a question, in an answer, or in `rest`. */
export interface SplitAnswers {
  /** Every question, in order. */
  readonly answers: readonly Answer[];
  /** What matched no question, as it was pasted: greetings, signatures, the quoted mail. */
  readonly rest: string;
}

/** What is pasted beyond this many characters goes to `rest` unread. */
const MAX_PASTED = 200_000;

/**
 * Takes a reply to a questionnaire apart. Questions are found by their words (also quoted, wrapped over lines, cut
 * short or with other punctuation), else by their numbers ("1.", "2)", "3、", "Q4:", "第5题"); whichever finds more
 * answers counts. `frame` holds other texts of the questionnaire (intro, closing) that are answers to nothing.
 */
export function splitAnswers(
  questions: readonly string[],
  pasted: string,
  frame: readonly string[] = [],
): SplitAnswers {
  const lines = linesOf(pasted.slice(0, MAX_PASTED));
  const beyond = pasted.slice(MAX_PASTED);
  const texts = [...questions, ...frame].map(foldText);
  const original = lines.findIndex(({ text }) => isAttribution(text));
  const above = original === -1 ? lines : lines.slice(0, original);
  const below = lines.slice(above.length);
  // Answers above the mail they answer, which repeats the questions below; else answers written into that mail.
  const apart = read(above, below, texts, questions.length);
  const best = apart.found > 0 ? apart : read(lines, [], texts, questions.length);
  const rest = best.found === 0 ? pasted : [joined(best.rest), beyond].filter(Boolean).join('\n');
  return {
    answers: questions.map((question, index) => ({
      question,
      answer: best.found === 0 ? '' : joined(best.answers[index] ?? []),
    })),
    rest,
  };
}

interface Collected {
  readonly found: number;
  readonly answers: readonly (readonly string[])[];
  readonly rest: readonly string[];
}

// By words or by numbers, whichever finds more; by words when they find as much.
function read(
  lines: readonly Line[],
  below: readonly Line[],
  texts: readonly string[],
  count: number,
): Collected {
  const byText = collect(count, markByText(lines, texts), lines, below);
  const byNumber = collect(count, markByNumber(lines, texts.slice(0, count)), lines, below);
  return byNumber.found > byText.found ? byNumber : byText;
}

function collect(
  count: number,
  markers: ReadonlyMap<number, Marker>,
  lines: readonly Line[],
  below: readonly Line[],
): Collected {
  const answers: string[][] = Array.from({ length: count }, () => []);
  const rest: string[] = [];
  let current: Marker | undefined;
  lines.forEach((line, index) => {
    const marker = markers.get(index);
    if (marker) {
      current = marker;
      const to = answers[marker.question];
      if (to === undefined) {
        rest.push(line.raw);
        return;
      }
      // What stood before is an answer given elsewhere in the reply: a paragraph of its own.
      if (to.length > 0) to.push('');
      if (marker.answer !== '') to.push(marker.answer);
      return;
    }
    const to = current && answers[current.question];
    // Quoted at least as deep as the question: words of the questionnaire, or of an older mail.
    const theirs = current !== undefined && line.depth > 0 && line.depth >= current.depth;
    if (line.text !== '' && isAttribution(line.text)) {
      current = undefined;
      rest.push(line.raw);
    } else if (to === undefined || theirs) rest.push(line.raw);
    else to.push(line.text);
  });
  const found = answers.filter((answer) => joined(answer) !== '').length;
  return { found, answers, rest: [...rest, ...below.map(({ raw }) => raw)] };
}

function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n|\s+$/g, '')
    .trim();
}
