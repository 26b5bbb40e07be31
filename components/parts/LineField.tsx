import type { RefObject } from 'preact';

/** The longest line that is kept; more is cut by the browser. */
const MAX_LINE = 500;

/** A labelled line of text. */
export function LineField(props: {
  label: string;
  value: string;
  required?: boolean;
  /** For the focus. */
  field?: RefObject<HTMLInputElement | null>;
  onInput: (value: string) => void;
}) {
  return (
    <label>
      <span class="label">{props.label}</span>
      <input
        value={props.value}
        maxLength={MAX_LINE}
        required={props.required}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        ref={props.field ?? null}
      />
    </label>
  );
}
