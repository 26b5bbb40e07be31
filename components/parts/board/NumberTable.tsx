import { i18n } from '#i18n';

/** A number of a table, and what opens what it was counted from. */
export interface Cell {
  readonly text: string;
  /** Absent where there is nothing to open. */
  readonly onOpen?: (() => void) | undefined;
}

/** A picture in words and numbers: a row for each bar, every number opens its source. */
export function NumberTable(props: {
  caption: string;
  /** What a row is: a week, a month. */
  head: string;
  columns: readonly string[];
  rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}) {
  return (
    <table class="numbers">
      <caption class="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map(({ text, onOpen }, index) => (
              <td key={props.columns[index]}>
                {onOpen ? (
                  <button
                    type="button"
                    class="link"
                    aria-label={i18n.t('openNumber', [text, props.columns[index] ?? '', label])}
                    onClick={onOpen}
                  >
                    {text}
                  </button>
                ) : (
                  <span class="soft">{text}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
