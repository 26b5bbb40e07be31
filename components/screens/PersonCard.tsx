import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { cardOf } from '../../utils/db/card.ts';
import type { Recognised } from '../../utils/db/recognise.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { refusalOf } from '../../utils/domain/refusals.ts';
import type { Channel } from '../../utils/domain/types.ts';
import { counts, worthLogging } from '../../utils/domain/worth-logging.ts';
import type { SeenTouchpoint } from '../../utils/sites/types.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { Goals } from '../parts/Goals.tsx';
import { Icon } from '../parts/Icon.tsx';
import { LogBar } from '../parts/LogBar.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Notes } from '../parts/Notes.tsx';
import { OnThisPage } from '../parts/OnThisPage.tsx';
import { PersonHeader } from '../parts/PersonHeader.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { StageSteps } from '../parts/StageSteps.tsx';
import { WhereWeStand } from '../parts/WhereWeStand.tsx';

const Backfill = lazy(async () => (await import('../parts/Backfill.tsx')).Backfill);
const EditPerson = lazy(async () => (await import('../parts/EditPerson.tsx')).EditPerson);
const FollowUpForm = lazy(async () => (await import('../parts/FollowUpForm.tsx')).FollowUpForm);
const LogForm = lazy(async () => (await import('../parts/LogForm.tsx')).LogForm);
const PersonMethod = lazy(async () => (await import('./PersonMethod.tsx')).PersonMethod);
const StageSuggestion = lazy(async () => (await import('./StageSuggestion.tsx')).StageSuggestion);
// At the end of a long card: it comes after what is read first.
const Timeline = lazy(async () => (await import('../parts/Timeline.tsx')).Timeline);
const CalendarLinks = lazy(async () => (await import('./InCalendar.tsx')).InCalendar);
const NudgeLine = lazy(async () => (await import('./NudgeLine.tsx')).NudgeLine);
const MergeWith = lazy(async () => (await import('./MergeWith.tsx')).MergeWith);

// What writes is loaded with the first thing the user does.
const people = () => import('../../utils/db/people.ts');
const practice = () => import('../../utils/db/practice.ts');

const touching = () => import('../../utils/db/touchpoints.ts');

const FEW = 5;

/** Where a person is met now: the page's title and link for notes, and what it shows of them. */
export interface Meeting {
  readonly found: Recognised;
  readonly site: string | undefined;
  readonly title: string;
  readonly url: string;
}

/** Everything about one person, and everything that can be done with them. */
export function PersonCard({
  id,
  at,
  meeting,
  onGone,
}: {
  id: string;
  /** A place on the card that is opened and has the focus. */
  at?: string | undefined;
  meeting?: Meeting | undefined;
  onGone?: () => void;
}) {
  const { db, language, act } = useKith();
  const now = useNow();
  const today = dayOf(now);
  const [editing, setEditing] = useState(false);
  const [logging, setLogging] = useState<Channel>();
  const [promising, setPromising] = useState(false);
  const [allTouchpoints, setAllTouchpoints] = useState(false);
  const [merging, setMerging] = useState(false);
  const sighting = meeting?.found.sighting;
  const seen = sighting?.touchpoints ?? [];
  const automated = sighting?.automated;

  const { value, loading } = useLiveQuery(
    () => cardOf(db, id, seen, allTouchpoints ? Number.POSITIVE_INFINITY : FEW),
    [id, allTouchpoints, seen.map(({ sourceKey }) => sourceKey)],
  );

  if (!value) return loading ? <Skeleton /> : null;
  const { person, handles, goals, notes, followUps, touchpoints, logged } = value;
  const unlogged = worthLogging(seen, logged, automated, now);
  const thread = unlogged.filter((touchpoint) => counts(touchpoint, automated, now));
  if (!person) return <p class="soft">{i18n.t('personGone')}</p>;

  const source = meeting && {
    sourceTitle: seen[0]?.subject ?? meeting.title,
    sourceLink: seen[0]?.link ?? meeting.url,
  };
  const log = (touchpoints: readonly SeenTouchpoint[]) =>
    act('log', async () => {
      const all = touchpoints.map((touchpoint) => ({ ...touchpoint, personIds: [id], site: meeting?.site }));
      const { logTouchpoints } = await touching();
      return (await logTouchpoints(db, all, touchpoints[0]?.subject)).batch;
    });

  return (
    <>
      {meeting && <NudgeLine id={id} today={today} />}
      {merging ? (
        <MergeWith person={person} onClose={() => setMerging(false)} />
      ) : editing ? (
        <EditPerson
          person={person}
          handles={handles}
          onSave={(edited) => act('editPerson', async () => (await people()).editPerson(db, id, edited))}
          onAddHandle={(handle) => act('addHandle', async () => (await people()).addHandle(db, id, handle))}
          onRemoveHandle={(row) => act('removeHandle', async () => (await people()).removeHandle(db, row))}
          onSplit={(row) =>
            act('splitPerson', async () => {
              const { splitHandle } = await import('../../utils/db/merge.ts');
              return (await splitHandle(db, row, row.value)).batch;
            })
          }
          onMerge={() => {
            setEditing(false);
            setMerging(true);
          }}
          onDelete={async () => {
            if (await act('deletePerson', async () => (await people()).deletePerson(db, id))) onGone?.();
          }}
          onClose={() => setEditing(false)}
        />
      ) : (
        <PersonHeader person={person} handles={handles} now={now} onEdit={() => setEditing(true)} />
      )}
      {sighting && (
        <OnThisPage
          sighting={sighting}
          name={person.name}
          handles={handles}
          onAdd={(handle) => act('addHandle', async () => (await people()).addHandle(db, id, handle))}
          onNotThem={(row) => act('removeHandle', async () => (await people()).removeHandle(db, row))}
        />
      )}
      <StageSteps
        stage={person.stage}
        onMove={(to) =>
          to !== person.stage &&
          act('moveStage', async () => {
            const { firstsOf } = await import('./firstsOf.ts');
            const firsts = await firstsOf(db, person.playbook, language);
            return (await people()).moveStage(db, id, to, { firsts });
          })
        }
      />
      <StageSuggestion person={person} today={today} />
      <WhereWeStand
        person={person}
        last={touchpoints[0]}
        followUps={followUps}
        today={today}
        language={language}
        onCadence={(cadenceDays) =>
          act('setCadence', async () => (await people()).editPerson(db, id, { cadenceDays }, 'setCadence'))
        }
        calendar={(item) => <CalendarLinks {...item} />}
        onDone={(followUp) =>
          act('closeFollowUp', async () => (await practice()).closeFollowUp(db, followUp))
        }
      />
      <button
        type="button"
        class="link start"
        id="follow-ups"
        aria-expanded={promising}
        onClick={() => setPromising(!promising)}
      >
        <Icon icon={Plus} size={14} /> {i18n.t('addFollowUp')}
      </button>
      {promising && (
        <FollowUpForm
          draftKey={id}
          name={person.name}
          today={today}
          language={language}
          onSave={async (followUp) => {
            const stored = await act('addFollowUp', async () =>
              (await practice()).addFollowUp(db, { personId: id, ...followUp }),
            );
            if (stored) setPromising(false);
            return stored;
          }}
          onCancel={() => setPromising(false)}
        />
      )}
      <LogBar
        unlogged={unlogged}
        refusal={unlogged[0] && refusalOf(unlogged[0], automated)}
        logged={seen.length > 0 && unlogged.length === 0}
        open={logging}
        onLog={log}
        onOpen={(channel) => setLogging(logging === channel ? undefined : channel)}
      />
      {thread.length > 1 && <Backfill unlogged={thread} name={person.name} onLog={log} />}
      {logging && (
        <LogForm
          channel={logging}
          onChannel={setLogging}
          draftKey={id}
          person={person}
          language={language}
          search={async (query) => (await import('../../utils/db/search.ts')).searchPeople(db, query, FEW)}
          onCancel={() => setLogging(undefined)}
          onSave={async (logged) => {
            const stored = await act('log', async () =>
              (await import('../../utils/db/by-hand.ts')).logByHand(db, logged),
            );
            if (stored) setLogging(undefined);
            return stored;
          }}
        />
      )}
      <Goals
        goals={goals}
        name={person.name}
        draftKey={id}
        onAdd={(side, text) => act('addGoal', async () => (await practice()).addGoal(db, id, side, text))}
        onEdit={(goal, side, text) =>
          act('editGoal', async () => (await practice()).editGoal(db, goal, { side, text }))
        }
        onClose={(goal, state) => act('closeGoal', async () => (await practice()).closeGoal(db, goal, state))}
        onDelete={(goal) => act('deleteGoal', async () => (await practice()).deleteGoal(db, goal))}
      />
      <Notes
        notes={notes}
        name={person.name}
        today={today}
        language={language}
        draftKey={id}
        onSave={({ id: noteId, batch }, body) =>
          act('editNote', async () => {
            await (await practice()).saveNote(db, { id: noteId, personId: id, body, ...source }, batch);
            return undefined;
          })
        }
        onDelete={(note) => act('deleteNote', async () => (await practice()).deleteNote(db, note))}
      />
      <PersonMethod
        person={person}
        today={today}
        at={at}
        address={handles.find(({ kind }) => kind === 'email')?.value}
        site={meeting?.site ?? touchpoints[0]?.site}
      />
      <Timeline
        touchpoints={touchpoints}
        total={person.touchpointCount}
        name={person.name}
        today={today}
        language={language}
        onAll={() => setAllTouchpoints(true)}
        onDelete={(touchpoint) =>
          act('deleteTouchpoint', async () => (await touching()).deleteTouchpoint(db, touchpoint.id))
        }
      />
    </>
  );
}
