import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { timeline } from '../../utils/db/timeline.ts';
import type { Touchpoint } from '../../utils/domain/types.ts';
import { useGradually } from '../hooks/useGradually.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { type RowProps, TimelineRow } from '../parts/Timeline.tsx';

// As many as are built in an instant.
const AT_ONCE = 50;

/**
 * Everything that happened with a person, newest first, built by and by. A query of its own: the card stays as it is meanwhile,
 * and what is written in it does not read thousands of rows again. Until they are there, the `first` are shown.
 */
export function WholeTimeline(props: RowProps & { id: string; first: readonly Touchpoint[] }) {
  const { db } = useKith();
  const { value = props.first } = useLiveQuery(
    () => timeline(db, props.id, Number.POSITIVE_INFINITY),
    [props.id],
  );
  const count = useGradually(value.length, AT_ONCE);
  const row = useRows(props);
  return (
    <ol class={value.length > AT_ONCE ? 'timeline long' : 'timeline'}>{value.slice(0, count).map(row)}</ol>
  );
}

/** Makes the row of a touchpoint, and gives the same one again while nothing in it changed: Preact passes over those. */
function useRows(props: RowProps): (touchpoint: Touchpoint) => VNode {
  const { name, today, language } = props;
  const latest = useRef(props);
  latest.current = props;
  const made = useMemo(() => new Map<string, VNode>(), [name, today, language]);
  return (touchpoint) => {
    const key = `${touchpoint.id} ${touchpoint.updatedAt}`;
    const row = made.get(key) ?? (
      <TimelineRow
        key={touchpoint.id}
        touchpoint={touchpoint}
        name={name}
        today={today}
        language={language}
        onDelete={(one) => latest.current.onDelete(one)}
      />
    );
    made.set(key, row);
    return row;
  };
}
