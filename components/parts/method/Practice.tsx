import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** What the playbook says at a practice: a hint, and words for the other person that can be copied or begin a mail. */
export function Practice(props: {
  hint?: string | undefined;
  say?: string | undefined;
  /** Begins a mail with these words; absent without an address. */
  mailTo?: ((text: string) => string) | undefined;
  children?: ComponentChildren;
}) {
  const { hint, say, mailTo } = props;
  const [copied, setCopied] = useState(false);
  return (
    <>
      {hint && <p class="soft label">{hint}</p>}
      {say && (
        <p class="say">
          <q>{say}</q>{' '}
          <button
            type="button"
            class="link"
            onClick={() => void navigator.clipboard.writeText(say).then(() => setCopied(true))}
          >
            {i18n.t(copied ? 'copied' : 'copy')}
          </button>{' '}
          {mailTo && (
            <a href={mailTo(say)} target="_blank" rel="noreferrer">
              {i18n.t('writeTo')}
            </a>
          )}
        </p>
      )}
      {props.children}
    </>
  );
}
