import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { cardOf } from '../../utils/db/card.ts';
import type { Recognised } from '../../utils/db/recognise.ts';
import { dayOf } from '../../utils/domain/days.ts';
import type { Channel, Touchpoint } from '../../utils/domain/types.ts';
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
import { PersonHeader } from '../parts/PersonHeader.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { StageSteps } from '../parts/StageSteps.tsx';
import { WhereWeStand } from '../parts/WhereWeStand.tsx';

import type { WholeTimeline } from './WholeTimeline.tsx';

const Backfill = lazy(async () => (await import('../parts/Backfill.tsx')).Backfill);
const EditHere = lazy(async () => (await import('./EditHere.tsx')).EditHere);
const FollowUpForm = lazy(async () => (await import('../parts/FollowUpForm.tsx')).FollowUpForm);
const LogHere = lazy(async () => (await import('./LogHere.tsx')).LogHere);
const PersonMethod = lazy(async () => (await import('./PersonMethod.tsx')).PersonMethod);
const StageSuggestion = lazy(async () => (await import('./StageSuggestion.tsx')).StageSuggestion);
// At the end of a long card: it comes after what is read first.
const Timeline = lazy(async () => (await import('../parts/Timeline.tsx')).Timeline);
const CalendarLinks = lazy(async () => (await import('./InCalendar.tsx')).InCalendar);
const OnThisPage = lazy(async () => (await import('../parts/OnThisPage.tsx')).OnThisPage);
const WhyNotCounted = lazy(async () => (await import('./WhyNotCounted.tsx')).WhyNotCounted);
const NudgeLine = lazy(async () => (await import('./NudgeLine.tsx')).NudgeLine);

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
  const [Whole, setWhole] = useState<typeof WholeTimeline>();
  const sighting = meeting?.found.sighting;
  const seen = sighting?.touchpoints ?? [];
  const automated = sighting?.automated;

  const { value, loading } = useLiveQuery(
    () => cardOf(db, id, seen, FEW),
    [id, seen.map(({ sourceKey }) => sourceKey)],
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

  const shown = {
    name: person.name,
    today,
    language,
    onDelete: (touchpoint: Touchpoint) =>
      void act('deleteTouchpoint', async () => (await touching()).deleteTouchpoint(db, touchpoint.id)),
  };

  return (
    <>
      {meeting && <NudgeLine id={id} today={today} />}
      {editing ? (
        <EditHere person={person} handles={handles} onGone={onGone} onClose={() => setEditing(false)} />
      ) : (
        <PersonHeader person={person} handles={handles} now={now} onEdit={() => setEditing(true)} />
      )}
      {sighting && (
        <OnThisPage
          sighting={sighting}
          name={person.name}
          handles={handles}
          onAdd={(handle) => act('addHandle', async () => (await people()).addHandle(db, id, handle))}
          onNotThem={(row) =>
            act('notSame', async () =>
              (await people()).removeHandle(db, row, { label: 'notSame', about: person.name }),
            )
          }
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
        logged={seen.length > 0 && unlogged.length === 0}
        open={logging}
        onLog={log}
        onOpen={(channel) => setLogging(logging === channel ? undefined : channel)}
      >
        {sighting && unlogged[0] && <WhyNotCounted {...{ person, sighting, now }} message={unlogged[0]} />}
      </LogBar>
      {thread.length > 1 && <Backfill unlogged={thread} name={person.name} onLog={log} />}
      {logging && <LogHere person={person} channel={logging} onChannel={setLogging} />}
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
        {...shown}
        touchpoints={touchpoints}
        total={person.touchpointCount}
        all={Whole && <Whole {...shown} id={id} first={touchpoints} />}
        onAll={() => void import('./WholeTimeline.tsx').then((it) => setWhole(() => it.WholeTimeline))}
      />
    </>
  );
}
