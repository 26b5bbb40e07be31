// Runs in a page of the extension: the project's own database code, for tests that begin with a past.
import { snooze, stopReason } from '../../utils/db/answers.ts';
import { bulkEdit } from '../../utils/db/bulk.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { dayPlanned } from '../../utils/db/day.ts';
import { addEntry } from '../../utils/db/entries.ts';
import { addLesson } from '../../utils/db/lessons.ts';
import { nudgesOn } from '../../utils/db/nudges.ts';
import { addPerson, editPerson, moveStage } from '../../utils/db/people.ts';
import { addFollowUp, addGoal, saveNote } from '../../utils/db/practice.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { findPeople } from '../../utils/db/search.ts';
import { logTouchpoints } from '../../utils/db/touchpoints.ts';
import { write } from '../../utils/db/write.ts';
import { addDays, dayOf, noonOf } from '../../utils/domain/days.ts';

const inside = {
  addEntry,
  db: openDatabase(),
  addPerson,
  editPerson,
  moveStage,
  addGoal,
  addFollowUp,
  addLesson,
  saveNote,
  logTouchpoints,
  setPreference,
  nudgesOn,
  dayPlanned,
  snooze,
  stopReason,
  write,
  bulkEdit,
  findPeople,
  addDays,
  dayOf,
  noonOf,
};

/** What tests may call in a page, see `withPast`. */
export type Inside = typeof inside;

(globalThis as unknown as { kithInside: Inside }).kithInside = inside;
