import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { type Kith, KithContext } from '../../components/kith.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { problemOf } from '../../utils/db/problems.ts';
import { freshDb } from '../db/setup.ts';

/** What a rendered screen did: the batches that can be undone and the problems the user was told of. */
export interface Stage {
  readonly db: KithDb;
  readonly done: string[];
  readonly problems: string[];
  /** The places that were gone to. */
  readonly opened: string[];
}

/** Renders parts or screens as App does, over a real database; `act` notes what happened. */
export function show(children: ComponentChildren, db: KithDb = freshDb()): Stage & ReturnType<typeof render> {
  const stage: Stage = { db, done: [], problems: [], opened: [] };
  const act: Kith['act'] = async (label, work) => {
    try {
      if ((await work()) !== undefined) stage.done.push(label);
      return true;
    } catch (error) {
      stage.problems.push(problemOf(error));
      return false;
    }
  };
  const kith: Kith = { open: (place) => void stage.opened.push(place), db, language: 'en', act };
  return { ...stage, ...render(<KithContext.Provider value={kith}>{children}</KithContext.Provider>) };
}
