import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Day, Touchpoint } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';
import { TouchpointLine } from '../TouchpointLine.tsx';

/** So many rows are shown at once. */
const MOST = 50;

/** What a number may come from beside touchpoints: support, a promise, a goal, a review, a change. */
export interface SourceRow {
  readonly day: Day;
  readonly text: string;
  /** Opens it, where it has a screen of its own: a review. */
  readonly onOpen?: (() => void) | undefined;
}

/** A number that opens what it came from: touchpoints, or the rows given. */
export function Sources(props: {
  text: string;
  ids: readonly string[];
  touchpoints: ReadonlyMap<string, Touchpoint>;
  rows?: ReadonlyMap<string, SourceRow> | undefined;
  name: string;
  language: string;
}) {
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const id = useId();
  const known = (one: string) => props.rows?.has(one) || props.touchpoints.has(one);
  // None of something: there is nothing to open.
  if (!props.ids.some(known)) return <span>{props.text}</span>;
  // Thousands of rows may be behind a number that nobody opens.
  const rows = open
    ? props.ids
        .flatMap((one): (Touchpoint | (SourceRow & { id: string }))[] => {
          const row = props.rows?.get(one);
          return row ? [{ ...row, id: one }] : [props.touchpoints.get(one) ?? []].flat();
        })
        .reverse()
    : [];
  return (
    <>
      <button
        type="button"
        class="number"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {props.text}
      </button>
      {open && (
        <ul class="sources" id={id}>
          {rows.slice(0, all ? rows.length : MOST).map((row) => (
            <li key={row.id}>
              <time class="soft" dateTime={row.day}>
                {shortDay(row.day, props.language)}
              </time>{' '}
              {'channel' in row ? (
                <TouchpointLine touchpoint={row} name={props.name} />
              ) : row.onOpen ? (
                <button type="button" class="link" onClick={row.onOpen}>
                  {row.text}
                </button>
              ) : (
                row.text
              )}
            </li>
          ))}
          {!all && rows.length > MOST && (
            <li>
              <button type="button" class="link" onClick={() => setAll(true)}>
                {i18n.t('showAll', [String(rows.length)])}
              </button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
