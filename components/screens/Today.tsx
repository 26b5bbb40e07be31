import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  changeCadence,
  doneLabel,
  finishReason,
  keepAsIs,
  snooze,
  stopReason,
} from '../../utils/db/answers.ts';
import { dayPlanned, inContext, keepPlan, type NudgeInContext } from '../../utils/db/day.ts';
import { freeFollowUps } from '../../utils/db/nudges.ts';
import { closeFollowUp } from '../../utils/db/practice.ts';
import { setPreference } from '../../utils/db/preferences.ts';
import { dayOf } from '../../utils/domain/days.ts';
import { MOST_A_DAY } from '../../utils/domain/nudges/day.ts';
import { LATER, laterDay } from '../../utils/domain/nudges/gates.ts';
import { CADENCE_PRESETS } from '../../utils/domain/types.ts';
import { deliveryProblem } from '../../utils/nudging/health.ts';
import { shortDay } from '../format.ts';
import { useHotkeys } from '../hooks/useHotkeys.ts';
import { useLiveQuery } from '../hooks/useLiveQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useKith } from '../kith.ts';
import { DeliveryState } from '../parts/DeliveryState.tsx';
import { type NudgeAnswers, NudgeCard, type NudgeMenu } from '../parts/NudgeCard.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { LastWeek } from './LastWeek.tsx';

/** So many people waiting are no longer a day's work: Kith offers to begin gently. */
const A_WALL = 20;
const MORE = 20;

/** A morning's triage: whom to think of today, why, and the ways out, with the keyboard alone. */
export function Today({ onPerson, onUndo }: { onPerson: (id: string) => void; onUndo: () => void }) {
  const { db, language, act, open } = useKith();
  const today = dayOf(useNow());
  const { value } = useLiveQuery(async () => {
    const [day, free] = await Promise.all([dayPlanned(db, Date.now()), freeFollowUps(db, today)]);
    const [shown, next] = await Promise.all([
      inContext(db, day.nudges),
      inContext(db, day.waiting.slice(0, MORE)),
    ]);
    return { ...day, shown, next, free };
  }, [today]);
  const plan = value?.plan;
  useEffect(() => {
    // A plan that can't be stored is made again at the next look.
    if (plan) keepPlan(db, plan).catch(() => {});
  }, [db, plan]);

  const [place, setPlace] = useState(0);
  const [menu, setMenu] = useState<NudgeMenu>();
  const [more, setMore] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  const list = value ? [...value.shown, ...(more ? value.next : [])] : [];
  const at = Math.min(place, list.length - 1);
  const current = list[at];
  // After a key the focus follows the selection, also when the one selected was answered and went.
  const currentId = current?.personId;
  // Before the next key can arrive, which an effect after painting is not.
  useLayoutEffect(() => {
    if (currentId !== undefined && moved.current) opener.current?.focus();
    moved.current = false;
  }, [currentId]);

  const answersTo = (nudge: NudgeInContext): NudgeAnswers => {
    const { person } = nudge;
    const answered = (work: Promise<unknown>) => {
      moved.current = true;
      setMenu(undefined);
      void work;
    };
    return {
      onOpen: () => onPerson(person.id),
      onDone: (reason) => {
        // A review is done by doing it.
        if (reason.kind === 'review') return open(`review=${person.id}`);
        answered(act(doneLabel(reason), () => finishReason(db, person, reason, nudge.last?.channel)));
      },
      onLater: (choice) =>
        answered(
          act('snooze', () =>
            snooze(db, person, typeof choice === 'string' ? laterDay(choice, today) : choice.day),
          ),
        ),
      onCadence: (days) =>
        answered(act('setCadence', () => changeCadence(db, person, days, nudge.reasons[0]))),
      onStop: (reason) => answered(act('stopNudge', () => stopReason(db, person, reason))),
      onKeep: () => answered(act('stopNudge', () => keepAsIs(db, person))),
    };
  };

  const move = (by: number) => {
    moved.current = true;
    setMenu(undefined);
    setPlace((before) => Math.max(0, Math.min(list.length - 1, Math.min(before, list.length - 1) + by)));
    opener.current?.focus();
  };
  const toCurrent = (work: (answers: NudgeAnswers, nudge: NudgeInContext) => void) => () => {
    if (current) work(answersTo(current), current);
  };
  const number = (index: number) =>
    toCurrent((answers) => {
      const later = LATER[index];
      const days = CADENCE_PRESETS[index];
      if (menu === 'later' && later) answers.onLater(later);
      if (menu === 'cadence' && days) answers.onCadence(days);
    });
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    d: toCurrent((answers, { reasons: [first] }) =>
      first.kind === 'quiet' ? answers.onKeep() : answers.onDone(first),
    ),
    l: () => setMenu(menu === 'later' ? undefined : 'later'),
    c: () => setMenu(menu === 'cadence' ? undefined : 'cadence'),
    s: toCurrent((answers, { reasons: [first] }) => answers.onStop(first)),
    u: onUndo,
    o: toCurrent((answers) => answers.onOpen()),
    escape: () => setMenu(undefined),
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [String(index + 1), number(index)])),
  });

  if (!value) return <Skeleton />;
  const { waiting, free, preferences } = value;
  const { pausedUntil } = preferences;
  return (
    <>
      <h1>{i18n.t('today')}</h1>
      <DeliveryState notify={preferences.notify} check={deliveryProblem} />
      {pausedUntil !== undefined && today < pausedUntil && (
        <p class="soft">{i18n.t('allPaused', [shortDay(pausedUntil, language, today)])}</p>
      )}
      {list.length === 0 && free.length === 0 && <NobodyToday waiting={waiting.length} />}
      {free.length > 0 && (
        <ul class="card">
          {free.map((followUp) => (
            <li key={followUp.id} class="line">
              <span class="grow">{followUp.text}</span>
              <button
                type="button"
                class="link"
                aria-label={i18n.t('markDone', [followUp.text])}
                onClick={() => void act('closeFollowUp', () => closeFollowUp(db, followUp))}
              >
                {i18n.t('done')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ol class="nudges">
        {list.map((nudge, index) => (
          <NudgeCard
            key={nudge.personId}
            nudge={nudge}
            today={today}
            language={language}
            selected={index === at}
            menu={index === at ? menu : undefined}
            onMenu={(next) => {
              setPlace(index);
              setMenu(next);
            }}
            onSelect={() => setPlace(index)}
            answers={answersTo(nudge)}
            opener={index === at ? opener : undefined}
          />
        ))}
      </ol>
      {list.length > 0 && (
        <p class="label soft">
          {i18n.t('todayCoverage')} {i18n.t('todayKeys')}
        </p>
      )}
      {!more && waiting.length > 0 && (
        <p class="soft">
          {i18n.t('moreWait', waiting.length, [String(waiting.length), String(MOST_A_DAY)])}{' '}
          <button type="button" class="link" onClick={() => setMore(true)}>
            {i18n.t('showMore')}
          </button>
        </p>
      )}
      {waiting.length > A_WALL && preferences.gentleSince === undefined && (
        <p class="soft">
          {i18n.t('gentleExplained')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => void act('setting', () => setPreference(db, 'nudges', { gentleSince: today }))}
          >
            {i18n.t('startGently')}
          </button>
        </p>
      )}
      <LastWeek today={today} />
    </>
  );
}

function NobodyToday({ waiting }: { waiting: number }) {
  const { db } = useKith();
  const { value: rhythms } = useLiveQuery(() => db.people.where('nudgeDay').above('').limit(1).count(), []);
  if (waiting > 0) return <p class="soft">{i18n.t('todayDone')}</p>;
  if (rhythms === undefined) return null;
  return <p class="soft">{i18n.t(rhythms > 0 ? 'nobodyToday' : 'noRhythms')}</p>;
}
