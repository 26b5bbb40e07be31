/** Beneath a picture: where it begins and ends, and which colour is what. */
export function Legend({ series, ends }: { series: readonly string[]; ends: readonly [string, string] }) {
  return (
    <figcaption class="label soft">
      <span>{ends[0]}</span>
      <span class="legend">
        {series.map((name, index) => (
          <span key={name} class={`key key-${index}`}>
            {name}
          </span>
        ))}
      </span>
      <span>{ends[1]}</span>
    </figcaption>
  );
}
