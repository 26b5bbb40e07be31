import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component that is loaded when it is first shown, so that the panel opens with less. Until then `Meanwhile` stands in
 * its place, or nothing.
 */
export function lazy<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Meanwhile?: FunctionComponent<P>,
): FunctionComponent<P> {
  let loaded: FunctionComponent<P> | undefined;
  return function Lazy(props: P) {
    const [Component = Meanwhile, setComponent] = useState(() => loaded);
    useEffect(() => {
      const show = (component: FunctionComponent<P>) => {
        loaded = component;
        setComponent(() => component);
      };
      // It may have come for another place after this one was made.
      if (loaded) show(loaded);
      else load().then(show);
    }, []);
    return Component ? <Component {...props} /> : null;
  };
}
