import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Problem } from '../../../utils/playbooks/check.ts';
import { useDraft } from '../../hooks/useDraft.ts';
import { Form } from '../Form.tsx';
import { refusedInWords } from './refused.ts';

/**
 * Takes a playbook from a file or from pasted text. `onText` gets the text, or the file, and resolves to what is wrong with
 * it; nothing when it was taken.
 */
export function PlaybookImport(props: {
  onText: (given: string | File) => Promise<Problem | 'not-stored' | undefined>;
  onCancel: () => void;
}) {
  const [text, setText, clear] = useDraft('playbook-import');
  const [problem, setProblem] = useState<Problem>();
  const take = async (given: string | File) => {
    const wrong = await props.onText(given);
    setProblem(typeof wrong === 'object' ? wrong : undefined);
    if (wrong === undefined) clear();
  };
  return (
    <Form
      label={i18n.t('playbookImport')}
      onSubmit={() => void (text.trim() !== '' && take(text))}
      onCancel={props.onCancel}
    >
      <p class="soft">{i18n.t('playbookImportHint')}</p>
      <label>
        <span class="label">{i18n.t('playbookFile')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void take(file);
            // The same file may be chosen again once it was put right.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <label>
        <span class="label">{i18n.t('playbookPaste')}</span>
        <textarea rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {problem && (
        <p class="error" role="alert">
          {i18n.t('playbookRefused')} {refusedInWords(problem)}
        </p>
      )}
    </Form>
  );
}
