import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BoardPerson } from '../../utils/db/board.ts';
import { ownPlaybooks } from '../../utils/db/playbooks.ts';
import { PLAYBOOKS } from '../../utils/playbooks/index.ts';
import { said } from '../../utils/playbooks/text.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { type Filter, NO_PLAYBOOK } from './columns.ts';

/** Narrows the board: words, a tag, a playbook. */
export function BoardFilter(props: {
  people: ReadonlyMap<string, BoardPerson>;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { db, language } = useKith();
  const { filter, onFilter } = props;
  const { value: own = [] } = useLiveQuery(() => ownPlaybooks(db), []);
  const { tags, playbooks } = useMemo(() => used(props.people), [props.people]);
  const offered = [...PLAYBOOKS, ...own].filter(({ id }) => playbooks.has(id) || id === filter.playbook);
  return (
    <search class="board-filter">
      <input
        type="search"
        aria-label={i18n.t('boardFind')}
        placeholder={i18n.t('boardFind')}
        value={filter.text ?? ''}
        onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <select
        aria-label={i18n.t('boardTag')}
        value={filter.tag ?? ''}
        onChange={(event) => onFilter({ ...filter, tag: event.currentTarget.value })}
      >
        <option value="">{i18n.t('boardAnyTag')}</option>
        {[...tags].sort().map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </select>
      <select
        aria-label={i18n.t('playbook')}
        value={filter.playbook ?? ''}
        onChange={(event) => onFilter({ ...filter, playbook: event.currentTarget.value })}
      >
        <option value="">{i18n.t('boardAnyPlaybook')}</option>
        <option value={NO_PLAYBOOK}>{i18n.t('playbookNone')}</option>
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {said(name, language)}
          </option>
        ))}
      </select>
    </search>
  );
}

function used(people: ReadonlyMap<string, BoardPerson>) {
  const tags = new Set<string>();
  const playbooks = new Set<string>();
  for (const person of people.values()) {
    for (const tag of person.tags) tags.add(tag);
    if (person.playbook !== undefined) playbooks.add(person.playbook);
  }
  return { tags, playbooks };
}
