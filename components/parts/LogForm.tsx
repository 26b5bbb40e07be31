import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ByHand, Participant } from '../../utils/db/by-hand.ts';
import { cleanText } from '../../utils/domain/names.ts';
import { CHANNELS, type Channel, type Direction, type Person } from '../../utils/domain/types.ts';
import { readLines } from '../../utils/phrases/lines.ts';
import { useDraft } from '../hooks/useDraft.ts';
import { useFormFocus } from '../hooks/useFocus.ts';
import { usePeopleDraft } from '../hooks/usePeopleDraft.ts';
import { useWhen } from '../hooks/useWhen.ts';
import { Form } from './Form.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { Promises } from './Promises.tsx';
import { WhenField } from './WhenField.tsx';

const DIRECTIONS: readonly Direction[] = ['both', 'out', 'in'];

/**
 * The form for what no page shows: a call, a meeting, a message, and with whom. With a `person` it is theirs, and others can
 * be added; without one somebody must be chosen. `onSave` resolves to whether it was stored.
 */
export function LogForm(props: {
  channel: Channel;
  onChannel: (channel: Channel) => void;
  draftKey: string;
  person?: Participant;
  search: (query: string) => Promise<readonly Person[]>;
  onSave: (logged: ByHand) => Promise<boolean>;
  language: string;
  onCancel: () => void;
}) {
  const { channel, draftKey, person, language } = props;
  const [opened] = useState(Date.now);
  const [summary, setSummary, clearSummary] = useDraft(`log:${draftKey}`);
  const [tone, setTone, clearTone] = useDraft(`log-tone:${draftKey}`);
  const [others, setOthers, clearOthers] = usePeopleDraft(`log-people:${draftKey}`);
  const [query, setQuery, clearQuery] = useDraft(`log-query:${draftKey}`);
  const state = useWhen(`log:${draftKey}`, 'past');
  const [direction, setDirection] = useState<Direction>();
  const [tried, setTried] = useState(false);
  const [unfolded] = useState(others.length > 0 || query !== '' || tone !== '');
  // What the form begins with: whom it is about where that is open, else what it was about.
  const first = useFormFocus<HTMLElement>() as RefObject<HTMLInputElement & HTMLTextAreaElement>;
  const later = useRef<HTMLInputElement>(null);
  const peopleField = person ? later : first;
  const whenField = useRef<HTMLInputElement>(null);
  const followUps = useMemo(() => readLines(summary, opened, language), [summary, opened, language]);

  const people = person ? [person, ...others] : others;
  const problem =
    query.trim() !== ''
      ? i18n.t('nameNotChosen', [query.trim()])
      : people.length === 0
        ? i18n.t('needSomebody')
        : undefined;
  const began = direction ?? (['email', 'message', 'letter'].includes(channel) ? 'out' : 'both');
  const submit = async () => {
    setTried(true);
    if (problem !== undefined) return peopleField.current?.focus();
    if (!state.when) return whenField.current?.focus();
    const { day, at } = state.when;
    const word = cleanText(tone, 60);
    const stored = await props.onSave({
      channel,
      direction: began,
      ...(at === undefined ? { day } : { at }),
      summary: summary.trim(),
      ...(word !== '' && { tone: word }),
      people,
      followUps,
    });
    if (!stored) return;
    setTried(false);
    for (const clear of [clearSummary, clearTone, clearOthers, clearQuery, state.clear]) clear();
  };

  const picker = (
    <PeoplePicker
      label={i18n.t(person ? 'alsoTookPart' : 'whoTookPart')}
      people={others}
      onPeople={setOthers}
      query={query}
      onQuery={setQuery}
      search={props.search}
      without={person?.id}
      problem={tried ? problem : undefined}
      field={peopleField}
    />
  );
  const toneField = (
    <label>
      <span class="label">{i18n.t('tone')}</span>
      <input
        value={tone}
        maxLength={60}
        placeholder={i18n.t('toneHint')}
        onInput={(event) => setTone(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <Form
      label={i18n.t('logThis', [i18n.t(`channel_${channel}`)])}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      {!person && picker}
      <label>
        <span class="label">{i18n.t('summaryOf', [i18n.t(`channel_${channel}`)])}</span>
        <textarea
          rows={3}
          value={summary}
          placeholder={i18n.t('summaryHint')}
          onInput={(event) => setSummary(event.currentTarget.value)}
          {...(person && { ref: first })}
        />
      </label>
      <Promises
        found={followUps}
        language={language}
        name={people.length > 1 ? people[0]?.name : undefined}
      />
      <WhenField state={state} language={language} hint={i18n.t('whenHint')} timed field={whenField} />
      <div class="fields">
        <label>
          <span class="label">{i18n.t('logHow')}</span>
          <select value={channel} onChange={(event) => props.onChannel(event.currentTarget.value as Channel)}>
            {CHANNELS.map((value) => (
              <option key={value} value={value}>
                {i18n.t(`channel_${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="label">{i18n.t('whoBegan')}</span>
          <select value={began} onChange={(event) => setDirection(event.currentTarget.value as Direction)}>
            {DIRECTIONS.map((value) => (
              <option key={value} value={value}>
                {i18n.t(`direction_${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {person ? (
        <details class="more" open={unfolded}>
          <summary>{i18n.t('othersAndTone')}</summary>
          {picker}
          {toneField}
        </details>
      ) : (
        toneField
      )}
    </Form>
  );
}
