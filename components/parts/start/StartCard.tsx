import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '../Icon.tsx';

/** The frame of the first two minutes: which step this is, how many there are, and the ways past it. */
export function StartCard(props: {
  title: string;
  /** From 1; absent at the end. */
  step?: number | undefined;
  steps: number;
  children: ComponentChildren;
  /** Words of the button that goes on, where a click is what ends the step. */
  next?: string | undefined;
  onNext?: (() => void) | undefined;
  onSkip?: (() => void) | undefined;
  onClose: () => void;
}) {
  const { step, steps } = props;
  return (
    <section class="card stack begin" aria-labelledby="start-title">
      <div class="line">
        <h2 id="start-title" class="grow">
          {props.title}
        </h2>
        {step !== undefined && (
          <span class="label soft">{i18n.t('startStep', [String(step), String(steps)])}</span>
        )}
        <button type="button" class="bare" aria-label={i18n.t('startClose')} onClick={props.onClose}>
          <Icon icon={X} />
        </button>
      </div>
      {props.children}
      <div class="buttons">
        {props.next && (
          <button type="button" class="go" onClick={props.onNext}>
            {props.next}
          </button>
        )}
        {props.onSkip && (
          <button type="button" class="plain" onClick={props.onSkip}>
            {i18n.t('startSkip')}
          </button>
        )}
      </div>
    </section>
  );
}
