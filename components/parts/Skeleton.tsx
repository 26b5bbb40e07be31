import { useEffect, useState } from 'preact/hooks';

/** Nothing for 150 ms, then quiet shapes where text will be. */
export function Skeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  ) : null;
}
