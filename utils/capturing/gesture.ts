import type { KithDb } from '../db/database.ts';
import { saveNote } from '../db/practice.ts';
import { type Recognised, recognise } from '../db/recognise.ts';
import { touchpointOf } from '../db/timeline.ts';
import { logTouchpoints } from '../db/touchpoints.ts';
import type { Person } from '../domain/types.ts';
import { worthLogging } from '../domain/worth-logging.ts';
import { framesOf } from '../messaging/frames.ts';
import { union } from '../sites/union.ts';

/** What became of a gesture outside of the panel: done, nobody known is on the page, or nothing is left to log. */
export type Gesture = 'done' | 'nobody' | 'nothing';

/** Logs what a tab shows with the person it is about: the newest that counts and is not logged yet. */
export async function logShown(db: KithDb, tabId: number): Promise<Gesture> {
  const { found, site } = await whoIsOn(db, tabId);
  if (!found?.person) return 'nobody';
  const { person, sighting } = found;
  const rows = await Promise.all(sighting.touchpoints.map((seen) => touchpointOf(db, seen)));
  const logged = new Set(
    sighting.touchpoints.flatMap(({ sourceKey }, index) =>
      rows[index]?.personIds.includes(person.id) ? [sourceKey] : [],
    ),
  );
  const [newest] = worthLogging(sighting.touchpoints, logged, sighting.automated, Date.now());
  if (!newest) return 'nothing';
  await logTouchpoints(db, [{ ...newest, personIds: [person.id], site }], newest.subject);
  return 'done';
}

/** Keeps a text that the user selected as a note about the person the tab is about, with its source. */
export async function noteSelection(
  db: KithDb,
  tabId: number,
  selected: { readonly text: string; readonly title: string | undefined; readonly url: string | undefined },
): Promise<Gesture> {
  const person = (await whoIsOn(db, tabId)).found?.person;
  if (!person || selected.text.trim() === '') return 'nobody';
  const body = quoted(selected.text);
  const { title: sourceTitle, url: sourceLink } = selected;
  const note = { id: crypto.randomUUID(), personId: person.id, body, sourceTitle, sourceLink };
  await saveNote(db, note, crypto.randomUUID());
  return 'done';
}

/** The longest quote that is kept. */
const LONGEST_QUOTE = 5000;

/** A text as a Markdown quote. */
export function quoted(text: string): string {
  const lines = text.trim().slice(0, LONGEST_QUOTE).split(/\r?\n/);
  return lines.map((line) => `> ${line.trim()}`.trimEnd()).join('\n');
}

async function whoIsOn(
  db: KithDb,
  tabId: number,
): Promise<{ found: (Recognised & { person?: Person }) | undefined; site: string | undefined }> {
  const { sightings, site } = union((await framesOf(tabId)).flatMap(({ reading }) => reading ?? []));
  const known = (await recognise(db, sightings)).filter(({ person }) => person !== undefined);
  // Somebody who is merely listed among others is a choice, which only the panel can offer.
  const found = known.find(({ sighting }) => sighting.role !== 'listed' || sightings.length === 1);
  return { found, site };
}
