import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { patternFor, turnOn } from '../../utils/access.ts';
import { confirmOwn, refuseOwn, unconfirmed } from '../../utils/db/confirm-own.ts';
import { isLive } from '../../utils/db/lookup.ts';
import { ownAddresses } from '../../utils/db/own.ts';
import { addPerson, editPerson } from '../../utils/db/people.ts';
import { preference, setPreference } from '../../utils/db/preferences.ts';
import { recognise } from '../../utils/db/recognise.ts';
import type { Sighting } from '../../utils/sites/types.ts';
import { firstFollowUps } from '../../utils/words/firsts.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import type { TabState } from '../hooks/useTab.ts';
import { useKith } from '../kith.ts';
import { OwnAddress } from '../parts/OwnAddress.tsx';
import { PeopleStep } from '../parts/start/PeopleStep.tsx';
import { RhythmStep } from '../parts/start/RhythmStep.tsx';
import { SitesStep } from '../parts/start/SitesStep.tsx';
import { StartCard } from '../parts/start/StartCard.tsx';

/** The steps, in their order; what of them is done is in the preference `start`. */
export const START_STEPS = ['sites', 'own', 'people', 'rhythms'] as const;
type Step = (typeof START_STEPS)[number];

/** So many people make a beginning. */
const WANTED = 3;
const MOST_SHOWN = 6;

/**
 * The first two minutes: the sites, one's own address, three people, their rhythms. What the data shows to be done is
 * done; the rest is remembered, so that it goes on where it was. Shows nothing once it was closed. `sightings` are of the page
 * beside the panel; `onDone` hears that it was closed or finished.
 */
export function Start(props: { tab: TabState; sightings: readonly Sighting[]; onDone?: () => void }) {
  const { db, act } = useKith();
  const { tab, sightings } = props;
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const accounts = tab.frames.flatMap(({ reading }) => reading?.self ?? []);
  const { value } = useLiveQuery(async () => {
    const [start, own, asked, found, people, rhythms, without] = await Promise.all([
      preference(db, 'start'),
      ownAddresses(db),
      unconfirmed(db, accounts),
      recognise(db, worthAdding(sightings)),
      db.people.filter(isLive).limit(WANTED).count(),
      db.people.where('dueDay').above('').limit(WANTED).count(),
      db.people
        .orderBy('updatedAt')
        .filter((person) => isLive(person) && person.pulse?.cadence === undefined && !person.muted)
        .limit(WANTED * 2)
        .toArray(),
    ]);
    return { start, own, asked, found, people, rhythms, without };
  }, [accounts, sightings]);
  if (!value || value.start.closed) return null;

  const { start, own, asked, found, people, rhythms } = value;
  const [next] = value.without.filter(({ id }) => !passed.has(id));
  const done: Record<Step, boolean> = {
    sites: false,
    own: own.size > 0 && asked.length === 0,
    people: people >= WANTED,
    // Somebody to ask about may still come: with nobody added there is nothing to be done with.
    rhythms: rhythms >= WANTED || (people > 0 && next === undefined),
  };
  const step = START_STEPS.find((one) => !start.done.includes(one) && !done[one]);
  const keep = (changes: Parameters<typeof setPreference<'start'>>[2]) =>
    act('setting', async () => {
      await setPreference(db, 'start', changes);
      // No toast: it would hide the undo of what was done last.
      return undefined;
    });
  const close = () => void keep({ closed: true }).then((stored) => stored && props.onDone?.());
  const finish = (one: Step) => void keep({ done: [...start.done, one] });
  const frame = { steps: START_STEPS.length, onClose: close };

  if (step === undefined)
    return (
      <StartCard {...frame} title={i18n.t('startReady')} next={i18n.t('done')} onNext={close}>
        <p class="soft">{i18n.t('startReadyHint')}</p>
      </StartCard>
    );
  const at = { ...frame, step: START_STEPS.indexOf(step) + 1, onSkip: () => finish(step) };

  if (step === 'sites') {
    const pattern = tab.url === undefined ? undefined : patternFor(tab.url);
    return (
      <StartCard
        {...at}
        title={i18n.t('startSitesTitle')}
        next={i18n.t('startGoOn')}
        onNext={() => finish(step)}
        onSkip={undefined}
      >
        <SitesStep
          host={pattern && new URL(tab.url ?? '').host}
          readable={tab.readable}
          // Straight from the click, as the browser asks for it.
          onTurnOn={() => pattern && void turnOn(pattern, tab.tabId)}
        />
      </StartCard>
    );
  }
  if (step === 'own') {
    const [handle] = asked;
    return (
      <StartCard {...at} title={i18n.t('startOwnTitle')}>
        {handle ? (
          <OwnAddress
            handle={handle}
            onYes={() => void act('setting', () => confirmOwn(db, handle))}
            onNo={() => void act('setting', () => refuseOwn(db, handle))}
          />
        ) : (
          <p class="soft">{i18n.t('startOwnLater')}</p>
        )}
      </StartCard>
    );
  }
  if (step === 'people')
    return (
      <StartCard {...at} title={i18n.t('startPeopleTitle')}>
        <PeopleStep
          people={found
            .slice(0, MOST_SHOWN)
            .map(({ sighting, person, several }) => ({ sighting, known: Boolean(person ?? several) }))}
          count={people}
          wanted={WANTED}
          onAdd={({ name, headline, organization, location, handles }) =>
            void act('addPerson', async () => {
              const person = { name: name ?? handles[0].value, headline, organization, location, handles };
              return (await addPerson(db, person, firstFollowUps())).batch;
            })
          }
        />
      </StartCard>
    );
  return (
    <StartCard {...at} title={i18n.t('startRhythmTitle')}>
      {next ? (
        <RhythmStep
          person={next}
          onPick={(days) =>
            void act('setCadence', () => editPerson(db, next.id, { cadenceDays: days }, 'setCadence'))
          }
          onPass={() => setPassed(new Set([...passed, next.id]))}
        />
      ) : (
        <p class="soft">{i18n.t('startNobody')}</p>
      )}
    </StartCard>
  );
}

// Whoever hides behind another address, and what no person wrote, is nobody to begin with.
function worthAdding(sightings: readonly Sighting[]): readonly Sighting[] {
  return sightings.filter(({ claims, automated }) => claims === undefined && !automated);
}
