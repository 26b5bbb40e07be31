// A small webmail without a framework: the address says what is shown, render() shows it, describe() says it in JSON-LD.
import { ME, PROFILES, sentAt, THREADS } from './letters.js';
import { LANG, T } from './words.js';

// Mail to this domain comes back at once, for trying what happens then; it can't exist (RFC 2606).
const REFUSED = /@(?:[^@]+\.)?invalid\.example$/i;
// What sending over a network takes.
const SENDING_MS = 300;

const now = Date.now();
const seen = new Set(JSON.parse(sessionStorage.getItem('seen') ?? '[]'));
const sent = JSON.parse(localStorage.getItem('sent') ?? '[]');

document.documentElement.lang = LANG;
document.title = 'Paperboat';
addEventListener('popstate', render);
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="/"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
render();

function go(address) {
  history.pushState(null, '', address);
  render();
  scrollTo(0, 0);
}

// --- what there is ---

function threads() {
  const all = THREADS.map((thread) => ({
    ...thread,
    messages: thread.messages.map((message, i) => ({
      to: [ME],
      cc: [],
      ...message,
      at: sentAt(message.ago, now),
      id: `${thread.id}.${i + 1}@mail.example.com`,
    })),
  }));
  for (const { thread, subject, ...message } of sent) {
    let into = all.find(({ id }) => id === thread);
    if (!into) {
      into = { id: thread, subject, messages: [] };
      all.push(into);
    }
    into.messages.push({
      from: ME,
      ...message,
      at: new Date(message.at),
      id: `${message.id}@mail.example.com`,
    });
  }
  return all.sort((a, b) => b.messages.at(-1).at - a.messages.at(-1).at);
}

function post(thread, subject, to, cc, text) {
  const id = `sent.${crypto.randomUUID()}`;
  sent.push({ thread: thread ?? id, subject, to, cc, text, at: Date.now(), id });
  localStorage.setItem('sent', JSON.stringify(sent));
  go(`/mail/${thread ?? id}`);
  toast('status', T.sentToast);
}

// --- what is shown ---

function render() {
  const [, room = '', id = ''] = location.pathname.split('/');
  const all = threads();
  const thread = room === 'mail' ? all.find((one) => one.id === id) : undefined;
  const profile = room === 'profile' ? PROFILES[id] : undefined;
  if (thread) remember(thread.id);
  if (profile) remember(location.pathname);
  const listed =
    room === 'sent' ? all.filter(({ messages }) => messages.some(({ from }) => from === ME)) : all;

  document.body.dataset['room'] = thread || profile || room === 'compose' ? 'reading' : 'list';
  fill('#tour', tour());
  fill('#bar', bar(room));
  fill('#list', listed.length ? list(listed, thread?.id, room) : el('p.soft', T.nothingSent));
  if (thread) fill('#reading', conversation(thread));
  else if (profile) fill('#reading', profilePage(profile));
  else if (room === 'profile') fill('#reading', directory());
  else if (room === 'compose') fill('#reading', compose());
  else fill('#reading', el('p.empty.soft', room && room !== 'sent' ? T.missing : T.nothing));
  document.title = `${thread?.subject ?? profile?.name ?? T.inbox} · Paperboat`;
  if (thread) describeThread(thread);
  else if (profile) describeProfile(profile);
  else describeThread({ messages: [] });
}

function tour() {
  if (sessionStorage.getItem('tour') === 'closed') return [];
  const steps = T.steps.map(([words, href]) => {
    const done = href && (seen.has(href) || seen.has(href.replace('/mail/', '')));
    return el(done ? 'li.done' : 'li', href ? el('a', { href }, words) : el('span', words));
  });
  const close = el('button.quiet', { type: 'button', 'aria-label': T.close, title: T.close }, '×');
  close.onclick = () => {
    sessionStorage.setItem('tour', 'closed');
    render();
  };
  steps[1].title = T.iconTip;
  return [el('strong', { title: T.demo }, T.tour), el('ol', ...steps), close];
}

function bar(room) {
  const item = (words, href, current) => el('a', { href, ...(current && { 'aria-current': 'page' }) }, words);
  const logo = el('img', { src: '/boat.svg', alt: '', width: 22, height: 22 });
  return [
    el('a.brand', { href: '/' }, logo, 'Paperboat'),
    el(
      'nav',
      item(T.inbox, '/', room === '' || room === 'mail'),
      item(T.sent, '/sent', room === 'sent'),
      item(T.directory, '/profile', room === 'profile'),
    ),
    el('a.go', { href: '/compose' }, T.write),
    el('span.soft.account', ME.email),
  ];
}

function list(all, current, room) {
  return all.map((thread) => {
    const last = thread.messages.at(-1);
    const others = [...new Set(thread.messages.map(({ from }) => (from === ME ? T.me : from.name)))];
    const who =
      room === 'sent' || others.every((name) => name === T.me)
        ? `${T.to} ${last.to.map(({ name, email }) => name || email).join(', ')}`
        : others.join(', ');
    const classes = [thread.id === current && 'current', !seen.has(thread.id) && 'unread'].filter(Boolean);
    return el(
      ['a.thread', ...classes].join('.'),
      { href: `/mail/${thread.id}`, ...(thread.id === current && { 'aria-current': 'true' }) },
      face(thread.messages.find(({ from }) => from !== ME)?.from ?? last.to[0]),
      el('span.who', who, thread.messages.length > 1 ? el('small', ` ${thread.messages.length}`) : ''),
      el('time', shortDate(last.at)),
      el('span.subject', thread.label ? el('small.tag', T[thread.label]) : '', thread.subject || T.noSubject),
      el('span.snippet.soft', last.text.replace(/\s+/g, ' ').slice(0, 90)),
    );
  });
}

function conversation(thread) {
  const last = thread.messages.at(-1);
  const others = (people) => people.filter(({ email }) => email !== ME.email);
  const to = last.from === ME ? last.to : [last.from];
  const more = others([...(last.from === ME ? [] : last.to), ...last.cc]);
  const actions = el('div.actions');
  const open = (cc) => {
    const form = letter({ thread, to, cc });
    actions.replaceWith(form);
    form.elements.namedItem('text').focus();
    form.scrollIntoView({ block: 'nearest' });
  };
  actions.append(button('go', T.reply, () => open([])));
  if (more.length > 0) actions.append(button('', T.replyAll, () => open(more)));
  return [
    el('a.back', { href: '/' }, `‹ ${T.back}`),
    el('h1', thread.subject || T.noSubject),
    ...thread.messages.map(message),
    actions,
  ];
}

function message({ from, to, cc, at, text }) {
  const names = (people) =>
    people.map(({ name, email }) => (email === ME.email ? T.me : name || email)).join(', ');
  const address = el('span.soft.address', from.email);
  return el(
    'article',
    el(
      'header',
      face(from),
      el('div', el('strong', from === ME ? ME.name : from.name), ' ', address),
      el('time', { datetime: at.toISOString() }, longDate(at)),
      el('p.soft', `${T.to} ${names(to)}${cc.length ? ` · ${T.cc} ${names(cc)}` : ''}`),
      from.profile ? el('a.chip', { href: `/profile/${from.profile}` }, T.profile) : '',
    ),
    el('div.text', text),
  );
}

function compose() {
  const to = new URLSearchParams(location.search).get('to');
  const form = letter({ to: to ? parsePeople(to) : [], cc: [] });
  return [el('a.back', { href: '/' }, `‹ ${T.back}`), el('h1', T.write), form];
}

/** The form of a new letter or of a reply; whom it is addressed to is described as it is typed. */
function letter({ thread, to, cc }) {
  const format = (people) =>
    people.map(({ name, email }) => (name ? `${name} <${email}>` : email)).join(', ');
  const field = (words, name, value) =>
    el('label', el('span', words), el('input', { name, value, autocomplete: 'off' }));
  const form = el(
    'form.letter',
    { 'aria-label': thread ? T.reply : T.write },
    field(T.to, 'to', format(to)),
    field(T.cc, 'cc', format(cc)),
    thread ? '' : field(T.subject, 'subject', ''),
    el('textarea', { name: 'text', rows: 7, 'aria-label': T.message }),
    el(
      'div.actions',
      el('button.go', { type: 'submit', title: T.sendTip }, T.send),
      button('', T.discard, () => (thread ? render() : go('/'))),
    ),
  );
  const value = (name) => form.elements.namedItem(name)?.value ?? '';
  const draft = () => ({
    from: ME,
    to: parsePeople(value('to')),
    cc: parsePeople(value('cc')),
    subject: value('subject'),
  });
  const tell = () =>
    describeThread({ subject: '', ...thread, messages: [...(thread?.messages ?? []), draft()] });
  form.oninput = tell;
  form.onkeydown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (form.ariaBusy) return;
    const { to, cc, subject } = draft();
    if (to.length === 0) return toast('alert', T.noAddress);
    form.ariaBusy = 'true';
    setTimeout(() => {
      form.ariaBusy = null;
      const refused = [...to, ...cc].find(({ email }) => REFUSED.test(email));
      if (refused) toast('alert', T.refused(refused.email));
      // Discarded, or left, in the meantime.
      else if (form.isConnected) post(thread?.id, thread?.subject ?? subject, to, cc, value('text'));
    }, SENDING_MS);
  };
  queueMicrotask(tell);
  return form;
}

function directory() {
  return [
    el('h1', T.directory),
    ...Object.entries(PROFILES).map(([slug, person]) =>
      el(
        'a.card',
        { href: `/profile/${slug}` },
        face(person),
        el('strong', person.name),
        el('span.soft', headline(person)),
      ),
    ),
  ];
}

function profilePage(person) {
  return [
    el('a.back', { href: '/profile' }, `‹ ${T.directory}`),
    el(
      'section.profile',
      el('div.cover'),
      face(person),
      el('h1', person.name),
      el('p', headline(person)),
      el('p.soft', person.place),
      el(
        'a.go',
        { href: `/compose?to=${encodeURIComponent(`${person.name} <${person.email}>`)}` },
        T.writeTo(person.name),
      ),
    ),
    el('section.box', el('h2', T.about), el('p', person.about)),
    el(
      'section.box',
      el('h2', T.experience),
      el(
        'ul',
        ...person.past.map(([role, where, when]) =>
          el('li', el('strong', role), ` ${where} `, el('span.soft', when)),
        ),
      ),
    ),
    el(
      'section.box',
      el('h2', T.contact),
      el('p', `${T.mail} ${person.email}`),
      el('p.soft', person.linkedin.replace('https://www.', '')),
    ),
  ];
}

// --- what is said of it, for whoever reads pages: schema.org JSON-LD in the head ---

function describeThread({ subject, messages }) {
  describe({
    '@type': 'Conversation',
    accountablePerson: describePerson(ME),
    hasPart: messages.map((message) => ({
      '@type': 'EmailMessage',
      ...(message.at && {
        identifier: message.id,
        dateSent: message.at.toISOString(),
        url: location.pathname,
      }),
      name: message.subject || subject,
      sender: describePerson(message.from),
      toRecipient: message.to.map(describePerson),
      ccRecipient: message.cc.map(describePerson),
    })),
  });
}

function describeProfile(person) {
  describe({
    '@type': 'ProfilePage',
    accountablePerson: describePerson(ME),
    mainEntity: {
      ...describePerson(person),
      jobTitle: person.headline,
      worksFor: { '@type': 'Organization', name: person.organization },
      address: person.place,
      sameAs: [person.linkedin],
    },
  });
}

function describe(what) {
  const text = JSON.stringify({
    '@context': 'https://schema.org',
    url: location.pathname + location.search,
    ...what,
  });
  document.querySelector('#description').textContent = text;
}

function describePerson({ name, email }) {
  return { '@type': 'Person', name, email };
}

// --- small things ---

function parsePeople(text) {
  return text
    .split(/[,;，；]/)
    .map((part) => /^\s*(?:"?([^"<]*?)"?\s*<)?\s*([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)\s*>?\s*$/.exec(part))
    .filter(Boolean)
    .map(([, name, email]) => ({ name: name ?? '', email }));
}

function headline({ headline, organization }) {
  return LANG === 'zh-CN' ? `${headline}，${organization}` : `${headline}, ${organization}`;
}

function remember(what) {
  seen.add(what);
  sessionStorage.setItem('seen', JSON.stringify([...seen]));
}

function face({ name, email }) {
  const words = (name || email).split(/[\s.@]+/u);
  const han = /^\p{Script=Han}/u.test(words[0]);
  const letters = han ? words[0].slice(-2) : words[0][0] + (words.length > 1 ? words[1][0] : '');
  const hue = [...email].reduce((sum, char) => sum * 31 + char.codePointAt(0), 7) % 6;
  return el(`span.face.hue${Math.abs(hue)}`, { 'aria-hidden': 'true' }, letters.toUpperCase());
}

function shortDate(at) {
  const sameDay = at.toDateString() === new Date(now).toDateString();
  const style = sameDay ? { hour: '2-digit', minute: '2-digit' } : { month: 'short', day: 'numeric' };
  return at.toLocaleString(LANG, { ...style, hour12: false });
}

function longDate(at) {
  return at.toLocaleString(LANG, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

function button(kind, words, onclick) {
  const made = el(kind ? `button.${kind}` : 'button', { type: 'button' }, words);
  made.onclick = onclick;
  return made;
}

/** Says that something was done (`status`) or not (`alert`). */
function toast(role, words) {
  const made = el('p', { role }, words);
  document.querySelector('#toast').replaceChildren(made);
  setTimeout(() => made.remove(), 6000);
}

function fill(selector, content) {
  document.querySelector(selector).replaceChildren(...[content].flat());
}

/** `el('p.soft', { title }, 'text', child)`: text is always text, never markup. */
function el(what, ...rest) {
  const [tag, ...classes] = what.split('.');
  const made = document.createElement(tag);
  made.classList.add(...classes);
  const plain = (part) => typeof part === 'object' && !(part instanceof window.Node);
  for (const part of rest) {
    if (!plain(part)) made.append(part);
    else for (const [name, value] of Object.entries(part)) made.setAttribute(name, value);
  }
  return made;
}
