import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type BulkChange, type BulkResult, bulkEdit } from '../../utils/db/bulk.ts';
import { countFirsts } from '../../utils/db/playbooks.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { BulkBar } from '../parts/BulkBar.tsx';
import type { Option } from '../parts/Filters.tsx';
import { firstsOf } from './firstsOf.ts';

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
  const { db, language, act } = useKith();
  const { selected, onSelect } = props;
  const [done, setDone] = useState<number>();
  const [result, setResult] = useState<BulkResult>();
  const [playbook, setPlaybook] = useState<string>();
  const { value: firsts } = useLiveQuery(async () => {
    if (playbook === undefined) return undefined;
    const change = playbook || undefined;
    return countFirsts(db, [...selected], change, await firstsOf(db, change, language), dayOf(Date.now()));
  }, [playbook, [...selected]]);
  const withFirsts = async (change: BulkChange): Promise<BulkChange> =>
    change.kind === 'playbook'
      ? { ...change, firsts: await firstsOf(db, change.playbook, language) }
      : change;
  const apply = async (change: BulkChange) => {
    setDone(0);
    setResult(undefined);
    const about = i18n.t('peopleCount', selected.size, [String(selected.size)]);
    const worked = await act('bulkEdit', async () => {
      const given = await bulkEdit(db, [...selected], await withFirsts(change), {
        about,
        onProgress: setDone,
      });
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
      firsts={selected.size > 0 ? firsts : undefined}
      onPlaybook={setPlaybook}
      done={done}
      result={selected.size === 0 ? result : undefined}
      onAll={() => void props.all().then((ids) => onSelect(new Set(ids)))}
      onNone={() => onSelect(new Set())}
      onApply={(change) => void apply(change)}
    />
  );
}
