import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Touchpoint } from '../../../utils/domain/types.ts';
import { shortDay } from '../../format.ts';
import { TouchpointLine } from '../TouchpointLine.tsx';

/** So many rows are shown at once. */
const MOST = 50;

/** A number that opens the touchpoints it came from. */
export function Sources(props: {
  text: string;
  ids: readonly string[];
  touchpoints: ReadonlyMap<string, Touchpoint>;
  name: string;
  language: string;
}) {
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const id = useId();
  const rows = props.ids.flatMap((one) => props.touchpoints.get(one) ?? []).reverse();
  // What it came from is no touchpoint (a goal, a promise): it stands elsewhere on this screen.
  if (rows.length === 0) return <span>{props.text}</span>;
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
          {rows.slice(0, all ? rows.length : MOST).map((touchpoint) => (
            <li key={touchpoint.id}>
              <time class="soft" dateTime={touchpoint.day}>
                {shortDay(touchpoint.day, props.language)}
              </time>{' '}
              <TouchpointLine touchpoint={touchpoint} name={props.name} />
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
