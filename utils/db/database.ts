import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  Fact,
  Feedback,
  FollowUp,
  Goal,
  HandleRow,
  Lesson,
  NeverLog,
  Note,
  Person,
  Review,
  Row,
  Setting,
  Snooze,
  StageMove,
  Support,
  Touchpoint,
} from '../domain/types.ts';
import type { JournalEntry } from './journal.ts';
import { defineVersions } from './versions.ts';

/** Text typed into a form that is not saved yet. Not journaled: it is the form's memory, not the user's data. */
export interface Draft {
  readonly id: string;
  readonly value: string;
  readonly updatedAt: number;
}

/** A user's own playbook: data in the shape of utils/playbooks. */
export interface PlaybookRow extends Row {
  readonly data: unknown;
}

/** The tables that are written through the door (db/write) and so are journaled. */
export interface Tables {
  people: Person;
  handles: HandleRow;
  touchpoints: Touchpoint;
  goals: Goal;
  notes: Note;
  facts: Fact;
  support: Support;
  feedback: Feedback;
  lessons: Lesson;
  reviews: Review;
  followUps: FollowUp;
  snoozes: Snooze;
  stageMoves: StageMove;
  neverLog: NeverLog;
  settings: Setting;
  playbooks: PlaybookRow;
}

/** The name of a journaled table. */
export type TableName = keyof Tables;

/** Kith's database: every journaled table, the journal and the drafts. */
export type KithDb = Dexie & { [K in TableName]: Table<Tables[K], string> } & {
  journal: EntityTable<JournalEntry, 'seq'>;
  drafts: EntityTable<Draft, 'id'>;
};

/** Opens (lazily, at the first query) the database `name` in this origin's IndexedDB. */
export function openDatabase(name = 'kith'): KithDb {
  const db = new Dexie(name) as KithDb;
  defineVersions(db);
  return db;
}
