import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { knownSites, tellPages } from '../../../utils/access.ts';
import { addNeverLog, neverLogRows, removeNeverLog } from '../../../utils/db/never-log.ts';
import { preference, setPreference } from '../../../utils/db/preferences.ts';
import { type NeverLogEntry, neverLogEntry } from '../../../utils/domain/never-log.ts';
import type { CapturePreferences } from '../../../utils/domain/preferences.ts';
import type { NeverLog } from '../../../utils/domain/types.ts';
import { useChosenSites } from '../../hooks/useChosenSites.ts';
import { useLiveQuery } from '../../hooks/useLiveQuery.ts';
import { useKith } from '../../kith.ts';
import { Icon } from '../../parts/Icon.tsx';

/** What is logged without a click, what never is, and which addresses are the user's own. */
export function CaptureSettings() {
  const { db, act } = useKith();
  const { value: capture } = useLiveQuery(() => preference(db, 'capture'), []);
  const { value: rows = [] } = useLiveQuery(() => neverLogRows(db), []);
  const hosts = useHosts();
  if (!capture) return null;
  const set = (changes: Partial<CapturePreferences>) =>
    act('setting', () => setPreference(db, 'capture', changes));
  const listed = [...new Set([...hosts, ...capture.automatic])];
  return (
    <>
      <section aria-labelledby="capture">
        <h2 id="capture">{i18n.t('capture')}</h2>
        <Switch on={capture.onSend} onChange={(onSend) => set({ onSend })}>
          <span>
            {i18n.t('captureOnSend')}
            <br />
            <span class="soft label">{i18n.t('captureOnSendWhy')}</span>
          </span>
        </Switch>
        <fieldset>
          <legend>{i18n.t('captureAutomatic')}</legend>
          {listed.map((host) => (
            <Switch
              key={host}
              on={capture.automatic.includes(host)}
              onChange={async (on) => {
                const others = capture.automatic.filter((one) => one !== host);
                const stored = await set({ automatic: on ? [...others, host] : others });
                if (stored && on) await tellPages({ type: 'say-again' });
                return stored;
              }}
            >
              <span class="wrap">{host}</span>
            </Switch>
          ))}
          <p class="soft label">{i18n.t('captureAutomaticWhy')}</p>
        </fieldset>
      </section>
      <List
        id="never-log"
        title={i18n.t('neverLog')}
        why={i18n.t('neverLogWhy')}
        field={i18n.t('neverLogNew')}
        hint={i18n.t('neverLogHint')}
        wrong={i18n.t('neverLogWrong')}
        rows={rows.filter(({ kind }) => kind !== 'self')}
        parse={neverLogEntry}
        onAdd={(entry) => act('neverLog', () => addNeverLog(db, entry))}
        onRemove={(row) => void act('allowLog', () => removeNeverLog(db, row))}
      />
      <List
        id="own-addresses"
        title={i18n.t('ownAddresses')}
        why={i18n.t('ownAddressesWhy')}
        field={i18n.t('ownNew')}
        hint={i18n.t('newHandleHint')}
        wrong={i18n.t('ownWrong')}
        rows={rows.filter(({ kind }) => kind === 'self')}
        parse={ownEntry}
        onAdd={(entry) => act('setting', () => addNeverLog(db, entry, 'setting'))}
        onRemove={(row) => void act('setting', () => removeNeverLog(db, row, 'setting'))}
      />
    </>
  );
}

// Shows at once what was chosen; what could not be stored goes back.
function Switch(props: {
  on: boolean;
  onChange: (on: boolean) => Promise<boolean>;
  children: ComponentChildren;
}) {
  const [on, setOn] = useState(props.on);
  useEffect(() => setOn(props.on), [props.on]);
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={on}
        onChange={async (event) => {
          const wanted = event.currentTarget.checked;
          setOn(wanted);
          if (!(await props.onChange(wanted))) setOn(!wanted);
        }}
      />
      {props.children}
    </label>
  );
}

function List(props: {
  id: string;
  title: string;
  why: string;
  field: string;
  hint: string;
  wrong: string;
  rows: readonly NeverLog[];
  parse: (text: string) => NeverLogEntry | undefined;
  onAdd: (entry: NeverLogEntry) => Promise<boolean>;
  onRemove: (row: NeverLog) => void;
}) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const errorId = `${props.id}-error`;
  const add = async () => {
    const entry = props.parse(text);
    if (!entry) return setError(props.wrong);
    if (props.rows.some(({ kind, value }) => kind === entry.kind && value === entry.value))
      return setError(i18n.t('neverLogKnown', [entry.value]));
    if (!(await props.onAdd(entry))) return;
    setText('');
    setError('');
  };
  return (
    <section class="stack" aria-labelledby={props.id}>
      <div>
        <h2 id={props.id}>{props.title}</h2>
        <p class="soft label">{props.why}</p>
      </div>
      {props.rows.length > 0 && (
        <ul>
          {props.rows.map((row) => (
            <li key={row.id} class="line">
              <span class="grow wrap">
                {row.kind === 'domain' ? i18n.t('neverLogDomain', [row.value]) : row.value}
              </span>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('removeEntry', [row.value])}
                onClick={() => props.onRemove(row)}
              >
                <Icon icon={X} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.rows.length === 0 && <p class="soft">{i18n.t('neverLogEmpty')}</p>}
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          class="grow"
          aria-label={props.field}
          placeholder={props.hint}
          value={text}
          maxLength={400}
          aria-invalid={error !== ''}
          aria-describedby={error ? errorId : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setError('');
          }}
        />
        <button type="submit" class="plain">
          {i18n.t('add')}
        </button>
      </form>
      {error && (
        <p id={errorId} class="error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

// The hosts that Kith reads, each once, without those that a wildcard leaves open.
function useHosts(): readonly string[] {
  const chosen = useChosenSites();
  const hosts = [...knownSites(), ...chosen].map((pattern) =>
    pattern.replace(/^.*:\/\/(\*\.)?/, '').replace(/\/.*$/, ''),
  );
  return [...new Set(hosts)].filter((host) => host !== '' && !host.includes('*'));
}

function ownEntry(text: string): NeverLogEntry | undefined {
  const entry = neverLogEntry(text);
  return entry?.kind === 'email' ? { kind: 'self', value: entry.value } : undefined;
}
