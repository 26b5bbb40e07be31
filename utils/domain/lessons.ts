import { fold } from './fold.ts';
import type { Lesson, Person } from './types.ts';

const MOST_TAGS = 20;
const LONGEST_TAG = 50;

/** What tags are the same by: `Pilot` and `pilot ` are. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').trim().toLowerCase();
}

/** The tags in a line: apart by commas of any script, each once, at most 20 of 50 characters. */
export function parseTags(line: string): string[] {
  const tags = new Map<string, string>();
  for (const part of line.split(/[,，、;；\n]/u)) {
    const tag = part
      .replace(/^[\s#＃]+/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TAG);
    if (tag !== '' && !tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  }
  return [...tags.values()].slice(0, MOST_TAGS);
}

/** Why a lesson is shown for a person. */
export interface LessonWhy {
  /** It was learned with this person. */
  readonly own: boolean;
  /** Tags of the lesson that the person has, too, as the lesson writes them. */
  readonly tags: readonly string[];
  /** It was learned with somebody of the same playbook. */
  readonly playbook: boolean;
}

/** Whether a lesson, learned with `from`, is worth showing for a person, and why; nothing when it is not. */
export function lessonWhy(
  lesson: Pick<Lesson, 'personId' | 'tags'>,
  from: Pick<Person, 'playbook'> | undefined,
  person: Pick<Person, 'id' | 'tags' | 'playbook'>,
): LessonWhy | undefined {
  const own = lesson.personId === person.id;
  const theirs = new Set(person.tags.map(tagKey));
  const tags = lesson.tags.filter((tag) => theirs.has(tagKey(tag)));
  const playbook = !own && person.playbook !== undefined && from?.playbook === person.playbook;
  return own || tags.length > 0 || playbook ? { own, tags, playbook } : undefined;
}

/** Whether a lesson has every word of a query and every tag. */
export function lessonMatches(
  lesson: Pick<Lesson, 'text' | 'tags'>,
  name: string | undefined,
  query: string,
  tags: readonly string[],
): boolean {
  const text = fold([lesson.text, ...lesson.tags, name ?? ''].join(' '));
  const has = new Set(lesson.tags.map(tagKey));
  return (
    fold(query)
      .split(/\s+/)
      .every((word) => text.includes(word)) && tags.every((tag) => has.has(tagKey(tag)))
  );
}
