import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Sighting } from '../../utils/sites/types.ts';
import { Breakable } from './Breakable.tsx';
import { Face } from './Face.tsx';
import { HandleLink } from './PersonHeader.tsx';

/** Someone on the page whom Kith does not know: what was found, whom it may be (`children`), Add, and what is `below` that. */
export function Stranger(props: {
  sighting: Sighting;
  onAdd: () => void;
  children?: ComponentChildren;
  below?: ComponentChildren;
}) {
  const { sighting } = props;
  const [handle] = sighting.handles;
  const name = sighting.name ?? handle.value;
  const shown = sighting.handles.filter(({ kind }) => kind !== 'name');
  return (
    <section class="stack" aria-label={i18n.t('stranger')}>
      <header class="who">
        <Face name={name} />
        <div>
          <h1>
            <Breakable text={name} />
          </h1>
          <p class="soft">
            {[sighting.headline, sighting.organization].filter(Boolean).join(i18n.t('listComma'))}
          </p>
        </div>
        <p class="handles">
          {shown.map((found) => (
            <HandleLink key={found.value} handle={found} />
          ))}
        </p>
      </header>
      <p class="soft">{i18n.t(sighting.automated ? 'notAPerson' : 'notInKith')}</p>
      {shown.length === 0 && <p class="soft">{i18n.t('nameOnly')}</p>}
      {props.children}
      <button type="button" class={sighting.automated ? 'plain wide' : 'go wide'} onClick={props.onAdd}>
        <span class="clamp">{i18n.t('addToKith', [name])}</span>
      </button>
      {props.below}
    </section>
  );
}
