import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Approach, CHANNELS, type Channel, type Person } from '../../../utils/domain/types.ts';
import { useDraft } from '../../hooks/useDraft.ts';
import { useFormFocus } from '../../hooks/useFocus.ts';
import { Form } from '../Form.tsx';

/** How the user works with a person, and why it changes. */
export function ApproachForm(props: {
  person: Person;
  onSave: (approach: Approach, language: string | undefined) => Promise<boolean>;
  onCancel: () => void;
}) {
  const { person } = props;
  const { approach = {} } = person;
  const [channel, setChannel] = useState<string>(approach.channel ?? '');
  const [tone, setTone, clearTone] = useDraft(`tone:${person.id}`, approach.tone ?? '');
  const [avoid, setAvoid, clearAvoid] = useDraft(`avoid:${person.id}`, approach.avoid ?? '');
  const [strengths, setStrengths, clearStrengths] = useDraft(
    `strengths:${person.id}`,
    approach.strengths ?? '',
  );
  const [weaknesses, setWeaknesses, clearWeaknesses] = useDraft(
    `weaknesses:${person.id}`,
    approach.weaknesses ?? '',
  );
  const [why, setWhy, clearWhy] = useDraft(`why:${person.id}`);
  const [language, setLanguage] = useState(person.language ?? '');
  const field = useFormFocus<HTMLSelectElement>();
  const submit = async () => {
    const words = {
      tone: tone.trim(),
      avoid: avoid.trim(),
      strengths: strengths.trim(),
      weaknesses: weaknesses.trim(),
      why: why.trim(),
    };
    const given = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''));
    const stored = await props.onSave(
      { ...given, ...(channel !== '' && { channel: channel as Channel }) },
      language || undefined,
    );
    if (stored)
      for (const clear of [clearTone, clearAvoid, clearStrengths, clearWeaknesses, clearWhy]) clear();
  };
  return (
    <Form label={i18n.t('changeApproach')} onSubmit={submit} onCancel={props.onCancel}>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('preferredChannel')}</span>
          <select value={channel} onChange={(event) => setChannel(event.currentTarget.value)} ref={field}>
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
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            <option value="">{i18n.t('unknown')}</option>
            <option value="en">English</option>
            <option value="zh-CN">简体中文</option>
            {language !== '' && !['en', 'zh-CN'].includes(language) && (
              <option value={language}>{language}</option>
            )}
          </select>
        </label>
      </div>
      <Text label={i18n.t('toneTheyLike')} value={tone} onText={setTone} />
      <Text label={i18n.t('avoid')} value={avoid} onText={setAvoid} />
      <Text label={i18n.t('strengths')} value={strengths} onText={setStrengths} />
      <Text label={i18n.t('weaknesses')} value={weaknesses} onText={setWeaknesses} />
      <Text label={i18n.t('whyChange')} value={why} onText={setWhy} />
    </Form>
  );
}

function Text({ label, value, onText }: { label: string; value: string; onText: (text: string) => void }) {
  return (
    <label>
      <span class="label">{label}</span>
      <input value={value} maxLength={500} onInput={(event) => onText(event.currentTarget.value)} />
    </label>
  );
}
