import type { Playbook, Text } from './types.ts';

/**
 * A playbook as it was typed, made ready to be checked: texts trimmed, one that is there in one language only said in both,
 * entries and sentences that were left empty taken away. What has to be there and is not stays, for the check to name.
 */
export function finished(draft: Playbook): Playbook {
  return cleaned(draft) as Playbook; // the same shape, but for optional texts
}

/** A text after one of its languages was typed: what both languages had in common follows. */
export function typed(text: Text, language: keyof Text, value: string): Text {
  return text.en === text.zh_CN ? { en: value, zh_CN: value } : { ...text, [language]: value };
}

function cleaned(value: unknown): unknown {
  if (isText(value)) {
    const [en, zh_CN] = [value.en.trim(), value.zh_CN.trim()];
    return { en: en || zh_CN, zh_CN: zh_CN || en };
  }
  if (Array.isArray(value)) return value.filter((entry) => !isBlank(entry)).map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, entry]) => !((key === 'say' || key === 'duty') && isBlank(entry)),
  );
  return Object.fromEntries(kept.map(([key, entry]) => [key, cleaned(entry)]));
}

function isBlank(value: unknown): boolean {
  const text = isText(value) ? value : (value as { text?: unknown } | undefined)?.text;
  return isText(text) && `${text.en}${text.zh_CN}`.trim() === '';
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh_CN' in value;
}
