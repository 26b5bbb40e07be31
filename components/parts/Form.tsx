import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

/** A form in a card: its fields, Save and Cancel, and whatever else ends the row. Escape cancels. */
export function Form(props: {
  label: string;
  onSubmit: () => void;
  onCancel: () => void;
  children: ComponentChildren;
  /** After the buttons. */
  more?: ComponentChildren;
}) {
  return (
    <form
      class="card form"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
    >
      {props.children}
      <div class="buttons">
        <button type="submit" class="go">
          {i18n.t('save')}
        </button>
        <button type="button" class="plain" onClick={props.onCancel}>
          {i18n.t('cancel')}
        </button>
        {props.more}
      </div>
    </form>
  );
}
