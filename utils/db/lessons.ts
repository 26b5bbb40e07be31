import { type LessonWhy, lessonMatches, lessonWhy, tagKey } from '../domain/lessons.ts';
import type { Lesson, Person } from '../domain/types.ts';
import type { KithDb } from './database.ts';
import { isLive } from './lookup.ts';
import { write } from './write.ts';

/** A lesson and with whom it was learned, where that is known and they are still in Kith. */
export interface PersonLesson {
  readonly lesson: Lesson;
  readonly person: Person | undefined;
}

/** A lesson as the user writes it. */
export interface WrittenLesson {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Stores a lesson, of nobody in particular unless `personId` says with whom it was learned. Returns the batch for undo. */
export async function addLesson(db: KithDb, lesson: WrittenLesson & { readonly personId?: string }) {
  const action = { label: 'addLesson', about: lesson.text.slice(0, 60) } as const;
  return (await write(db, action, (writer) => writer.insert('lessons', lesson))).batch;
}

/** Changes a lesson's words or tags. */
export async function editLesson(db: KithDb, lesson: Lesson, changes: WrittenLesson): Promise<string> {
  const action = { label: 'editLesson', about: lesson.text.slice(0, 60) } as const;
  const { text, tags } = changes;
  return (await write(db, action, (writer) => writer.update('lessons', lesson.id, { text, tags }))).batch;
}

/** Deletes a lesson. */
export async function deleteLesson(db: KithDb, lesson: Lesson): Promise<string> {
  const action = { label: 'deleteLesson', about: lesson.text.slice(0, 60) } as const;
  return (await write(db, action, (writer) => writer.remove('lessons', lesson.id))).batch;
}

/** What of the lessons is looked for. */
export interface LessonQuery {
  readonly query: string;
  /** All of them. */
  readonly tags: readonly string[];
  readonly personId?: string | undefined;
  readonly limit: number;
}

/** The lessons that were found. */
export interface FoundLessons {
  readonly lessons: readonly PersonLesson[];
  /** How many match. */
  readonly total: number;
  /** How many there are at all. */
  readonly all: number;
  /** Every tag, the most used first, with how many lessons have it. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** With whom lessons were learned, by name. */
  readonly people: readonly Person[];
}

/** Looks lessons up, newest first. All are read: nobody writes so many that this could be felt. */
export async function findLessons(db: KithDb, wanted: LessonQuery): Promise<FoundLessons> {
  const all = await withPeople(db);
  const tags = new Map<string, { tag: string; count: number }>();
  for (const { lesson } of all)
    for (const tag of lesson.tags) {
      const known = tags.get(tagKey(tag));
      if (known) known.count++;
      else tags.set(tagKey(tag), { tag, count: 1 });
    }
  const found = all.filter(
    ({ lesson, person }) =>
      (wanted.personId === undefined || lesson.personId === wanted.personId) &&
      lessonMatches(lesson, person?.name, wanted.query, wanted.tags),
  );
  const people = new Map(all.flatMap(({ person }) => (person ? [[person.id, person]] : [])));
  return {
    lessons: found.slice(0, wanted.limit),
    total: found.length,
    all: all.length,
    tags: [...tags.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)),
    people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** A lesson that is worth a look for a person, and why. */
export interface LessonFor extends PersonLesson {
  readonly why: LessonWhy;
}

/**
 * The lessons for a person: their own, newest first, then those learned with others that share tags, the most first, then those
 * of the same playbook.
 */
export async function lessonsFor(
  db: KithDb,
  person: Pick<Person, 'id' | 'tags' | 'playbook'>,
): Promise<LessonFor[]> {
  const found = (await withPeople(db)).flatMap((one) => {
    const why = lessonWhy(one.lesson, one.person, person);
    return why ? [{ ...one, why }] : [];
  });
  const rank = ({ why }: LessonFor) => (why.own ? 1000 : 0) + why.tags.length * 2 + (why.playbook ? 1 : 0);
  // Sorting is stable: newest first among equals.
  return found.sort((a, b) => rank(b) - rank(a));
}

async function withPeople(db: KithDb): Promise<PersonLesson[]> {
  return db.transaction('r', [db.lessons, db.people], async () => {
    const lessons = (await db.lessons.toArray()).filter(isLive).sort((a, b) => b.createdAt - a.createdAt);
    const ids = [...new Set(lessons.flatMap(({ personId }) => personId ?? []))];
    const people = new Map(
      (await db.people.bulkGet(ids)).flatMap((person) =>
        person && isLive(person) ? [[person.id, person]] : [],
      ),
    );
    return lessons.map((lesson) => ({
      lesson,
      person: lesson.personId === undefined ? undefined : people.get(lesson.personId),
    }));
  });
}
