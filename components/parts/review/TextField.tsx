/** A labelled text of several lines. */
export function TextField(props: {
  label: string;
  value: string;
  rows?: number;
  hint?: string;
  onInput: (value: string) => void;
}) {
  return (
    <label>
      <span class="label">{props.label}</span>
      <textarea
        rows={props.rows ?? 3}
        value={props.value}
        placeholder={props.hint ?? ''}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
