import { expect, test } from 'vitest';
import { salutation } from '../../utils/domain/salutation.ts';

test.each([
  ['Alice Nguyen', undefined, 'Dear Alice,'],
  ['Alice', undefined, 'Dear Alice,'],
  ['  Alice   Nguyen ', undefined, 'Dear Alice,'],
  ['Nguyen, Alice', undefined, 'Dear Alice,'],
  ['Alice Nguyen, PhD', undefined, 'Dear Alice,'],
  ['NGUYEN Alice', undefined, 'Dear Alice,'],
  ['Jean-Luc DUPONT', 'fr', 'Dear Jean-Luc,'],
  ['ALICE NGUYEN', undefined, 'Dear ALICE,'],
  ['Dr. Alice Nguyen', undefined, 'Dear Dr. Alice Nguyen,'],
  ['Prof Alice Nguyen', undefined, 'Dear Prof Alice Nguyen,'],
  ['J. Smith', undefined, 'Dear J. Smith,'],
  ['Kim Min-jun', 'ko', 'Dear Kim Min-jun,'],
  ['Nguyễn Văn An', 'vi', 'Dear Nguyễn Văn An,'],
  ['Kovács Anna', 'hu-HU', 'Dear Kovács Anna,'],
  ['王小明', 'zh', 'Dear 王小明,'],
  ['김 민준', undefined, 'Dear 김 민준,'],
  ['Мария Иванова', 'ru', 'Dear Мария,'],
  ['', undefined, 'Hello,'],
])('%j who speaks %s is greeted: %s', (name, language, text) => {
  expect(salutation(name, 'en', language).text).toBe(text);
});

test.each([
  ['王小明', '王小明，您好：'],
  ['Alice Nguyen', 'Alice Nguyen，您好：'],
  ['', '您好：'],
])('%j is greeted in Chinese: %s', (name, text) => {
  expect(salutation(name, 'zh_CN').text).toBe(text);
});

test('the part of the name that is used is said', () => {
  expect(salutation('Nguyen, Alice', 'en').name).toBe('Alice');
  expect(salutation('王小明', 'zh_CN').name).toBe('王小明');
});
