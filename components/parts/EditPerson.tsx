import { UserPlus, X } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../utils/domain/days.ts';
import { parseHandle } from '../../utils/domain/handles.ts';
import { cleanText } from '../../utils/domain/names.ts';
import type { Day, Handle, HandleRow, Person } from '../../utils/domain/types.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { Breakable } from './Breakable.tsx';
import { Form } from './Form.tsx';
import { fullHandleText } from './handleText.ts';
import { Icon } from './Icon.tsx';
import { PersonNudges, type PersonNudging } from './PersonNudges.tsx';

/** The fields of a person that this form changes; empty ones are taken away. */
export interface EditedPerson {
  readonly name: string;
  readonly headline: string | undefined;
  readonly organization: string | undefined;
  readonly timeZone: string | undefined;
  readonly captureOff: true | undefined;
  readonly muted: true | undefined;
  readonly pausedUntil: Day | undefined;
  readonly importance: Person['importance'] | undefined;
}

/** Edits who a person is. `onSave` and `onAddHandle` resolve to whether it was stored. */
export function EditPerson(props: {
  person: Person;
  handles: readonly HandleRow[];
  /** With the fields that the user changed here; what another window changed meanwhile is not among them. */
  onSave: (edited: Partial<EditedPerson>) => Promise<boolean>;
  onAddHandle: (handle: Handle) => Promise<boolean>;
  /** Said beneath the field for a handle: that it is somebody else's. */
  taken?: ComponentChildren;
  onRemoveHandle: (handle: HandleRow) => void;
  /** Makes the handle a person of its own. */
  onSplit: (handle: HandleRow) => void;
  /** Looks for somebody who is the same person. */
  onMerge: () => void;
  onDelete: () => void;
  onClose: () => void;
}) {
  const { person } = props;
  // As it was when the form was opened.
  const [opened] = useState(person);
  const [name, setName, clearName] = useDraft(`edit:name:${person.id}`, person.name);
  const [headline, setHeadline, clearHeadline] = useDraft(`edit:headline:${person.id}`, person.headline);
  const [organization, setOrganization, clearOrganization] = useDraft(
    `edit:organization:${person.id}`,
    person.organization,
  );
  const [timeZone, setTimeZone] = useState(person.timeZone ?? '');
  const [captureOff, setCaptureOff] = useState(person.captureOff ?? false);
  const [nudging, setNudging] = useState<PersonNudging>(person);
  const [handle, setHandle] = useState('');
  const field = useFormFocus<HTMLInputElement>('.who button');
  const [wrong, setWrong] = useState(false);

  const save = async () => {
    const clean = cleanText(name);
    if (clean === '') return;
    const edited: EditedPerson = {
      name: clean,
      headline: cleanText(headline, 1000) || undefined,
      organization: cleanText(organization) || undefined,
      timeZone: timeZone || undefined,
      captureOff: captureOff || undefined,
      muted: nudging.muted || undefined,
      pausedUntil: nudging.pausedUntil,
      importance: nudging.importance,
    };
    const changed = Object.entries(edited).filter(
      ([field, value]) => value !== opened[field as keyof EditedPerson],
    );
    if (!(await props.onSave(Object.fromEntries(changed)))) return;
    for (const clear of [clearName, clearHeadline, clearOrganization]) clear();
    props.onClose();
  };
  const add = async () => {
    const parsed = parseHandle(handle);
    setWrong(!parsed);
    if (parsed && (await props.onAddHandle(parsed))) setHandle('');
  };

  return (
    <Form
      label={i18n.t('editPerson', [person.name])}
      onSubmit={save}
      onCancel={props.onClose}
      more={
        <>
          <button type="button" class="plain" onClick={props.onMerge}>
            {i18n.t('mergeDots')}
          </button>
          <button type="button" class="plain danger end" onClick={props.onDelete}>
            {i18n.t('deletePerson')}
          </button>
        </>
      }
    >
      <h1>{i18n.t('editPerson', [person.name])}</h1>
      <Field label={i18n.t('name')} value={name} onInput={setName} required field={field} />
      <Field label={i18n.t('headline')} value={headline} onInput={setHeadline} />
      <Field label={i18n.t('organization')} value={organization} onInput={setOrganization} />
      <label>
        <span class="label">{i18n.t('timeZone')}</span>
        <select value={timeZone} onChange={(event) => setTimeZone(event.currentTarget.value)}>
          <option value="">{i18n.t('unknown')}</option>
          {/* Also one that browsers no longer know, or know by another name: it is kept until another is chosen. */}
          {[...new Set([...(timeZone ? [timeZone] : []), ...Intl.supportedValuesOf('timeZone')])].map(
            (zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ),
          )}
        </select>
      </label>
      <Switch label={i18n.t('captureOffFor', [person.name])} on={captureOff} onChange={setCaptureOff} />
      <fieldset class="stack tight">
        <legend class="label">{i18n.t('handles')}</legend>
        <ul>
          {props.handles.map((row) => (
            <li key={row.id} class="line">
              <span class="grow wrap label">
                <Breakable text={fullHandleText(row)} />
              </span>
              <button
                type="button"
                class="bare"
                aria-label={i18n.t('removeHandle', [fullHandleText(row)])}
                onClick={() => props.onRemoveHandle(row)}
              >
                <Icon icon={X} />
              </button>
              {props.handles.length > 1 && (
                <button
                  type="button"
                  class="bare"
                  aria-label={i18n.t('splitHandle', [fullHandleText(row)])}
                  title={i18n.t('splitHandle', [fullHandleText(row)])}
                  onClick={() => props.onSplit(row)}
                >
                  <Icon icon={UserPlus} />
                </button>
              )}
            </li>
          ))}
        </ul>
        <div class="line">
          <input
            class="grow"
            aria-label={i18n.t('newHandle')}
            placeholder={i18n.t('newHandleHint')}
            value={handle}
            aria-invalid={wrong}
            onInput={(event) => setHandle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void add();
            }}
          />
          <button type="button" class="plain" onClick={add}>
            {i18n.t('add')}
          </button>
        </div>
        {wrong && (
          <p class="error" role="alert">
            {i18n.t('noHandle')}
          </p>
        )}
        {!wrong && props.taken}
      </fieldset>
      <details class="fold">
        <summary>{i18n.t('personReminders')}</summary>
        <PersonNudges name={person.name} today={dayOf(Date.now())} value={nudging} onChange={setNudging} />
      </details>
    </Form>
  );
}

function Switch(props: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

function Field(props: {
  label: string;
  value: string;
  onInput: (value: string) => void;
  required?: boolean;
  field?: RefObject<HTMLInputElement | null>;
}) {
  return (
    <label>
      <span class="label">{props.label}</span>
      <input
        value={props.value}
        maxLength={1000}
        required={props.required ?? false}
        {...(props.field && { ref: props.field })}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
