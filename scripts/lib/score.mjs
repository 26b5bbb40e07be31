/**
 * How well readings agree with the truth of a corpus. Pure.
 * @import { Complaint, Count, Entry, Handle, Reading, Row, Sighting, Truth } from './score.d.mts'
 */

/** Roles of whom a page is about. */
const SUBJECT_ROLES = ['sender', 'profile', 'participant'];
const RECIPIENT_ROLES = ['recipient', 'cc', 'bcc'];
const NO_CAPTURE = ['mock-modelled-on-live', 'template-from-source'];

/**
 * Scores one page.
 * @param {Entry} entry
 * @param {readonly Reading[]} readings what each frame reported; none where nothing was
 * @returns {{ row: Row, complaints: Complaint[] }}
 */
export function scorePage(entry, readings) {
  const { people } = entry.truth;
  const subjects = people.filter(({ role }) => role === 'subject');
  const selves = people.filter(({ role }) => role === 'self');
  const recipients = people.filter(({ role }) => role === 'recipient');
  const sightings = readings.flatMap((reading) => reading.sightings);
  /** @type {Complaint[]} */
  const complaints = [];
  /** @param {string} what @param {boolean} [grave] */
  const complain = (what, grave = false) => complaints.push({ file: entry.file, what, grave });
  const row = emptyRow(entry.site, entry.view);
  row.pages = 1;

  for (const sighting of sightings) {
    if (selves.some((self) => isSame(self, sighting))) {
      row.self++;
      complain(`the user is shown as a contact: ${describe(sighting)}`, true);
    } else if (
      people.length === 0 ||
      (SUBJECT_ROLES.includes(sighting.role) && !subjects.some((subject) => isSame(subject, sighting)))
    ) {
      row.wrong++;
      complain(`wrong person: ${describe(sighting)}`, true);
    }
  }

  for (const subject of subjects) {
    const seen = sightings.find(
      (sighting) => SUBJECT_ROLES.includes(sighting.role) && isSame(subject, sighting),
    );
    row.found.of++;
    if (seen) row.found.right++;
    else {
      const asSelf = readings.some(({ self }) => self.some((handle) => isHandleOf(subject, handle)));
      complain(asSelf ? 'the subject was read as the user' : 'the subject was not found');
    }
    if (seen && subject.name) {
      compare(
        row.names,
        normal(subject.name) === normal(seen.name),
        `name: ${seen.name} for ${subject.name}`,
      );
    }
    if (subject.headline) {
      compare(
        row.headlines,
        normal(subject.headline) === normal(seen?.headline),
        `headline: ${seen?.headline} for ${subject.headline}`,
      );
    }
    if (subject.company) {
      const [want, got] = [normal(subject.company), normal(seen?.organization)];
      const alike = got !== '' && (want.includes(got) || got.includes(want));
      compare(row.companies, alike, `company: ${seen?.organization} for ${subject.company}`);
    }
  }

  for (const recipient of recipients) {
    row.recipients.of++;
    if (
      sightings.some((sighting) => RECIPIENT_ROLES.includes(sighting.role) && isSame(recipient, sighting))
    ) {
      row.recipients.right++;
    }
  }
  return { row, complaints };

  /** @param {Count} count @param {boolean} right @param {string} what */
  function compare(count, right, what) {
    count.of++;
    if (right) count.right++;
    else complain(what);
  }
}

/**
 * Scores a corpus: a row for each site and view, captures apart from mocks and templates.
 * @param {readonly { entry: Entry, readings: readonly Reading[] }[]} pages
 * @returns {{ captures: Row[], others: Row[], complaints: Complaint[], exitCode: 0 | 1 }} `exitCode` is 1 when anybody
 * wrong was shown: a stranger to the page's subject, or the user.
 */
export function scoreCorpus(pages) {
  /** @type {{ captures: Map<string, Row>, others: Map<string, Row> }} */
  const blocks = { captures: new Map(), others: new Map() };
  /** @type {Complaint[]} */
  const complaints = [];
  for (const { entry, readings } of pages) {
    const scored = scorePage(entry, readings);
    complaints.push(...scored.complaints);
    const block = NO_CAPTURE.includes(entry.fidelity) ? blocks.others : blocks.captures;
    const key = `${entry.site}\n${entry.view}`;
    block.set(key, sum(block.get(key) ?? emptyRow(entry.site, entry.view), scored.row));
  }
  return {
    captures: sorted(blocks.captures),
    others: sorted(blocks.others),
    complaints,
    exitCode: complaints.some(({ grave }) => grave) ? 1 : 0,
  };
}

/**
 * A row for the whole of a block.
 * @param {readonly Row[]} rows
 * @returns {Row}
 */
export function total(rows) {
  return rows.reduce(sum, emptyRow('all', ''));
}

/** @param {string} site @param {string} view @returns {Row} */
function emptyRow(site, view) {
  const count = () => ({ right: 0, of: 0 });
  return {
    site,
    view,
    pages: 0,
    found: count(),
    recipients: count(),
    wrong: 0,
    self: 0,
    names: count(),
    headlines: count(),
    companies: count(),
  };
}

/** @param {Row} a @param {Row} b @returns {Row} */
function sum(a, b) {
  /** @param {Count} x @param {Count} y */
  const add = (x, y) => ({ right: x.right + y.right, of: x.of + y.of });
  return {
    site: a.site,
    view: a.view,
    pages: a.pages + b.pages,
    found: add(a.found, b.found),
    recipients: add(a.recipients, b.recipients),
    wrong: a.wrong + b.wrong,
    self: a.self + b.self,
    names: add(a.names, b.names),
    headlines: add(a.headlines, b.headlines),
    companies: add(a.companies, b.companies),
  };
}

/** @param {Map<string, Row>} rows */
function sorted(rows) {
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/**
 * Whether a sighting is the truth's person: by their address or profile where both have one, else by name.
 * @param {Truth} truth
 * @param {Sighting} sighting
 */
function isSame(truth, sighting) {
  const nameless = sighting.handles.some(({ kind }) => kind !== 'name');
  if (nameless && (truth.email || truth.linkedin))
    return sighting.handles.some((handle) => isHandleOf(truth, handle));
  return normal(truth.name) !== '' && normal(truth.name) === normal(sighting.name);
}

/** @param {Truth} truth @param {Handle} handle */
function isHandleOf(truth, handle) {
  if (handle.kind === 'email') return truth.email?.toLowerCase() === handle.value;
  return handle.kind === 'linkedin' && slugOf(truth.linkedin) === handle.value;
}

/** @param {string | undefined} link */
function slugOf(link) {
  const slug = /\/in\/([^/?#]+)/.exec(link ?? '')?.[1];
  return slug && decodeURIComponent(slug).normalize('NFC').toLowerCase();
}

/** @param {string | undefined} text */
function normal(text) {
  return (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** @param {Sighting} sighting */
function describe({ role, handles, name }) {
  return `${role} ${name ?? ''} <${handles.map(({ value }) => value).join(', ')}>`;
}
