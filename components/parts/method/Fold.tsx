import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A part of the person that folds: open where it matters now. What is folded is not built before it is opened. */
export function Fold(props: {
  id: string;
  title: string;
  open: boolean;
  count?: number;
  children: () => ComponentChildren;
}) {
  const [open, setOpen] = useState(props.open);
  return (
    <details class="fold" id={props.id} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.title}
        {props.count ? <span class="tag">{props.count}</span> : null}
      </summary>
      {open && <div class="stack">{props.children()}</div>}
    </details>
  );
}
