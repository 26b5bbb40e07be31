import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Board, BoardPerson } from '../../utils/db/board.ts';
import { moveStage } from '../../utils/db/people.ts';
import { type Day, STAGES, type Stage } from '../../utils/domain/types.ts';
import { useCardDrag } from '../hooks/useCardDrag.ts';
import { useKith } from '../kith.ts';
import { BoardCard } from '../parts/board/BoardCard.tsx';
import { firstsOf } from '../screens/firstsOf.ts';
import { BoardFilter } from './BoardFilter.tsx';
import { columnsOf, type Filter } from './columns.ts';

/** How many cards a column shows at first, and how many more each time. */
export const COLUMN_STEP = 100;

const NONE = Object.fromEntries(STAGES.map((stage) => [stage, COLUMN_STEP])) as Record<Stage, number>;

/** The stages as columns, people as cards that can be dragged, or moved with the arrow keys. */
export function StageBoard(props: {
  board: Board;
  today: Day;
  /** The person who is open beside the board. */
  chosen: string | undefined;
  onPerson: (id: string) => void;
}) {
  const { db, act, language } = useKith();
  const { board, today } = props;
  const [filter, setFilter] = useState<Filter>({});
  const [limits, setLimits] = useState(NONE);
  const [said, setSaid] = useState('');
  // Narrow pages show one column.
  const [front, setFront] = useState<Stage>('establish');
  const columns = useMemo(() => columnsOf(board.people.values(), filter), [board, filter]);

  const focused = useRef<string | undefined>(undefined);
  const move = async (id: string, to: string) => {
    const person = board.people.get(id);
    const stage = STAGES.find((one) => one === to);
    if (!person || !stage || person.stage === stage) return;
    const moved = await act('moveStage', async () =>
      moveStage(db, id, stage, { firsts: await firstsOf(db, person.playbook, language) }),
    );
    if (!moved) return;
    setSaid(i18n.t('boardMoved', [person.name, i18n.t(`stage_${stage}`)]));
    setFront((before) => (before === person.stage && focused.current === id ? stage : before));
  };
  const dragging = useCardDrag((id, to) => void move(id, to));

  // A card that went to another column is another element: the keyboard goes on where the card is.
  useLayoutEffect(() => {
    if (focused.current === undefined || document.activeElement !== document.body) return;
    cardButton(dragging.current, focused.current)?.focus();
  }, [columns, front]);

  const pressed = (event: KeyboardEvent) => {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>('[data-card]');
    const id = card ? card.dataset['card'] : undefined;
    const person = id ? board.people.get(id) : undefined;
    if (!card || !person || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const to = step && STAGES[STAGES.indexOf(person.stage) + step];
    if (to) void move(person.id, to);
    const next = { ArrowUp: card.previousElementSibling, ArrowDown: card.nextElementSibling }[event.key];
    if (next instanceof HTMLElement) next.querySelector('button')?.focus();
    if (step || next !== undefined) event.preventDefault();
  };

  return (
    <>
      <BoardFilter people={board.people} filter={filter} onFilter={setFilter} />
      <p id="board-keys" class="soft label">
        {i18n.t('boardKeys')}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the cards inside, which are buttons */}
      <div
        ref={dragging}
        class="board"
        onKeyDown={pressed}
        onFocusIn={(event) => {
          focused.current = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset['card'];
        }}
      >
        <fieldset class="board-tabs" aria-label={i18n.t('stage')}>
          {STAGES.map((stage) => (
            <button
              key={stage}
              type="button"
              data-drop={stage}
              aria-pressed={stage === front}
              onClick={() => setFront(stage)}
            >
              {i18n.t(`stage_${stage}`)} <span class="soft">{counted(columns[stage].length, language)}</span>
            </button>
          ))}
        </fieldset>
        {STAGES.map((stage) => (
          <Column
            key={stage}
            stage={stage}
            people={columns[stage]}
            limit={limits[stage]}
            keep={focused.current}
            front={stage === front}
            today={today}
            language={language}
            chosen={props.chosen}
            onPerson={props.onPerson}
            onMore={() => setLimits({ ...limits, [stage]: limits[stage] + COLUMN_STEP })}
          />
        ))}
      </div>
      <p class="sr-only" role="status">
        {said}
      </p>
    </>
  );
}

function Column(props: {
  stage: Stage;
  people: readonly BoardPerson[];
  limit: number;
  /** Is shown even beyond the limit: the card that has the focus. */
  keep: string | undefined;
  front: boolean;
  today: Day;
  language: string;
  chosen: string | undefined;
  onPerson: (id: string) => void;
  onMore: () => void;
}) {
  const { stage, people, limit } = props;
  const shown = people.slice(0, limit);
  const kept = people.slice(limit).find(({ id }) => id === props.keep);
  const id = `stage-${stage}`;
  return (
    <section aria-labelledby={id} data-drop={stage} class={props.front ? 'column front' : 'column'}>
      <h2 id={id} title={i18n.t(`stage_${stage}_hint`)}>
        {i18n.t(`stage_${stage}`)} <span class="soft">{counted(people.length, props.language)}</span>
      </h2>
      {people.length === 0 && <p class="soft label">{i18n.t('boardEmpty')}</p>}
      <ul>
        {[...shown, ...(kept ? [kept] : [])].map((person) => (
          <BoardCard
            key={person.id}
            person={person}
            today={props.today}
            language={props.language}
            chosen={person.id === props.chosen}
            onOpen={() => props.onPerson(person.id)}
          />
        ))}
      </ul>
      {people.length > limit && (
        <button type="button" class="plain wide" onClick={props.onMore}>
          {i18n.t('boardMore', [counted(people.length - limit, props.language)])}
        </button>
      )}
    </section>
  );
}

function cardButton(inside: Element | null, id: string): HTMLElement | undefined {
  return inside?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] button`) ?? undefined;
}

function counted(count: number, language: string): string {
  return count.toLocaleString(language);
}
