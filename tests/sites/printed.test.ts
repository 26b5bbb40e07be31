import { expect, onTestFinished, test } from 'vitest';
import { generic } from '../../utils/sites/generic.ts';
import { readViews, viewsFor } from '../../utils/sites/watching/read.ts';

// A window of its own that a webmail writes a message into: no program, no address of its own, and nothing that names a folder.

const NAMES = {
  ana: 'Ana Ferreira &lt;ana@inbox.example&gt;',
  ruth: 'Ruth Okafor &lt;ruth@harbour.example&gt;',
};

function peopleIn(head: string): string[] {
  const opened = window.open('', '_blank');
  if (!opened) throw new Error('the window did not open');
  onTestFinished(() => opened.close());
  opened.document.write(`<!doctype html><html lang="en"><head><title>Lunch</title></head><body>${head}<div><p>Noon works.</p>
    <a href="https://harbour.example/">Harbour</a> <a href="https://harbour.example/a">map</a>
    <a href="https://harbour.example/b">menu</a></div></body></html>`);
  opened.document.close();
  const page = { document: opened.document, url: new URL('https://mail.unknown.example/'), now: 0 };
  return (readViews(generic, viewsFor(generic, page), page)?.sightings ?? []).map(
    ({ role, handles: [{ value }] }) => `${role} ${value}`,
  );
}

const labelled = (from: string, to: string) => `<div>Lunch</div><div><strong>From:</strong> ${from}</div>
  <div><strong>To:</strong> ${to}</div><div><strong>Date:</strong> Mon, Nov 2, 2026, 10:40</div>`;
const headed = (from: string, to: string) =>
  `<div><h1>Lunch</h1><time>Mon, Nov 2, 2026, 10:40</time><div>${from}</div><div>To: ${to}</div></div>`;

test.each([
  ['with labels', labelled],
  ['without a label of the sender', headed],
])('nobody is told from the user in a window that only shows a message, %s', (_, head) => {
  expect(peopleIn(head(NAMES.ana, NAMES.ruth))).toEqual([]);
});

test('a page with links to other pages is a program’s', () => {
  const links = '<a href="/inbox">Inbox</a> <a href="/next">Next</a> <a href="/reply">Reply</a>';
  expect(peopleIn(`${links}${labelled(NAMES.ruth, NAMES.ana)}`)).toEqual(['sender ruth@harbour.example']);
});
