import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type BulkChange, type BulkResult, bulkEdit } from '../../utils/db/bulk.ts';
import { useKith } from '../kith.ts';
import { BulkBar } from '../parts/BulkBar.tsx';
import type { Option } from '../parts/Filters.tsx';

/** Changes those who are selected, says how far it is and what became of it; afterwards nobody is selected. */
export function BulkEdit(props: {
  selected: ReadonlySet<string>;
  /** How many are found. */
  total: number;
  tags: readonly Option[];
  playbooks: readonly Option[];
  onSelect: (ids: ReadonlySet<string>) => void;
  /** The ids of all who are found. */
  all: () => Promise<readonly string[]>;
}) {
  const { db, act } = useKith();
  const { selected, onSelect } = props;
  const [done, setDone] = useState<number>();
  const [result, setResult] = useState<BulkResult>();
  const apply = async (change: BulkChange) => {
    setDone(0);
    setResult(undefined);
    const about = i18n.t('peopleCount', selected.size, [String(selected.size)]);
    const worked = await act('bulkEdit', async () => {
      const given = await bulkEdit(db, [...selected], change, { about, onProgress: setDone });
      setResult(given);
      return given.batch;
    });
    setDone(undefined);
    if (worked) onSelect(new Set());
  };
  return (
    <BulkBar
      selected={selected.size}
      total={props.total}
      tags={props.tags}
      playbooks={props.playbooks}
      done={done}
      result={selected.size === 0 ? result : undefined}
      onAll={() => void props.all().then((ids) => onSelect(new Set(ids)))}
      onNone={() => onSelect(new Set())}
      onApply={(change) => void apply(change)}
    />
  );
}
