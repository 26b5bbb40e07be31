import { expect, test } from 'vitest';
import { roleOfWords } from '../../utils/sites/generic/words.ts';

test.each([
  ['発信者', 'sender'],
  ['De la:', 'sender'],
  ['Від кого', 'sender'],
  ['SIUNTĖJAS', 'sender'],
  ['ผู้ส่ง', 'sender'],
  ['Destinatario(a)', 'recipient'],
  ['到：', 'recipient'],
  ['Παραλήπτης', 'recipient'],
  ['写し(Cc)', 'cc'],
  ['สำเนาถึง', 'cc'],
  ['Copie cachée à', 'bcc'],
  ['Кому ответить:', 'other'],
  // Everyday words and parts of others.
  ['No', undefined],
  ['Copy', undefined],
  ['Remitente anterior de la carta', undefined],
  ['', undefined],
])('the label %s gives %s', (label, role) => {
  expect(roleOfWords(label)).toBe(role);
});
