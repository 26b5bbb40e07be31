/** How long the machine's time zone is taken for granted (ms). */
const ZONE_MS = 60_000;

let zone = '';
let asked = Number.NEGATIVE_INFINITY;

// In Chrome 144+ and Firefox 139+; TypeScript's own types of it are not in every library this is checked with.
interface Temporal {
  readonly Now: { timeZoneId(): string };
}

/**
 * IANA name of the machine's time zone. Travellers change it, but not from one reading to the next. Without Temporal it is
 * Intl that is asked, whose first answer costs a page 12 ms.
 */
export function machineZone(): string {
  const now = performance.now();
  if (now - asked > ZONE_MS) {
    const { Temporal } = globalThis as { Temporal?: Temporal };
    zone = Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    asked = now;
  }
  return zone;
}
