import { i18n } from '#i18n';

/** Two sides as one bar; nothing when there is nothing to weigh. */
export function BalanceBar({ label, theirs, mine }: { label: string; theirs: number; mine: number }) {
  const all = theirs + mine;
  if (all === 0) return null;
  const share = (100 * theirs) / all;
  return (
    <svg
      class="balance"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${i18n.t('count_theirs', [String(theirs)])}, ${i18n.t('count_mine', [String(mine)])}`}
    >
      <rect class="theirs" x="0" y="0" width={share} height="6" />
      <rect class="mine" x={share} y="0" width={100 - share} height="6" />
    </svg>
  );
}
