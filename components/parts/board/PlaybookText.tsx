import { i18n } from '#i18n';
import { practicesOf } from '../../../utils/domain/practices.ts';
import { STAGES } from '../../../utils/domain/types.ts';
import { said } from '../../../utils/playbooks/text.ts';
import type { Playbook, Text } from '../../../utils/playbooks/types.ts';
import { keyOf } from '../../../utils/words/key.ts';

/** A playbook to be read in full, in the interface's language; what to be careful with stands first. */
export function PlaybookText({ playbook, language }: { playbook: Playbook; language: string }) {
  const say = (text: Text) => said(text, language);
  const { questionnaire, interview } = playbook;
  return (
    <div class="stack prose">
      <p class="soft">{say(playbook.about)}</p>
      {playbook.duty && (
        <div class="warning">
          <span>{say(playbook.duty)}</span>
        </div>
      )}
      {playbook.avoid.length > 0 && (
        <section aria-label={i18n.t('playbookAvoid')}>
          <h2>{i18n.t('playbookAvoid')}</h2>
          <ul>
            {playbook.avoid.map((text) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={i18n.t('playbookNumbers')}>
        <h2>{i18n.t('playbookNumbers')}</h2>
        <ul>
          {STAGES.map((stage) => (
            <li key={stage} class="line">
              <span class="grow">{i18n.t(`stage_${stage}`)}</span>
              {days(playbook.cadence[stage])}
            </li>
          ))}
          <li class="line">
            <span class="grow">{i18n.t('playbookReviews')}</span>
            {days(playbook.reviewEveryDays)}
          </li>
          <li class="line">
            <span class="grow">{i18n.t('playbookFeedback')}</span>
            {days(playbook.feedbackEveryDays)}
          </li>
          <li class="line">
            <span class="grow">{i18n.t('playbookBusiness')}</span>
            {playbook.businessOnlyDays === 0
              ? i18n.t('playbookNever')
              : i18n.t('playbookAfter', playbook.businessOnlyDays, [String(playbook.businessOnlyDays)])}
          </li>
        </ul>
      </section>
      {STAGES.map((stage) => (
        <section key={stage} aria-label={i18n.t(`stage_${stage}`)} class="stack">
          <h2>{i18n.t(`stage_${stage}`)}</h2>
          {practicesOf(stage).map((id) => (
            <div key={id} class="markdown">
              <h3>{i18n.t(`practice_${keyOf(id)}`)}</h3>
              <p>{say(playbook.practices[id].hint)}</p>
              {playbook.practices[id].say && <blockquote>{say(playbook.practices[id].say)}</blockquote>}
            </div>
          ))}
        </section>
      ))}
      {playbook.firstFollowUps.length > 0 && (
        <section aria-label={i18n.t('playbookFirsts')}>
          <h2>{i18n.t('playbookFirsts')}</h2>
          <ul>
            {playbook.firstFollowUps.map(({ afterDays, text }) => (
              <li key={`${afterDays} ${text.en}`}>
                {i18n.t('playbookAfter', afterDays, [String(afterDays)])}
                {i18n.t('colon')}
                {say(text)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={i18n.t('questionnaire')} class="stack">
        <h2>{i18n.t('questionnaire')}</h2>
        <p>{say(questionnaire.intro)}</p>
        <Questions texts={questionnaire.questions.map(say)} />
        <p>{say(questionnaire.closing)}</p>
      </section>
      <section aria-label={i18n.t('interview')} class="stack">
        <h2>{i18n.t('interview')}</h2>
        <p>{say(interview.opening)}</p>
        <Questions texts={interview.questions.map(say)} />
      </section>
    </div>
  );
}

function Questions({ texts }: { texts: readonly string[] }) {
  return (
    <div class="markdown">
      <ol>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
  );
}

function days(count: number): string {
  return i18n.t('everyDays', count, [String(count)]);
}
