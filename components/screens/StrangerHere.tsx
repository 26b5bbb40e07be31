import type { Recognised } from '../../utils/db/recognise.ts';
import { lazy } from '../parts/lazy.tsx';
import { Stranger } from '../parts/Stranger.tsx';

const LikelyHere = lazy(async () => (await import('./LikelyHere.tsx')).LikelyHere);
const KnownAlready = lazy(async () => (await import('./KnownAlready.tsx')).KnownAlready);
const SeveralHere = lazy(async () => (await import('./SeveralHere.tsx')).SeveralHere);

/** Somebody on the page who is not in Kith, or several people who may be one: whom it may be, and Add. */
export function StrangerHere({ found, onAdd }: { found: Recognised; onAdd: () => void }) {
  const { sighting, several } = found;
  if (several) return <SeveralHere people={several} />;
  return (
    <Stranger sighting={sighting} onAdd={onAdd} below={<KnownAlready handles={sighting.handles} />}>
      <LikelyHere sighting={sighting} />
    </Stranger>
  );
}
