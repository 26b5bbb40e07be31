import { expect, test } from 'vitest';
import { roleOfWords } from '../../utils/sites/generic/words.ts';
import { wordsForUser } from '../../utils/sites/reading/user-words.ts';

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
  ['Kopia', undefined],
  ['Kopia ukryta:', 'bcc'],
  ['Hemlig kopia', 'bcc'],
  ['Cópia oculta', 'bcc'],
  ['نسخة مخفية:', 'bcc'],
  ['แอบสำเนาถึง', 'bcc'],
  ['秘件副本', 'bcc'],
  ['Copie oarbă (BCC)', 'bcc'],
  ['Copie ascunsă:', 'bcc'],
  ['Cóip cheilte', 'bcc'],
  ['Lampiran tersembunyi', 'bcc'],
  ['गुप्त प्रत', 'bcc'],
  ['מכותב מוסתר', 'bcc'],
  ['Chuig:', 'recipient'],
  ['ចម្លង\u200bជូន', 'cc'],
  ['អ្នក\u200bផ្ញើ\u200b', 'sender'],
  ['Відправник', 'sender'],
  ['Avsendar', 'sender'],
  ['השולח', 'sender'],
  ['Кому ответить:', 'other'],
  // Everyday words and parts of others.
  ['No', undefined],
  ['Copy', undefined],
  // What is attached, in most Indonesian programs.
  ['Lampiran', undefined],
  ['Remitente anterior de la carta', undefined],
  ['', undefined],
])('the label %s gives %s', (label, role) => {
  expect(roleOfWords(label)).toBe(role);
});

test.each([
  ['hr', 'ja', true],
  ['sl', 'meni', true],
  ['tr', 'ben', true],
  ['zh-TW', '我', true],
  ['lt', 'aš', true],
  ['et', 'mina', true],
  ['lv', 'man', true],
  ['ms', 'saya', true],
  ['sk', 'mne', true],
  ['sr', 'мени', true],
  // In other scripts than Latin they are nobody's name, whatever the page says its language is.
  ['en', 'من', true],
  ['en', 'मैं', true],
  ['en', 'мен', true],
  ['en', 'me', true],
  // "Ben" is a name where it is not Turkish for "me".
  ['en', 'ben', false],
  ['de', 'ja', false],
  ['en', 'mina', false],
])('a page in %s calls its user %s: %s', (language, word, does) => {
  const page = document.implementation.createHTMLDocument();
  page.documentElement.lang = language;
  expect(wordsForUser({ document: page, url: new URL('https://example.com/'), now: 0 }).has(word)).toBe(does);
});
