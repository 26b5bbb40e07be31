import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { splitAnswers } from '../../../utils/domain/answers.ts';
import { mailLink } from '../../../utils/domain/review/mail-link.ts';
import type { Review } from '../../../utils/domain/types.ts';
import type { Guide, Letter } from '../../../utils/playbooks/letter.ts';
import { useDraft } from '../../hooks/useDraft.ts';
import { TextField } from './TextField.tsx';

type Answers = NonNullable<Review['answers']>;

/** The questions of a review: sent as a mail or copied, and what came back, split by question. */
export function Questions(props: {
  draftKey: string;
  letters: Readonly<Record<Guide, Letter>>;
  address: string | undefined;
  /** The site of the last mail, for the compose link. */
  site: string | undefined;
  answers: Answers;
  feedback: string;
  onChange: (changes: { readonly answers?: Answers | undefined; readonly feedback?: string }) => void;
  /** The questions were sent: notes when to ask again. */
  onSent: () => void;
}) {
  const { address, answers, feedback } = props;
  const [guide, setGuide] = useState<Guide>('questionnaire');
  const letter = props.letters[guide];
  const [pasted, setPasted, clearPasted] = useDraft(`review-reply:${props.draftKey}`);
  const [said, setSaid] = useState('');
  const [copied, setCopied] = useState(false);
  const link = address === undefined ? undefined : mailLink(address, props.site, letter);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(letter.body);
      setSaid(i18n.t('questionsCopied'));
      setCopied(true);
    } catch {
      setSaid(i18n.t('questionsNotCopied'));
    }
  };
  const answer = (question: string, text: string) => {
    const known = answers.some((one) => one.question === question);
    const next = known
      ? answers.map((one) => (one.question === question ? { question, answer: text } : one))
      : [...answers, { question, answer: text }];
    const kept = next.filter((one) => one.answer !== '');
    props.onChange({ answers: kept.length > 0 ? kept : undefined });
  };
  const split = () => {
    // Both guides at once: a reply says itself which questions it answers.
    const guides = [letter, ...Object.values(props.letters).filter((other) => other !== letter)];
    const parts = guides.map(({ questions, frame }) => splitAnswers(questions, pasted, frame));
    const found = (part: (typeof parts)[number]) => part.answers.filter((one) => one.answer !== '').length;
    const best = parts.reduce((a, b) => (found(b) > found(a) ? b : a));
    const added = new Map(answers.map((one) => [one.question, one.answer]));
    for (const one of best.answers)
      if (one.answer !== '')
        added.set(one.question, [added.get(one.question), one.answer].filter(Boolean).join('\n\n'));
    props.onChange({
      answers:
        added.size > 0 ? [...added].map(([question, text]) => ({ question, answer: text })) : undefined,
      feedback: [feedback, best.rest.trim()].filter(Boolean).join('\n\n'),
    });
    clearPasted();
    const number = found(best);
    setSaid(i18n.t('answersFound', number, [String(number), String(best.answers.length)]));
  };
  const others = answers.filter(({ question }) => !letter.questions.includes(question));

  return (
    <>
      <fieldset class="sides">
        <legend class="label">{i18n.t('askThem')}</legend>
        {(['questionnaire', 'interview'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="guide" checked={guide === one} onChange={() => setGuide(one)} />{' '}
            {one === 'questionnaire' ? i18n.t('inWriting') : i18n.t('inConversation')}
          </label>
        ))}
      </fieldset>
      <details>
        <summary>{i18n.t('showQuestions')}</summary>
        <p class="typed card" lang={letter.language === 'zh_CN' ? 'zh-CN' : 'en'}>
          {letter.body}
        </p>
      </details>
      <div class="buttons">
        {link && (
          <a
            class="plain button"
            href={link.href}
            target="_blank"
            rel="noreferrer"
            onClick={() => {
              if (!link.whole) void copy();
              props.onSent();
            }}
          >
            {i18n.t('writeMail')}
          </a>
        )}
        <button type="button" class="plain" onClick={copy}>
          {i18n.t('copyQuestions')}
        </button>
        {copied && (
          <button
            type="button"
            class="link"
            onClick={() => {
              setCopied(false);
              props.onSent();
            }}
          >
            {i18n.t('sentIt')}
          </button>
        )}
      </div>
      {link && !link.whole && <p class="soft label">{i18n.t('mailTooLong')}</p>}
      <p role="status" class="label soft">
        {said}
      </p>
      <TextField label={i18n.t('pasteReply')} value={pasted} onInput={setPasted} />
      <button type="button" class="plain start" disabled={pasted.trim() === ''} onClick={split}>
        {i18n.t('splitReply')}
      </button>
      {letter.questions.map((question) => (
        <TextField
          key={question}
          label={question}
          rows={2}
          value={answers.find((one) => one.question === question)?.answer ?? ''}
          onInput={(text) => answer(question, text)}
        />
      ))}
      {others.map(({ question, answer: text }) => (
        <TextField
          key={question}
          label={question}
          rows={2}
          value={text}
          onInput={(next) => answer(question, next)}
        />
      ))}
      <TextField
        label={i18n.t('field_feedback')}
        value={feedback}
        onInput={(text) => props.onChange({ feedback: text })}
      />
    </>
  );
}
