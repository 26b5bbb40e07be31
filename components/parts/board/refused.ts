import { i18n } from '#i18n';
import type { Problem } from '../../../utils/playbooks/check.ts';
import { keyOf } from '../../../utils/words/key.ts';

/** Why a playbook was refused, where: `Line 12, practices.goals.hint: a text is missing here.` */
export function refusedInWords({ reason, path, line }: Problem): string {
  const places = [
    ...(line === undefined ? [] : [i18n.t('refusedLine', [String(line)])]),
    ...(path === '' ? [] : [path]),
  ];
  const why = i18n.t(`refused_${keyOf(reason)}`);
  return places.length === 0 ? why : `${places.join(i18n.t('listComma'))}${i18n.t('colon')}${why}`;
}
