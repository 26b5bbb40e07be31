import { i18n } from '#i18n';
import type { ApproachChange } from '../../../utils/db/approach.ts';
import { CHANNELS } from '../../../utils/domain/types.ts';

/**
 * A change of the approach in words: `channel: call; tone: from formal to brief; to avoid: no longer Mondays`. `playbookName` says
 * what the playbook of an id is called; without it only the rest is told.
 */
export function approachWords(
  { changes }: Pick<ApproachChange, 'changes'>,
  playbookName?: (id: string) => string,
): string {
  const words = (field: string, value: unknown) =>
    field === 'playbook' && typeof value === 'string'
      ? (playbookName?.(value) ?? '')
      : valueWords(field, value);
  return changes
    .filter(({ field }) => playbookName || field !== 'playbook')
    .map(({ field, before, after }) => {
      const name = i18n.t(`approach_${field as 'tone'}`);
      const [was, is] = [words(field, before), words(field, after)];
      if (was === '') return `${name}${i18n.t('colon')}${is}`;
      return is === '' ? i18n.t('fieldGone', [name, was]) : i18n.t('fieldChanged', [name, was, is]);
    })
    .join(i18n.t('semicolon'));
}

/** A language by its own name: `English`, `简体中文`; a tag that no browser knows stays as it is. */
export function languageName(tag: string): string {
  // What the form calls it; a browser says "Chinese (China)".
  if (tag === 'zh-CN') return '简体中文';
  try {
    return new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function valueWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const channel = CHANNELS.find((one) => one === value);
  if (field === 'channel' && channel) return i18n.t(`channel_${channel}`);
  if (field === 'language') return languageName(String(value));
  return field === 'cadenceDays' ? i18n.t('everyDays', Number(value), [String(value)]) : String(value);
}
