/** An address that breaks after its dots and its @ where it has to, rather than before its last letter. */
export function Breakable({ text }: { text: string }) {
  return <>{text.split(/(?<=[@._/-])/).map((part, place) => [place > 0 && <wbr />, part])}</>;
}
