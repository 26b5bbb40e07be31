// The main job, step by step, in the demo mailbox and the real panel beside it; in any browser that offers
//   visit(address), openPanel(), picture(file), seen() (storage.session), rows(table) (IndexedDB), and, for `mailbox` and
//   `panel`, click(role, name), fill(role, name, text), choose(role, name, value), text().
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Trouble } from '../lib/setup.mjs';

const WAIT_MS = 10_000;
const NOTE = 'Prefers a short call over long mails. **Bring the pilot deck.**';

const STEPS = [
  {
    name: 'detect',
    does: 'open the message “Coffee on Thursday?”, then the panel',
    async run({ mailbox, panel, openPanel, seen }, see) {
      await mailbox.click('link', 'Open a message');
      await openPanel();
      const people = await see.until(
        seen,
        peopleIn,
        (found) => found[0]?.address === 'alice.nguyen@example.com',
      );
      see.detected(people);
      expect(
        !people.some(({ address }) => address.startsWith('robin.hale')),
        'the user is not among the people',
      );
      expect(
        people[0].role === 'sender' && people[0].touchpoints === 3,
        'Alice is the sender, with 3 messages',
      );
      await see.panel(panel, 'Alice Nguyen', 'alice.nguyen@example.com', 'Add Alice Nguyen');
    },
  },
  {
    name: 'add',
    does: 'press “Add Alice Nguyen”',
    async run({ panel, rows }, see) {
      await panel.click('button', 'Add Alice Nguyen');
      const [alice] = await see.stored(rows, 'people', ({ name }) => name === 'Alice Nguyen');
      see.say(`stored    person ${alice.name}, ${alice.stage}`);
      const handles = await see.stored(rows, 'handles', ({ personId }) => personId === alice.id);
      see.say(`stored    handle ${handles.map(({ kind, value }) => `${kind} ${value}`).join(', ')}`);
      await see.panel(panel, 'Establish', 'No touchpoint yet');
    },
  },
  {
    name: 'note',
    does: 'write a note',
    async run({ panel, rows }, see) {
      await panel.click('button', 'New note');
      await panel.fill('textbox', 'Note', NOTE);
      const typed = Date.now();
      const [note] = await see.stored(rows, 'notes', ({ body }) => body === NOTE);
      see.say(`stored    note “${note.body}”, ${Date.now() - typed} ms after the last key`);
      expect(Date.now() - typed < 2000, 'a note is stored within a second of typing');
      await panel.click('button', 'Done');
      await see.panel(panel, 'Prefers a short call over long mails. Bring the pilot deck.');
    },
  },
  {
    name: 'log',
    does: 'press “Log e-mail”',
    async run({ panel, rows }, see) {
      await panel.click('button', 'Log e-mail');
      const [logged] = await see.stored(
        rows,
        'touchpoints',
        ({ subject }) => subject === 'Coffee on Thursday?',
      );
      see.say(
        `stored    touchpoint ${logged.channel} ${logged.direction}, ${iso(logged.at)}, “${logged.subject}”`,
      );
      see.say(`          ${logged.sourceKey} → ${logged.link}`);
      await see.panel(panel, 'Alice wrote Coffee on Thursday?');
    },
  },
  {
    name: 'nudge',
    does: 'open Ana’s message of 41 days ago, add her, log it, every 14 days',
    async run({ mailbox, panel, rows, seen }, see) {
      await mailbox.click('link', 'Same in an old thread: what is due?');
      see.detected(await see.until(seen, peopleIn, (found) => found[0]?.address === 'ana.perez@example.com'));
      await panel.click('button', 'Add Ana Pérez');
      await panel.click('button', 'Log e-mail');
      await see.stored(rows, 'touchpoints', ({ subject }) => subject === 'A reference for the clinic');
      await panel.click('button', 'How often to be in touch: no rhythm');
      await panel.click('button', '2 every 14 d');
      const [ana] = await see.stored(
        rows,
        'people',
        (row) => row.name === 'Ana Pérez' && row.dueDay !== undefined,
      );
      see.say(
        `stored    ${ana.name}: every ${ana.cadenceDays} days, last ${iso(ana.lastAt)}, due ${ana.dueDay}`,
      );
      await see.panel(panel, '27 days over your 14');
    },
  },
  {
    name: 'spoof',
    does: 'open the message that pretends to be from Alice',
    async run({ visit, panel, seen }, see) {
      await visit('/mail/documents');
      see.detected(
        await see.until(seen, peopleIn, (found) => found[0]?.address === 'share@docs-notice.example.net'),
      );
      await see.panel(panel, 'The name shown is the address alice.nguyen@example.com');
    },
  },
  {
    name: 'profile',
    does: 'open Alice’s profile: the same person',
    async run({ mailbox, panel, seen }, see) {
      await mailbox.click('link', 'Alice’s profile');
      see.detected(await see.until(seen, peopleIn, (found) => found[0]?.role === 'profile'));
      await see.panel(panel, 'Alice Nguyen', 'Alice wrote Coffee on Thursday?', 'Prefers a short call');
      expect(!(await panel.text()).includes('Add Alice Nguyen'), 'Alice is not offered to be added again');
    },
  },
  {
    name: 'reply',
    does: 'write to Alice from the profile, and send: logged by itself',
    async run({ mailbox, panel, seen, rows }, see) {
      await mailbox.click('link', 'Write to Alice Nguyen');
      see.detected(await see.until(seen, peopleIn, (found) => found[0]?.role === 'recipient'));
      await see.panel(panel, 'Alice wrote Coffee on Thursday?');
      await mailbox.fill('textbox', 'Subject', 'The pilot deck');
      await mailbox.fill('textbox', 'Message', 'Here it is.');
      await mailbox.click('button', 'Send');
      // Nobody clicks anything: the page shows that it went out.
      const [sent] = await see.stored(rows, 'touchpoints', ({ subject }) => subject === 'The pilot deck');
      see.say(`stored    touchpoint ${sent.channel} ${sent.direction}, ${iso(sent.at)}, “${sent.subject}”`);
      await see.panel(panel, 'You wrote The pilot deck');
    },
  },
  {
    name: 'today',
    does: 'open Today: Ana is due, and why; done',
    async run({ panel, rows }, see) {
      await panel.click('button', 'Today');
      await see.panel(panel, 'Ana Pérez', '2.9 times your 14');
      await panel.click('button', 'Done');
      const [done] = await see.stored(rows, 'touchpoints', ({ sourceKey }) => sourceKey.startsWith('hand:'));
      see.say(`stored    touchpoint ${done.channel} ${done.direction}, ${iso(done.at)}`);
    },
  },
];

/** Walks through all steps, printing each; a failing one throws with what was expected. Pictures go to a folder. */
export async function walk(browser, pictures) {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  console.log(`The walk, in ${browser.name}`);
  for (const [index, { name, does, run }] of STEPS.entries()) {
    const from = Date.now();
    console.log(`${index + 1} ${name.padEnd(8)}${does}`);
    const picture = () => browser.picture(path.join(pictures, `${index + 1}-${name}.png`));
    try {
      await run(
        browser,
        witness((text) => console.log(`    ${text}`)),
      );
    } catch (error) {
      await picture().catch(() => {});
      const [what, ...more] = stripVTControlCharacters(error.message).split('\n');
      throw new Trouble([`Step ${index + 1} (${name}) failed: ${what}`, ...more.slice(0, 4)].join('\n'), {
        cause: error,
      });
    }
    await picture();
    console.log(`    ok        ${Date.now() - from} ms`);
  }
  console.log(`Pictures of every step are in ${path.relative(process.cwd(), pictures) || '.'}/`);
}

function witness(say) {
  return {
    say,
    until,
    detected(people) {
      for (const { role, name, address, touchpoints } of people) {
        say(`detected  ${role} ${name} <${address}>${touchpoints ? `, ${touchpoints} on the page` : ''}`);
      }
    },
    /** The rows of a table that fit, as soon as there are any. */
    stored: (rows, table, fits) =>
      until(
        () => rows(table),
        (all) => all.filter(fits),
        (found) => found.length > 0,
        `a row in ${table} with ${fits}`,
      ),
    /** Waits for texts in the panel. */
    async panel(panel, ...texts) {
      for (const text of texts) {
        await until(panel.text, line, (all) => all.includes(text), `“${text}” in the panel`);
      }
      say(`panel     ${texts.map((text) => `“${text}”`).join(', ')}`);
    },
  };
}

/** Asks again until the answer, made readable, is good. */
async function until(ask, read, good, wanted = String(good)) {
  const late = Date.now() + WAIT_MS;
  for (;;) {
    const found = read(await ask());
    if (good(found)) return found;
    if (Date.now() > late)
      throw new Error(`expected ${wanted}; found ${JSON.stringify(found).slice(0, 800)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function peopleIn(frames) {
  return frames
    .filter(({ url }) => url?.startsWith('http://127.0.0.1'))
    .flatMap(({ reading }) => reading?.sightings ?? [])
    .map(({ role, name, handles, touchpoints }) => ({
      role,
      name: name ?? '(no name)',
      address: handles[0].value,
      touchpoints: touchpoints.length,
    }));
}

function expect(holds, what) {
  if (!holds) throw new Error(`expected that ${what}`);
}

function line(text) {
  return text.replace(/\s+/g, ' ');
}

function iso(at) {
  return new Date(at).toISOString().slice(0, 16);
}
