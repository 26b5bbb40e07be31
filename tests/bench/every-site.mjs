import { readFile } from 'node:fs/promises';
import {
  burstBoth,
  busy,
  CHANGES,
  ELEMENTS,
  expectRead,
  move,
  openDriven,
  registered,
  sameHost,
  twinOf,
} from './driver.mjs';
import { row } from './figures.mjs';
import { filler } from './pages.mjs';
import { costByMark, traced } from './trace.mjs';

/** The sites of no figures of their own: a fixture of each, what of it is inside of its view, and who is to be read. */
export const SITES = [
  ['Outlook', 'outlook/conversation', '#ReadingPaneContainerId', 'ruth@example.com'],
  ['SOGo', 'sogo/message', 'md-card-content', 'per@nordbo.example'],
  ['Yahoo', 'yahoo/thread', '[data-test-id="message-view"]', 'ruth@harbour.example'],
  ['Proton', 'proton/message', '[data-testid^="message-view-"]', 'ruth@harbour.example'],
  ['Fastmail', 'fastmail/message', '.v-MessageCard', 'ruth@harbour.example'],
  ['163', 'netease/message', '[id$="_dvReadHeadInfo"]', 'chen@donghai.example'],
  ['QQ', 'qq/app', '.mail-detail-basic', 'chen@donghai.example'],
  ['Nextcloud', 'nextcloud/thread', '.envelope--expanded', 'ruth@harbour.example'],
  ['Zoho', 'zoho/message', '.shw', 'ruth@harbour.example'],
  ['Mail.ru', 'mailru/message', '.letter', 'ruth@harbour.example'],
  ['Zimbra', 'zimbra/addresses', '.ZmMailMsgView', 'ruth@harbour.example'],
].map(([what, fixture, inside, reads]) => ({ what, fixture, inside, reads, id: what.toLowerCase() }));

/** What the pages of these figures need beside the manifest's own permissions. */
export const TURNED_ON_SITES = [
  'https://*.example.com/*',
  'https://mail.yahoo.com/*',
  'https://mail.proton.me/*',
  'https://app.fastmail.com/*',
  'https://mail.163.com/*',
  'https://wx.mail.qq.com/*',
  'https://mail.zoho.com/*',
  'https://e.mail.ru/*',
  'https://*.harbour.example/*',
];

const read = (file) => readFile(new URL(`../sites/${file}`, import.meta.url), 'utf8');

// The fixture, grown to a large page before the content script comes.
export async function pageOf({ fixture, inside }) {
  const places = [
    [`document.querySelector(${JSON.stringify(inside)})`, 'inside', ELEMENTS / 20],
    ['document.body', 'outside', ELEMENTS - ELEMENTS / 20],
  ];
  const grow = places.map(([place, id, count]) => {
    const html = JSON.stringify(`<div id="${id}">${filler(count, 'Harvest')}</div>`).replaceAll('</', '<\\/');
    return `${place}.insertAdjacentHTML('beforeend', ${html});`;
  });
  const html = await read(`${fixture}.html`);
  return html.replace(/(<\/body>|$)/, `<script>${grow.join('\n')}</script>$1`);
}

/** Cost of the content script on a large page of every other site, in the built extension; `quick` only sees that it works. */
export async function everySite({ context, cdp, id, worker, quick }) {
  const script = `chrome-extension://${id}/reader-`;
  const bursts = quick ? 1 : 8;
  const sites = [];
  for (const site of SITES) {
    const { url } = JSON.parse(await read(`${site.fixture}.json`));
    sites.push({ ...site, url, html: await pageOf(site) });
  }
  await context.route(/^https?:/, (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.abort();
    const site = sites.find((one) =>
      [one.url, twinOf(one)].some((address) => sameHost(address, request.url())),
    );
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: site?.html ?? '' });
  });
  await registered(await worker());

  const front = context.pages()[0] ?? (await context.newPage());
  const spent = {};
  const changes = await traced(cdp, async () => {
    for (const site of sites) {
      const own = await openDriven(context, site.url);
      const twin = await openDriven(context, twinOf(site));
      await front.bringToFront();
      await own.page.waitForTimeout(300);
      await expectRead(await worker(), site);
      for (const { kind, place, count } of CHANGES) {
        const before = await busy(twin);
        for (let index = 0; index < bursts; index += 1) {
          const what = { label: `${site.id}:${kind}:${index}`, place, count, index };
          await burstBoth(own, twin, what);
          // As if it were another page: what it may cost is there again.
          await move(own, { label: `${site.id}:whole:${index}`, index });
        }
        spent[`${site.id}:${kind}`] = ((await busy(twin)) - before) / bursts;
      }
      await own.page.close();
      await twin.page.close();
    }
  });
  await context.unroute(/^https?:/);
  const cost = costByMark(changes, script);
  const values = (label) => (cost[label] ?? []).map(({ ms }) => ms);

  return {
    title: 'In the pages of the other sites',
    about: `Fixtures grown to ${ELEMENTS.toLocaleString('en')} elements, measured as above, outside of what the view holds or inside of it. Of Yahoo, Proton and Mail.ru the whole page is the view.`,
    rows: sites.flatMap((site) => [
      ...CHANGES.map(({ kind, words }) =>
        row(`${site.what}: ${words}`, 'ms', {
          values: values(`${site.id}:${kind}`),
          budget: 1,
          note: `page alone ${spent[`${site.id}:${kind}`].toFixed(1)} ms`,
        }),
      ),
      row(`${site.what}: whole page read`, 'ms', { values: values(`${site.id}:whole`) }),
    ]),
  };
}
