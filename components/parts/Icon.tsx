import type { IconNode } from 'lucide';
import { createElement } from 'preact';

/** A lucide icon in the colour of its text, decorative unless `label` names it. */
export function Icon({ icon, label, size = 16 }: { icon: IconNode; label?: string; size?: number }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: decorative, or named by aria-label below.
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label })}
    >
      {icon.map(([tag, attributes]) => createElement(tag as 'path', attributes as object))}
    </svg>
  );
}
