import { expect, test } from 'vitest';
import { subjectNear } from '../../utils/sites/generic/subject.ts';
import { parse } from './fixtures.ts';

/** The subject of what a page shows, whose sender is the element `from`. */
async function subjectOf(html: string) {
  const page = { site: '', name: '', url: '', expect: null, html, layout: true };
  const from = (await parse(page)).querySelector('#from');
  return from ? subjectNear(from) : 'nobody';
}

const from = '<p>From: <span id="from">ruth@harbour.example</span></p>';
const line = (label: string, value: string) => `<b>${label}:</b> <span> ${value}<br></span>`;

test.each([
  ['a labelled one', from + line('Subject', 'Boats'), 'Boats'],
  ['none before the next label', from + line('Subject', '') + line('Date', '3 Nov 2026'), undefined],
  ['none as a program says it', from + line('Subject', '[ no subject ]'), undefined],
  ['one with brackets', from + line('Subject', '[boats] Plan (new)'), '[boats] Plan (new)'],
  ['one that was not decoded', from + line('Subject', '=?UTF-8?B?Qm9hdHM=?='), undefined],
  ['a heading', `<h2>Boats</h2>${from}`, 'Boats'],
  ['a heading that opens something', `<h2><a href="#">Show details</a></h2>${from}`, undefined],
  ['a heading that is hidden', `<h2 hidden>(No subject)</h2>${from}`, undefined],
  ['a label in a quotation', `${from}<blockquote>From: Jo<br>Subject: Other</blockquote>`, undefined],
])('%s', async (_, html, expected) => {
  expect(await subjectOf(html)).toBe(expected);
});
