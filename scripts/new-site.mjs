// npm run new-site -- NAME [--name "Shown name"] [--host mail.example.com]
// Makes what a new webmail needs: utils/sites/NAME.ts, its line in utils/sites/index.ts, and a fixture under
// tests/sites/NAME that passes from the start. Then change the fixture to the site's own markup, and the selectors to fit.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, host: { type: 'string' } },
});
const [id = ''] = positionals;
if (!/^[a-z][a-z0-9]{1,30}$/.test(id)) fail('usage: npm run new-site -- NAME   (small letters and digits)');
// Words of the language can't be the name of an export; these make sense as the name of a site, too.
if (
  /^(?:new|class|case|default|export|import|package|public|private|static|super|switch|this|with|yield|await|void|enum|let)$/.test(
    id,
  )
)
  fail(`${id} is a word of the language: choose another name`);
const adapter = `utils/sites/${id}.ts`;
const fixtures = `tests/sites/${id}`;
const registry = 'utils/sites/index.ts';
for (const path of [adapter, fixtures]) if (existsSync(path)) fail(`${path} is there already`);
const host = values.host ?? `mail.${id}.example`;
const name = values.name ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

writeFileSync(
  adapter,
  `import { webmail } from './reading/webmail.ts';

// Say here where these selectors were seen, and when.
/** ${name}: what its pages show, and what is not known of them. */
export const ${id} = webmail({
  id: '${id}',
  name: '${name.replaceAll("'", "\\'")}',
  sign: '.${id}-message',
  self: '.${id}-account',
  root: '.${id}-message',
  from: '.${id}-from',
  to: '.${id}-to',
  cc: '.${id}-cc',
  subject: '.${id}-subject',
  date: '.${id}-date',
});
`,
);

const source = readFileSync(registry, 'utf8');
const first = 'CHOSEN_SITES = [\n';
const imports = source.match(/^import .*;$/gm) ?? [];
if (imports.length === 0 || !source.includes(first)) fail(`${registry} has another shape than expected`);
// In its place by the alphabet, where the formatter wants it.
const pathOf = (line) => /'(.*)'/.exec(line)?.[1] ?? '';
const after = imports.filter((line) => pathOf(line) < `./${id}.ts`).at(-1);
const line = `import { ${id} } from './${id}.ts';`;
const listed = after ? source.replace(after, `${after}\n${line}`) : `${line}\n${source}`;
writeFileSync(registry, listed.replace(first, `${first}  ${id},\n`));

mkdirSync(fixtures, { recursive: true });
writeFileSync(
  `${fixtures}/message.html`,
  `<!doctype html>
<html lang="en">
  <body>
    <div class="${id}-account">ana@example.com</div>
    <div class="${id}-message">
      <h1 class="${id}-subject">Lunch</h1>
      <span class="${id}-from" title="ruth@example.com">Ruth Okafor</span>
      <span class="${id}-to" title="ana@example.com">Ana Ferreira</span>
      <span class="${id}-cc" title="kay@example.com">Kay Moss</span>
      <span class="${id}-date">2 November 2026 09:12</span>
    </div>
  </body>
</html>
`,
);
const email = (value) => ({ kind: 'email', value });
const expectation = {
  url: `https://${host}/inbox/1`,
  expect: {
    site: id,
    view: 'message',
    self: [email('ana@example.com')],
    sightings: [
      {
        role: 'sender',
        handles: [email('ruth@example.com')],
        name: 'Ruth Okafor',
        touchpoints: [
          {
            sourceKey: `https://${host}:ruth@example.com:2026-11-02T09:12`,
            channel: 'email',
            direction: 'in',
            at: Date.UTC(2026, 10, 2, 9, 12),
            subject: 'Lunch',
            recipients: 2,
          },
        ],
      },
      { role: 'cc', handles: [email('kay@example.com')], name: 'Kay Moss', touchpoints: [] },
    ],
  },
};
writeFileSync(`${fixtures}/message.json`, `${JSON.stringify(expectation, null, 2)}\n`);
console.log(`${adapter}\n${registry}\n${fixtures}/message.html\n${fixtures}/message.json`);
console.log("Now make it the site's own, see CONTRIBUTING.md, and run:");
console.log('npx biome check --write utils/sites tests/sites && npx vitest run --project sites');

function fail(why) {
  console.error(why);
  process.exit(2);
}
