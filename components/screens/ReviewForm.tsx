import { Trash2 } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  awaitAnswers,
  deleteReview,
  finishReview,
  type ReviewPage,
  reviewPage,
  saveReview,
} from '../../utils/db/reviews.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { fieldsOf } from '../../utils/domain/review/merge.ts';
import { nextStageOf } from '../../utils/domain/review/next-stage.ts';
import { sinceLast } from '../../utils/domain/review.ts';
import { satisfactionOf } from '../../utils/domain/standing.ts';
import type { Person } from '../../utils/domain/types.ts';
import { letterOf } from '../../utils/playbooks/letter.ts';
import { templateLanguage } from '../../utils/playbooks/text.ts';
import type { PlaybookWords } from '../../utils/playbooks/types.ts';
import { shortDay } from '../format.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { Icon } from '../parts/Icon.tsx';
import { ActionFields } from '../parts/review/ActionFields.tsx';
import { Clashes } from '../parts/review/Clashes.tsx';
import { LessonFields } from '../parts/review/LessonFields.tsx';
import { NextStageChoice } from '../parts/review/NextStageChoice.tsx';
import { Questions } from '../parts/review/Questions.tsx';
import { Rating } from '../parts/review/Rating.tsx';
import { SatisfactionLine } from '../parts/review/SatisfactionLine.tsx';
import { Since } from '../parts/review/Since.tsx';
import { TextField } from '../parts/review/TextField.tsx';
import { useReviewFields, type WindowFields } from '../parts/review/useReviewFields.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { firstsOf } from './firstsOf.ts';
import { questionsFor } from './questions.ts';

const STEPS = ['since', 'satisfaction', 'went', 'gathered', 'lessons', 'plan'] as const;

/**
 * A review of one person, in six short steps; stored as it is typed. Without `reviewId` it goes on with the draft that waits,
 * or begins one. `onClose` leaves it; `onReview` opens another review of the same person.
 */
export function ReviewForm(props: {
  personId: string;
  reviewId?: string | undefined;
  onClose: () => void;
  onReview?: ((reviewId: string) => void) | undefined;
}) {
  const { personId, reviewId } = props;
  const { db } = useKith();
  const today = dayOf(useNow());
  // The id of a review that is begun here; once one is found it stays that one, also when it is finished elsewhere.
  const fresh = useMemo(() => crypto.randomUUID(), []);
  const [found, setFound] = useState<string>();
  const { value, loading } = useLiveQuery(async () => {
    const page = await reviewPage(db, personId, reviewId ?? found ?? fresh, today);
    return { page, words: page.person && (await questionsFor(db, page.person)) };
  }, [personId, reviewId, found, today]);
  // The last answer stays until the next is there: a form that went and came would lose the focus.
  const last = useRef(value);
  if (value) last.current = value;
  const id = last.current?.page.review?.id;
  useEffect(() => {
    if (id !== undefined) setFound(id);
  }, [id]);
  if (!last.current) return loading ? <Skeleton /> : null;
  const { page, words } = last.current;
  if (!page.person || !words) return <p class="soft">{i18n.t('personGone')}</p>;
  return (
    <Writing
      key={personId}
      {...props}
      id={id ?? reviewId ?? found ?? fresh}
      page={page}
      person={page.person}
      words={words}
      today={today}
    />
  );
}

function Writing(props: {
  id: string;
  page: ReviewPage;
  person: Person;
  words: Pick<PlaybookWords, 'questionnaire' | 'interview'>;
  today: string;
  onClose: () => void;
  onReview?: ((reviewId: string) => void) | undefined;
}) {
  const { id, page, person, words, today, onClose } = props;
  const { db, language, act } = useKith();
  const { review } = page;
  const done = review?.state === 'done';
  const batch = useMemo(() => crypto.randomUUID(), []);
  // What could not be stored outlives this form, and is tried again by the next.
  const [unsaved, setUnsaved, clearUnsaved] = useDraft(`unsaved-review:${person.id}`);
  const [kept] = useState(() => (unsaved === '' ? undefined : (JSON.parse(unsaved) as WindowFields))); // written below
  const stored = { fields: fieldsOf(review), at: review?.updatedAt ?? 0 };
  const { fields, clashes, change, flush, forget } = useReviewFields(
    stored,
    async (window) => {
      let saved: Awaited<ReturnType<typeof saveReview>>;
      const worked = await act('editReview', async () => {
        saved = await saveReview(db, { id, personId: person.id, ...window }, batch);
        return undefined;
      });
      if (!worked) {
        setUnsaved(JSON.stringify(window));
        return undefined;
      }
      clearUnsaved();
      return saved ?? { fields: {}, at: 0, clashes: [] };
    },
    kept,
  );
  const [place, setPlace] = useDraft(`review-step:${person.id}`, '0');
  const step = Math.min(Math.max(0, Number(place) || 0), STEPS.length - 1);
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useLayoutEffect(() => {
    if (moved.current) head.current?.focus();
    moved.current = false;
  }, [step]);
  const go = (to: number) => {
    moved.current = true;
    void flush();
    setPlace(String(to));
  };

  const happened = useMemo(() => sinceLast(page.sources, page.period), [page]);
  const own = templateLanguage(undefined, language === 'zh-CN' ? 'zh_CN' : 'en');
  const letters = useMemo(() => {
    const write = (guide: 'questionnaire' | 'interview') =>
      letterOf(words, guide, person.name, templateLanguage(person.language, own), person.language);
    return { questionnaire: write('questionnaire'), interview: write('interview') };
  }, [words, person.name, person.language, own]);
  const before = page.period.after && page.done.find(({ day }) => day === page.period.after?.day);
  const proposed = nextStageOf(happened, fields, before);
  const chosen = fields.nextStage ?? proposed.to;

  const leave = async () => {
    if (await flush()) onClose();
  };
  const finish = async () => {
    change({ nextStage: chosen });
    if (!(await flush())) return;
    const finished = await act('finishReview', async () =>
      finishReview(db, id, await firstsOf(db, person.playbook, language)),
    );
    if (finished) {
      setPlace('0');
      onClose();
    }
  };
  const title = i18n.t(done ? 'reviewOf' : 'reviewing', [person.name]);
  return (
    <form
      class="review stack"
      aria-label={title}
      onSubmit={(event) => event.preventDefault()}
      onBlurCapture={() => void flush()}
    >
      <h1>{title}</h1>
      <p class="label soft">
        {done ? i18n.t('reviewDoneOn', [shortDay(review.day, language, today)]) : i18n.t('reviewDraft')}
      </p>
      {page.otherDrafts.map((other) => (
        <p key={other.id} class="soft">
          {i18n.t('otherDraft', [shortDay(other.day, language, today)])}{' '}
          {props.onReview && (
            <button type="button" class="link" onClick={() => props.onReview?.(other.id)}>
              {i18n.t('openToday')}
            </button>
          )}
        </p>
      ))}
      <Clashes clashes={clashes} onClose={forget} />
      <ol class="steps six">
        {STEPS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              class={index < step ? 'past' : ''}
              aria-current={index === step ? 'step' : undefined}
              aria-label={`${index + 1}${i18n.t('colon')}${i18n.t(`step_${name}`, [person.name])}`}
              title={i18n.t(`step_${name}`, [person.name])}
              onClick={() => go(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <h2 ref={head} tabIndex={-1}>
        {i18n.t(`step_${STEPS[step] ?? 'since'}`, [person.name])}
      </h2>
      {step === 0 && (
        <>
          <p class="soft">
            {page.period.after
              ? i18n.t('sinceReview', [shortDay(page.period.after.day, language, today)])
              : i18n.t('sinceBeginning')}
          </p>
          <Since
            happened={happened}
            sources={page.sources}
            name={person.name}
            today={today}
            language={language}
          />
          <p class="coverage soft">
            {i18n.t('coverage', happened.touchpoints.number, [String(happened.touchpoints.number)])}
          </p>
        </>
      )}
      {step === 1 && (
        <>
          <p class="soft">{i18n.t('satisfactionScale')}</p>
          <Rating label={i18n.t('field_mine')} value={fields.mine} onChange={(mine) => change({ mine })} />
          <Rating
            label={i18n.t('satisfactionOf', [person.name])}
            value={fields.theirs}
            onChange={(theirs) =>
              change({
                theirs,
                theirsFrom: theirs === undefined ? undefined : (fields.theirsFrom ?? 'impression'),
              })
            }
          />
          {fields.theirs !== undefined && (
            <fieldset class="sides">
              <legend class="label">{i18n.t('field_theirsFrom')}</legend>
              {(['said', 'impression'] as const).map((from) => (
                <label key={from}>
                  <input
                    type="radio"
                    name="from"
                    checked={fields.theirsFrom === from}
                    onChange={() => change({ theirsFrom: from })}
                  />{' '}
                  {from === 'said' ? i18n.t('theySaid') : i18n.t('myImpression')}
                </label>
              ))}
            </fieldset>
          )}
          <SatisfactionLine
            mine={satisfactionOf(page.done, 'mine')}
            theirs={satisfactionOf(page.done, 'theirs')}
            name={person.name}
            today={today}
            language={language}
            onReview={props.onReview}
          />
        </>
      )}
      {step === 2 && (
        <>
          <TextField
            label={i18n.t('field_well')}
            rows={4}
            value={fields.well ?? ''}
            onInput={(well) => change({ well })}
          />
          <TextField
            label={i18n.t('field_badly')}
            rows={4}
            value={fields.badly ?? ''}
            onInput={(badly) => change({ badly })}
          />
        </>
      )}
      {step === 3 && (
        <Questions
          draftKey={person.id}
          letters={letters}
          address={page.address}
          site={page.site}
          answers={fields.answers ?? []}
          feedback={fields.feedback ?? ''}
          onChange={change}
          onSent={() => void act('addFollowUp', () => awaitAnswers(db, person.id, i18n.t('askAgain')))}
        />
      )}
      {step === 4 &&
        (done ? (
          <ul class="lessons">
            {page.lessons.length === 0 && <li class="soft">{i18n.t('noLessonsHere')}</li>}
            {page.lessons.map((lesson) => (
              <li key={lesson.id} class="card">
                {lesson.text}{' '}
                {lesson.tags.map((tag) => (
                  <span key={tag} class="tag">
                    {tag}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p class="soft">{i18n.t('lessonsHint')}</p>
            <LessonFields lessons={fields.lessons ?? []} onChange={(lessons) => change({ lessons })} />
          </>
        ))}
      {step === 5 && (
        <>
          <TextField
            label={i18n.t('field_plan')}
            value={fields.plan ?? ''}
            onInput={(plan) => change({ plan })}
          />
          {done ? (
            <ul class="lessons">
              {page.actions.map((action) => (
                <li key={action.id} class="card">
                  {i18n.t(action.by === 'me' ? 'promisedByMe' : 'promisedByThem', [action.text])}{' '}
                  <span class="soft">
                    {shortDay(action.dueDay, language, today)} · {i18n.t(`action_${action.state}`)}
                  </span>
                </li>
              ))}
              {review.nextStage && (
                <li class="soft">
                  {i18n.t('field_nextStage')}
                  {i18n.t('colon')}
                  {i18n.t(`stage_${review.nextStage}`)}
                </li>
              )}
            </ul>
          ) : (
            <>
              <p class="soft">{i18n.t('actionsHint')}</p>
              <ActionFields
                actions={fields.actions ?? []}
                name={person.name}
                today={today}
                onChange={(actions) => change({ actions })}
              />
              <NextStageChoice
                person={person}
                proposed={proposed}
                chosen={chosen}
                why={fields.nextWhy ?? ''}
                move={fields.move ?? false}
                grounds={{
                  sources: page.sources,
                  name: person.name,
                  today,
                  language,
                  before: before || undefined,
                }}
                onChange={change}
              />
            </>
          )}
        </>
      )}
      <div class="buttons">
        {step < STEPS.length - 1 ? (
          <button type="button" class="go" onClick={() => go(step + 1)}>
            {i18n.t('nextStepOf')}
          </button>
        ) : (
          !done && (
            <button type="button" class="go" onClick={finish}>
              {i18n.t('finishReview')}
            </button>
          )
        )}
        <button type="button" class="plain" onClick={leave}>
          {done ? i18n.t('close') : i18n.t('laterReview')}
        </button>
      </div>
      <div class="line">
        <span class="label grow">{i18n.t('savedAsYouType')}</span>
        {review && (
          <button
            type="button"
            class="bare"
            aria-label={i18n.t('deleteReview')}
            title={i18n.t('deleteReview')}
            onClick={async () => {
              if ((await flush()) && (await act('deleteReview', () => deleteReview(db, review)))) onClose();
            }}
          >
            <Icon icon={Trash2} />
          </button>
        )}
      </div>
    </form>
  );
}
