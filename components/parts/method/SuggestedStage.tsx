import { i18n } from '#i18n';
import type { EvidenceRows, SuggestedMove } from '../../../utils/db/method.ts';
import { dayOf } from '../../../utils/domain/days.ts';
import { evidenceText } from '../../../utils/words/evidence.ts';
import { approachWords } from './approachWords.ts';
import { type SourceRow, Sources } from './Sources.tsx';

/** "Move on to ...?" with what it rests on. The user decides. */
export function SuggestedStage(
  props: {
    name: string;
    language: string;
    onReview: (id: string) => void;
    onMove: () => void;
    onTurnDown: () => void;
  } & SuggestedMove,
) {
  const { suggestion, began } = props;
  const rows = rowsOf(props);
  return (
    <section class="card stack" aria-label={i18n.t('suggestedStage')}>
      <p>
        <b>{i18n.t('suggestStage', [i18n.t(`stage_${suggestion.to}`)])}</b>
      </p>
      <ul class="evidence">
        {suggestion.evidence.map((evidence) => (
          <li key={evidence.kind}>
            <Sources
              text={evidenceText(evidence)}
              // Days are counted from a review, or from how the stage began.
              ids={
                evidence.ids.length === 0 && evidence.kind.endsWith('-days') && began
                  ? [began.id]
                  : evidence.ids
              }
              rows={rows}
              touchpoints={props.touchpoints}
              name={props.name}
              language={props.language}
            />
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="go" onClick={props.onMove}>
          {i18n.t('moveTo', [i18n.t(`stage_${suggestion.to}`)])}
        </button>
        <button type="button" class="plain" onClick={props.onTurnDown}>
          {i18n.t('notNow')}
        </button>
      </div>
    </section>
  );
}

// What evidence may come from beside touchpoints, each in words. The ids of changes are numbers: they can't meet those of rows.
function rowsOf(props: EvidenceRows & { onReview: (id: string) => void }): ReadonlyMap<string, SourceRow> {
  const { goals, followUps, reviews, approach, contacts, began } = props;
  const moved = (from: string, to: string) => i18n.t('movedFromTo', [from, to]);
  return new Map<string, SourceRow>([
    ...goals.map(({ id, side, text, state, closedAt, createdAt }) => {
      const words = [text, i18n.t(`side_${side}`), state === 'met' && i18n.t('metIt')];
      return [id, { day: dayOf(closedAt ?? createdAt), text: words.filter(Boolean).join(' · ') }] as const;
    }),
    ...followUps.map(({ id, text, dueDay }) => [id, { day: dueDay, text }] as const),
    ...reviews.map(
      ({ id, day }) => [id, { day, text: i18n.t('theReview'), onOpen: () => props.onReview(id) }] as const,
    ),
    ...approach.map((change) => [change.id, { day: change.day, text: approachWords(change) }] as const),
    ...contacts.map(({ id, day, before, after }) => {
      const [from, to] = [before, after].map((name) => (name ? String(name) : i18n.t('unknown')));
      return [id, { day, text: moved(from ?? '', to ?? '') }] as const;
    }),
    ...(began
      ? [
          [
            began.id,
            {
              day: dayOf(began.at),
              text: began.from
                ? moved(i18n.t(`stage_${began.from}`), i18n.t(`stage_${began.to}`))
                : i18n.t(`stage_${began.to}`),
            },
          ] as const,
        ]
      : []),
  ]);
}
