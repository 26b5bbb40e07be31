import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { setApproach } from '../../utils/db/approach.ts';
import type { Tables } from '../../utils/db/database.ts';
import { addEntry, deleteEntry, ENTRY_LABELS, type EntryTable, editEntry } from '../../utils/db/entries.ts';
import type { ActionLabel } from '../../utils/db/journal.ts';
import { methodOf } from '../../utils/db/method.ts';
import { editPerson } from '../../utils/db/people.ts';
import type { Changes } from '../../utils/db/write.ts';
import { composeLink } from '../../utils/domain/compose-link.ts';
import type { PracticeId } from '../../utils/domain/practices.ts';
import { type Day, type Person, STAGES, type Stage } from '../../utils/domain/types.ts';
import { languageOf, templateLanguage } from '../../utils/playbooks/text.ts';
import { shortDay } from '../format.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useKith } from '../kith.ts';
import { FocusOn } from '../parts/FocusOn.tsx';
import { ApproachForm } from '../parts/method/ApproachForm.tsx';
import { languageName } from '../parts/method/approachWords.ts';
import { Dates } from '../parts/method/Dates.tsx';
import { Entries } from '../parts/method/Entries.tsx';
import { Fold } from '../parts/method/Fold.tsx';
import {
  factFields,
  feedbackFields,
  supportFields,
  toFact,
  toFeedback,
  toSupport,
} from '../parts/method/fields.ts';
import { Practice } from '../parts/method/Practice.tsx';
import { StageHistory } from '../parts/method/StageHistory.tsx';
import { StandingView } from '../parts/method/StandingView.tsx';
import { SatisfactionLine } from '../parts/review/SatisfactionLine.tsx';
import { ApproachHistory } from './ApproachHistory.tsx';
import { LessonsHere } from './LessonsHere.tsx';
import { stageAt } from './methodTargets.ts';
import { PlaybookPicker } from './PlaybookPicker.tsx';
import { playbookOf } from './playbookOf.ts';

/** The practices of the method with one person, by stage: the present one is open. Loaded after the person is painted. */
export function PersonMethod({
  person,
  today,
  at,
  address,
  site,
}: {
  person: Person;
  today: Day;
  /** A place on the card (methodTargets.ts) that is opened and has the focus. */
  at?: string | undefined;
  address: string | undefined;
  site: string | undefined;
}) {
  const { db, language, act, open } = useKith();
  const { id, name } = person;
  const { value } = useLiveQuery(() => methodOf(db, id, today), [id, today]);
  const { value: found } = useLiveQuery(
    async () => person.playbook && playbookOf(db, person.playbook),
    [person.playbook],
  );
  const [changing, setChanging] = useState(false);
  if (!value) return null;
  const { standing, touchpoints } = value;
  const own = languageOf(language);
  const theirs = templateLanguage(person.language, own);

  const practice = (practice: PracticeId) => {
    const prompt = found ? found.playbook.practices[practice] : undefined;
    return {
      hint: prompt?.hint[own],
      say: prompt?.say?.[theirs],
      mailTo: address === undefined ? undefined : (body: string) => composeLink(address, site, { body }),
    };
  };
  // The lists know their entries by id; each change of a row can be undone.
  const changesOf = <T extends EntryTable>(table: T, rows: readonly Tables[T][]) => {
    const change = (label: ActionLabel, one: string, work: (row: Tables[T]) => Promise<string>) =>
      act(label, async () => {
        const row = rows.find((row) => row.id === one);
        return row && work(row);
      });
    return {
      edit: (one: string, changes: Changes<T>) =>
        change(ENTRY_LABELS[table].edit, one, (row) => editEntry(db, table, row, changes)),
      remove: (one: string) =>
        void change(ENTRY_LABELS[table].remove, one, (row) => deleteEntry(db, table, row)),
    };
  };
  const facts = changesOf('facts', value.facts);
  const feedback = changesOf('feedback', value.feedback);
  const support = changesOf('support', value.support);

  const stages: Record<Stage, () => preact.ComponentChildren> = {
    establish: () => (
      <>
        <Practice {...practice('goals')} />
        <Practice {...practice('communicate')} />
        <div id="facts">
          <Entries
            title={i18n.t('facts')}
            empty={i18n.t('noFacts', [name])}
            label={i18n.t('fact')}
            add={i18n.t('addFact')}
            draftKey={`fact:${id}`}
            fields={factFields()}
            entries={value.facts.map((fact) => ({
              id: fact.id,
              text: fact.text,
              meta: `${i18n.t(`fact_${fact.kind}`)} · ${i18n.t(`told_${fact.told.slice(3) as 'them'}`)}`,
              link: fact.sourceLink,
              values: { kind: fact.kind, told: fact.told, day: fact.day ?? '' },
            }))}
            onAdd={(text, values) =>
              act('addFact', () => addEntry(db, 'facts', { personId: id, ...toFact(text, values) }))
            }
            onEdit={(one, text, values) => facts.edit(one, toFact(text, values))}
            onDelete={facts.remove}
          />
          <Practice {...practice('trust')} />
        </div>
        <div id="feedback">
          <Entries
            title={i18n.t('feedback')}
            empty={i18n.t('noFeedback', [name])}
            label={i18n.t('whatTheySaid')}
            add={i18n.t('addFeedback')}
            draftKey={`feedback:${id}`}
            fields={feedbackFields(today)}
            entries={value.feedback.map((row) => ({
              id: row.id,
              text: row.text,
              meta: shortDay(row.day, language, today),
              state: row.state,
              outcome: row.outcome,
              values: { from: row.from, day: row.day, outcome: row.outcome ?? '' },
            }))}
            onAdd={(text, values) =>
              act('addFeedback', () =>
                addEntry(db, 'feedback', { personId: id, ...toFeedback(text, values, today) }),
              )
            }
            onEdit={(one, text, values) => {
              // Ticked without a word it stays ticked.
              const { state, outcome, ...changes } = toFeedback(text, values, today);
              return feedback.edit(one, { ...changes, outcome, ...(state === 'done' && { state }) });
            }}
            onDelete={feedback.remove}
            onTick={(one, done) => void feedback.edit(one, { state: done ? 'done' : 'open' })}
          />
          <Practice {...practice('listen')} />
        </div>
      </>
    ),
    maintain: () => (
      <>
        <Practice {...practice('contact')} />
        <div id="support">
          <Entries
            title={i18n.t('support')}
            empty={i18n.t('noSupport', [name])}
            label={i18n.t('whatSupport')}
            add={i18n.t('addSupport')}
            draftKey={`support:${id}`}
            fields={supportFields(today)}
            entries={value.support.map((row) => ({
              id: row.id,
              text: row.text,
              meta: `${i18n.t(`support_${row.kind}`)} · ${shortDay(row.day, language, today)}`,
              state: row.state,
              values: { kind: row.kind, day: row.day },
            }))}
            onAdd={(text, values) =>
              act('addSupport', () =>
                addEntry(db, 'support', { personId: id, ...toSupport(text, values, today) }),
              )
            }
            onEdit={(one, text, values) => {
              const { state: _, ...changes } = toSupport(text, values, today);
              return support.edit(one, changes);
            }}
            onDelete={support.remove}
            onTick={(one, done) => void support.edit(one, { state: done ? 'done' : 'open' })}
          />
          <Practice {...practice('support')} />
        </div>
        <section id="ask-feedback" aria-label={i18n.t('askFeedback')}>
          <h3>{i18n.t('askFeedback')}</h3>
          <p class="soft">
            {person.pulse?.feedbackDay === undefined
              ? i18n.t('askFeedbackHint')
              : i18n.t('askFeedbackOn', [shortDay(person.pulse.feedbackDay, language, today)])}
          </p>
          <Practice {...practice('feedback')} />
        </section>
        <div id="dates">
          <Dates
            dates={person.dates ?? []}
            today={today}
            language={language}
            onChange={(dates) =>
              act('editPerson', () => editPerson(db, id, { dates: dates.length > 0 ? dates : undefined }))
            }
          />
          <Practice {...practice('together')} />
        </div>
      </>
    ),
    optimize: () => (
      <>
        <section id="standing" aria-label={i18n.t('standing')}>
          <h3>{i18n.t('standing')}</h3>
          <StandingView
            standing={standing}
            touchpoints={touchpoints}
            support={value.support}
            followUps={value.followUps}
            name={name}
            language={language}
            today={today}
          />
          <Practice {...practice('analyse')} />
        </section>
        <section id="approach" aria-label={i18n.t('approach')}>
          <h3>
            {i18n.t('approach')}
            <button
              type="button"
              class="link"
              aria-label={i18n.t('changeApproach')}
              onClick={() => setChanging(true)}
            >
              {i18n.t('change')}
            </button>
          </h3>
          {changing ? (
            <ApproachForm
              person={person}
              onCancel={() => setChanging(false)}
              onSave={async ({ approach, others }) => {
                const stored = await act('setApproach', () => setApproach(db, person, approach, others));
                if (stored) setChanging(false);
                return stored;
              }}
            />
          ) : (
            <ApproachFacts person={person} />
          )}
          <ApproachHistory changes={value.approach} today={today} />
          <Practice {...practice('adjust')} />
        </section>
        <Practice {...practice('goals-next')} />
        <section id="lessons" aria-label={i18n.t('lessons')}>
          <LessonsHere person={person} />
          <Practice {...practice('learn')} />
        </section>
      </>
    ),
    evaluate: () => (
      <>
        <Practice {...practice('review')}>
          <div class="buttons" id="review">
            <button type="button" class="plain" onClick={() => open(`review=${id}`)}>
              {i18n.t('openReview')}
            </button>
          </div>
        </Practice>
        <SatisfactionLine
          {...standing.satisfaction}
          name={name}
          today={today}
          language={language}
          onReview={(review) => open(`review=${id}/${review}`)}
        />
        <Practice {...practice('gather')} />
        <Practice {...practice('sum-up')} />
        <Practice {...practice('plan')} />
        <StageHistory
          moves={value.moves}
          reviews={value.reviews}
          language={language}
          today={today}
          onReview={(review) => open(`review=${id}/${review}`)}
        />
      </>
    ),
  };

  return (
    <>
      <PlaybookPicker person={person} />
      {[person.stage, ...STAGES.filter((stage) => stage !== person.stage)].map((stage) => (
        <Fold
          key={`${stage}${stage === person.stage}`}
          id={`stage-${stage}`}
          title={i18n.t(`stage_${stage}`)}
          open={stage === person.stage || stage === stageAt(at)}
        >
          {stages[stage]}
        </Fold>
      ))}
      {at !== undefined && <FocusOn id={at} />}
    </>
  );
}

function ApproachFacts({ person: { approach = {}, language, timeZone, pulse } }: { person: Person }) {
  const facts = [
    ['channel', approach.channel && i18n.t(`channel_${approach.channel}`)],
    ['tone', approach.tone],
    ['language', language && languageName(language)],
    ['timeZone', timeZone],
    ['cadenceDays', pulse?.cadence && i18n.t('everyDays', pulse.cadence, [String(pulse.cadence)])],
    ['avoid', approach.avoid],
    ['strengths', approach.strengths],
    ['weaknesses', approach.weaknesses],
  ] as const;
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return <p class="soft">{i18n.t('noApproach')}</p>;
  return (
    <dl>
      {known.map(([field, value]) => (
        <div key={field}>
          <dt class="label soft">{i18n.t(`approach_${field as 'tone'}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
