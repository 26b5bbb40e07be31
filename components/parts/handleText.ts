import { i18n } from '#i18n';
import type { Handle } from '../../utils/domain/types.ts';

// Written otherwise than with one capital.
const SITES: Readonly<Record<string, string>> = { linkedin: 'LinkedIn', sogo: 'SOGo' };

/** A handle as the user reads it: `in/ana-perez`, `by name on Outlook`, or the address itself. */
export function handleText({ kind, value }: Handle): string {
  if (kind === 'linkedin') return `in/${value}`;
  if (kind !== 'name') return value;
  const [site = ''] = value.split(':');
  return i18n.t('byNameOn', [SITES[site] ?? site.charAt(0).toUpperCase() + site.slice(1)]);
}

/** The same where several of one site may stand together: `by name on Outlook: alice nguyen`. */
export function fullHandleText(handle: Handle): string {
  const text = handleText(handle);
  if (handle.kind !== 'name') return text;
  return text + i18n.t('colon') + handle.value.slice(handle.value.indexOf(':') + 1);
}
