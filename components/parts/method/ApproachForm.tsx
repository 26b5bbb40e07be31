import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ApproachEdit } from '../../../utils/db/approach.ts';
import { CHANNELS, type Person } from '../../../utils/domain/types.ts';
import { useDraft } from '../../hooks/useDraft.ts';
import { useFormFocus } from '../../hooks/useFocus.ts';
import { Form } from '../Form.tsx';
import { LineField } from '../LineField.tsx';

/** What the user changed in the form: fields that were not touched are not in it; `undefined` takes one away. */
export interface ApproachChanges {
  readonly approach: ApproachEdit;
  readonly others: { readonly language?: string | undefined };
}

/**
 * How the user works with a person, and why it changes. Only what was changed is given: the person may be open in another
 * window, too. Without a change the form is closed and nothing is stored.
 */
export function ApproachForm(props: {
  person: Person;
  onSave: (changes: ApproachChanges) => Promise<boolean>;
  onCancel: () => void;
}) {
  const { person } = props;
  const { approach = {} } = person;
  // Until the user chooses, what is stored is shown, also what another window stores meanwhile.
  const [channel, setChannel] = useState<string>();
  const [language, setLanguage] = useState<string>();
  const tone = useWords(`tone:${person.id}`, approach.tone);
  const avoid = useWords(`avoid:${person.id}`, approach.avoid);
  const strengths = useWords(`strengths:${person.id}`, approach.strengths);
  const weaknesses = useWords(`weaknesses:${person.id}`, approach.weaknesses);
  const why = useWords(`why:${person.id}`, undefined);
  const field = useFormFocus<HTMLSelectElement>();
  const shownLanguage = language ?? person.language ?? '';
  const submit = async () => {
    const words = { tone, avoid, strengths, weaknesses };
    const edit = Object.entries(words).flatMap(([name, { changed, trimmed }]) =>
      changed ? [[name, trimmed || undefined] as const] : [],
    );
    if (channel !== undefined && channel !== (approach.channel ?? ''))
      edit.push(['channel', channel || undefined]);
    const others =
      language !== undefined && language !== (person.language ?? '')
        ? { language: language || undefined }
        : {};
    if (edit.length === 0 && !('language' in others)) return props.onCancel();
    const stored = await props.onSave({
      approach: { ...Object.fromEntries(edit), ...(why.trimmed !== '' && { why: why.trimmed }) },
      others,
    });
    if (stored) for (const { clear } of [...Object.values(words), why]) clear();
  };
  return (
    <Form label={i18n.t('changeApproach')} onSubmit={submit} onCancel={props.onCancel}>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('preferredChannel')}</span>
          <select
            value={channel ?? approach.channel ?? ''}
            onChange={(event) => setChannel(event.currentTarget.value)}
            ref={field}
          >
            <option value="">{i18n.t('unknown')}</option>
            {CHANNELS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`channel_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="label">{i18n.t('theirLanguage')}</span>
          <select value={shownLanguage} onChange={(event) => setLanguage(event.currentTarget.value)}>
            <option value="">{i18n.t('unknown')}</option>
            <option value="en">English</option>
            <option value="zh-CN">简体中文</option>
            {shownLanguage !== '' && !['en', 'zh-CN'].includes(shownLanguage) && (
              <option value={shownLanguage}>{shownLanguage}</option>
            )}
          </select>
        </label>
      </div>
      <LineField label={i18n.t('toneTheyLike')} value={tone.text} onInput={tone.set} />
      <LineField label={i18n.t('avoid')} value={avoid.text} onInput={avoid.set} />
      <LineField label={i18n.t('strengths')} value={strengths.text} onInput={strengths.set} />
      <LineField label={i18n.t('weaknesses')} value={weaknesses.text} onInput={weaknesses.set} />
      <LineField label={i18n.t('whyChange')} value={why.text} onInput={why.set} />
    </Form>
  );
}

interface Words {
  readonly text: string;
  readonly trimmed: string;
  /** Whether it says something else than what is stored. */
  readonly changed: boolean;
  readonly set: (text: string) => void;
  readonly clear: () => void;
}

function useWords(id: string, stored = ''): Words {
  const [draft, setDraft, clear] = useDraft(id, stored);
  // An emptied field is no draft: it would be filled again when another window changes the person.
  const [emptied, setEmptied] = useState(false);
  const text = emptied ? '' : draft;
  const trimmed = text.trim();
  return {
    text,
    trimmed,
    changed: trimmed !== stored,
    set(next) {
      setEmptied(next === '');
      setDraft(next);
    },
    clear,
  };
}
