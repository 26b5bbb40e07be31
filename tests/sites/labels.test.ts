import { expect, test } from 'vitest';
import { roleOfLabel } from '../../utils/sites/reading/labels.ts';

test.each([
  ['to ', 'recipient'],
  ['An:', 'recipient'],
  ['à', 'recipient'],
  ['para:', 'recipient'],
  ['кому:', 'recipient'],
  ['发送至：', 'recipient'],
  ['받는사람:', 'recipient'],
  ['cc:', 'cc'],
  [', Cc: ', 'cc'],
  ['копия:', 'cc'],
  ['抄送：', 'cc'],
  ['참조:', 'cc'],
  ['bcc:', 'bcc'],
  ['Cci :', 'bcc'],
  ['CCO:', 'bcc'],
  ['скрытая копия:', 'bcc'],
  ['密送：', 'bcc'],
  ['숨은참조:', 'bcc'],
  ['from:', undefined],
  ['Antwort an:', undefined],
  ['reply-to:', undefined],
  ['asunto:', undefined],
  ['date:', undefined],
  [', ', undefined],
])('"%s" makes who follows %s', (label, role) => {
  expect(roleOfLabel(label)).toBe(role);
});
