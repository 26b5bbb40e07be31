// What the board of the dashboard costs; called in bench.html by inside.ts.
import { columnsOf } from '../../components/dashboard/columns.ts';
import { boardOf, boardSince } from '../../utils/db/board.ts';
import type { KithDb } from '../../utils/db/database.ts';
import { moveStage } from '../../utils/db/people.ts';
import { STAGES } from '../../utils/domain/types.ts';

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const from = performance.now();
  const result = await work();
  return { ms: performance.now() - from, result };
}

/** Everybody's standing read, sorted into columns, and read again after one person moved (ms each). */
export async function boardTimes(db: KithDb, times: number) {
  const whole: number[] = [];
  const columns: number[] = [];
  const one: number[] = [];
  let board = await boardOf(db);
  for (let time = 0; time < times; time += 1) {
    const read = await timed(() => boardOf(db));
    board = read.result;
    whole.push(read.ms);
    columns.push((await timed(() => columnsOf(board.people.values(), {}))).ms);
    const person = [...board.people.values()][time * 7];
    if (!person) throw new Error('too few people');
    const to = STAGES[(STAGES.indexOf(person.stage) + 1) % STAGES.length] ?? 'establish';
    await moveStage(db, person.id, to);
    const again = await timed(() => boardSince(db, board));
    if (again.result.people.get(person.id)?.stage !== to) throw new Error('the move is not on the board');
    one.push(again.ms);
    board = again.result;
  }
  return { whole, columns, one, people: board.people.size };
}
