import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { MAX_CADENCE } from '../../utils/domain/cadence.ts';
import { practicesOf } from '../../utils/domain/practices.ts';
import { STAGES } from '../../utils/domain/types.ts';
import type { Problem } from '../../utils/playbooks/check.ts';
import { finished, typed } from '../../utils/playbooks/finish.ts';
import { languageOf } from '../../utils/playbooks/text.ts';
import type { Language, Playbook, Text } from '../../utils/playbooks/types.ts';
import { keyOf } from '../../utils/words/key.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useKith } from '../kith.ts';
import { refusedInWords } from '../parts/board/refused.ts';
import { setAt } from '../parts/board/setAt.ts';
import { Form } from '../parts/Form.tsx';
import { Icon } from '../parts/Icon.tsx';

type Path = readonly (string | number)[];

/** What the fields of the form share. */
interface Editing {
  readonly draft: Playbook;
  readonly language: Language;
  readonly put: (path: Path, value: unknown) => void;
}

const BLANK: Text = { en: '', zh_CN: '' };

/**
 * Edits one of the user's own playbooks: numbers, and the texts in one language at a time. What is typed survives a closed
 * page until it is saved or cancelled. `onSave` resolves to whether it was stored.
 */
export function PlaybookEditor(props: {
  playbook: Playbook;
  onSave: (playbook: Playbook) => Promise<boolean>;
  onClose: () => void;
}) {
  const { language: shown } = useKith();
  const [language, setLanguage] = useState(languageOf(shown));
  const [json, setJson, clear] = useDraft(`playbook:${props.playbook.id}`, JSON.stringify(props.playbook));
  const [problem, setProblem] = useState<Problem>();
  const draft = JSON.parse(json) as Playbook; // typed into this form, in this shape
  const put = (path: Path, value: unknown) => setJson(JSON.stringify(setAt(draft, path, value)));
  const editing: Editing = { draft, language, put };

  const close = () => {
    clear();
    props.onClose();
  };
  const save = async () => {
    const { checkPlaybook } = await import('../../utils/playbooks/check.ts');
    const checked = checkPlaybook(finished(draft));
    setProblem('problem' in checked ? checked.problem : undefined);
    if ('playbook' in checked && (await props.onSave(checked.playbook))) close();
  };

  return (
    <Form label={i18n.t('playbookEdit')} onSubmit={() => void save()} onCancel={close}>
      <h1>{i18n.t('playbookEdit')}</h1>
      <label>
        <span class="label">{i18n.t('playbookLanguage')}</span>
        <select
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)} // its options are languages
        >
          <option value="en">{i18n.t('languageEnglish')}</option>
          <option value="zh_CN">{i18n.t('languageChinese')}</option>
        </select>
      </label>
      <TextField {...editing} label={i18n.t('name')} path={['name']} value={draft.name} short />
      <TextField {...editing} label={i18n.t('playbookAbout')} path={['about']} value={draft.about} />
      <Group title={i18n.t('playbookNumbers')}>
        <div class="fields">
          {STAGES.map((stage) => (
            <DaysField
              key={stage}
              {...editing}
              label={i18n.t(`stage_${stage}`)}
              path={['cadence', stage]}
              value={draft.cadence[stage]}
            />
          ))}
          <DaysField
            {...editing}
            label={i18n.t('playbookReviews')}
            path={['reviewEveryDays']}
            value={draft.reviewEveryDays}
          />
          <DaysField
            {...editing}
            label={i18n.t('playbookFeedback')}
            path={['feedbackEveryDays']}
            value={draft.feedbackEveryDays}
          />
          <DaysField
            {...editing}
            label={i18n.t('playbookBusinessField')}
            path={['businessOnlyDays']}
            value={draft.businessOnlyDays}
            least={0}
          />
        </div>
      </Group>
      {STAGES.map((stage) => (
        <Group key={stage} title={i18n.t(`stage_${stage}`)}>
          {practicesOf(stage).map((id) => (
            <div key={id} class="stack">
              <TextField
                {...editing}
                label={i18n.t(`practice_${keyOf(id)}`)}
                path={['practices', id, 'hint']}
                value={draft.practices[id].hint}
              />
              <TextField
                {...editing}
                label={i18n.t('playbookSay', [i18n.t(`practice_${keyOf(id)}`)])}
                path={['practices', id, 'say']}
                value={draft.practices[id].say ?? BLANK}
              />
            </div>
          ))}
        </Group>
      ))}
      <Group title={i18n.t('playbookFirsts')}>
        {draft.firstFollowUps.map(({ afterDays, text }, index) => (
          <div key={index} class="line">
            <div class="step-days">
              <DaysField
                {...editing}
                label={i18n.t('playbookAfterDays', [String(index + 1)])}
                path={['firstFollowUps', index, 'afterDays']}
                value={afterDays}
              />
            </div>
            <div class="grow">
              <TextField
                {...editing}
                label={i18n.t('playbookFirst', [String(index + 1)])}
                path={['firstFollowUps', index, 'text']}
                value={text}
                short
              />
            </div>
            <Remove {...editing} path={['firstFollowUps', index]} name={text[language]} />
          </div>
        ))}
        <button
          type="button"
          class="link start"
          onClick={() => put(['firstFollowUps', draft.firstFollowUps.length], { afterDays: 14, text: BLANK })}
        >
          {i18n.t('addOne')}
        </button>
      </Group>
      <Group title={i18n.t('questionnaire')}>
        <TextField
          {...editing}
          label={i18n.t('questionnaireIntro')}
          path={['questionnaire', 'intro']}
          value={draft.questionnaire.intro}
        />
        <TextList {...editing} path={['questionnaire', 'questions']} texts={draft.questionnaire.questions} />
        <TextField
          {...editing}
          label={i18n.t('questionnaireClosing')}
          path={['questionnaire', 'closing']}
          value={draft.questionnaire.closing}
        />
      </Group>
      <Group title={i18n.t('interview')}>
        <TextField
          {...editing}
          label={i18n.t('interviewOpening')}
          path={['interview', 'opening']}
          value={draft.interview.opening}
        />
        <TextList {...editing} path={['interview', 'questions']} texts={draft.interview.questions} />
      </Group>
      <Group title={i18n.t('playbookAvoid')}>
        <TextList {...editing} path={['avoid']} texts={draft.avoid} />
        <TextField {...editing} label={i18n.t('playbookDuty')} path={['duty']} value={draft.duty ?? BLANK} />
      </Group>
      {problem && (
        <p class="error" role="alert">
          {i18n.t('playbookNotSaved')} {refusedInWords(problem)}
        </p>
      )}
    </Form>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="stack">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

function TextField(
  props: Editing & { label: string; path: Path; value: Text; short?: boolean; hidden?: boolean },
) {
  const { value, language, path, put } = props;
  const change = (text: string) => put(path, typed(value, language, text));
  const Field = props.short ? 'input' : 'textarea';
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field inside is one of two
    <label>
      <span class={props.hidden ? 'sr-only' : 'label'}>{props.label}</span>
      <Field
        {...(props.short ? {} : { rows: 2 })}
        value={value[language]}
        onInput={(event: { currentTarget: { value: string } }) => change(event.currentTarget.value)}
      />
    </label>
  );
}

function TextList(props: Editing & { path: Path; texts: readonly Text[] }) {
  const { path, texts, put, language } = props;
  return (
    <>
      {texts.map((text, index) => (
        <div key={index} class="line">
          <div class="grow">
            <TextField
              {...props}
              label={i18n.t('playbookEntry', [String(index + 1)])}
              path={[...path, index]}
              value={text}
              hidden
            />
          </div>
          <Remove {...props} path={[...path, index]} name={text[language]} />
        </div>
      ))}
      <button type="button" class="link start" onClick={() => put([...path, texts.length], BLANK)}>
        {i18n.t('addOne')}
      </button>
    </>
  );
}

function DaysField(props: Editing & { label: string; path: Path; value: number; least?: number }) {
  return (
    <label>
      <span class="label">{props.label}</span>
      <input
        type="number"
        min={props.least ?? 1}
        max={MAX_CADENCE}
        step={1}
        required
        value={props.value}
        onInput={({ currentTarget: { value } }) => props.put(props.path, value === '' ? null : Number(value))}
      />
    </label>
  );
}

function Remove(props: Editing & { path: Path; name: string }) {
  return (
    <button
      type="button"
      class="bare"
      aria-label={i18n.t('removeHandle', [props.name])}
      onClick={() => props.put(props.path, undefined)}
    >
      <Icon icon={X} />
    </button>
  );
}
