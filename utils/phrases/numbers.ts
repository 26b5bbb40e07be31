const DIGITS = '零一二三四五六七八九';

/** A regular expression's source for a number of one or two digits, Western or Chinese. */
export const NUMBER = '(?:\\d{1,2}|[零〇一二两三四五六七八九十]{1,3})';

/** What a number below one hundred says: `12`, `三`, `十五`, `二十一`; NaN for anything else. */
export function chineseNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const said = text.replaceAll('两', '二').replaceAll('〇', '零');
  if (said.length === 1 && DIGITS.includes(said)) return DIGITS.indexOf(said);
  const ten = /^(?<tens>[一二三四五六七八九]?)十(?<ones>[一二三四五六七八九]?)$/.exec(said)?.groups;
  if (!ten) return Number.NaN;
  return (
    (ten['tens'] ? DIGITS.indexOf(ten['tens']) : 1) * 10 + (ten['ones'] ? DIGITS.indexOf(ten['ones']) : 0)
  );
}
