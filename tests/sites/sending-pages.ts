import { gmail } from '../../utils/sites/gmail.ts';
import { jsonld } from '../../utils/sites/jsonld.ts';
import { outlook } from '../../utils/sites/outlook.ts';
import { roundcube } from '../../utils/sites/roundcube.ts';
import { sogo } from '../../utils/sites/sogo.ts';
import type { SiteAdapter } from '../../utils/sites/types.ts';

/** Somebody whom a page shows. */
export interface Somebody {
  readonly name: string;
  readonly email: string;
}

/** A message in a window. */
export interface Draft {
  readonly to: readonly Somebody[];
  readonly cc?: readonly Somebody[];
  readonly subject: string;
}

/** A site's pages, acted: what its script does to them when the user writes and sends. */
export interface Stage {
  readonly site: SiteAdapter;
  /** Whether several windows can be open at once. */
  readonly many?: true;
  /** What the page is before anything is written. */
  readonly html: string;
  /** Opens a window with a draft in it. */
  open(document: Document, draft: Draft): Element;
  /** What a click on Send is a click on. */
  button(window: Element): Element;
  /** What the user clicks to throw the draft away. */
  trash?(window: Element): Element;
  /** The page sends: what it shows at once. */
  sending?(window: Element): void;
  /** The page shows that it went out. */
  sent(window: Element): void;
  /** The page shows that it did not. */
  failed(window: Element): void;
  /** The draft is gone. */
  discarded(window: Element): void;
  /** How long after `sent` the message is certain (ms). */
  readonly certain: number;
}

const here = [`${location.protocol}//${location.hostname}/*`];

function append(document: Document, html: string): Element {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild as Element; // just made
}

function place(window: Element): Document {
  return window.ownerDocument;
}

/** Gmail's one toast, whose content is written anew for each thing that it says. */
export function gmailToast(document: Document, html: string): void {
  const toast = document.querySelector('.b8 .vh') as HTMLElement;
  toast.innerHTML = `<span class="aT">${html}</span>`;
  (toast.closest('.b8') as HTMLElement).style.top = '0px';
}

/** Hides it as Gmail does: out over the top. */
export function hideGmailToast(document: Document): void {
  (document.querySelector('.b8') as HTMLElement).style.top = '-10000px';
}

/** What it says when a message was sent, or scheduled: the words differ, the rest does not. */
export const GMAIL_SENT =
  '<span class="bAq">已发送</span><span class="bAo"><span id="link_undo" role="link">撤消</span><span id="link_vsm" role="link">查看</span></span>';

const chip = ({ name, email }: Somebody) =>
  `<div draggable="true" class="agh"><div role="option" data-hovercard-id="${email}" data-name="${name}">${name}</div></div>`;

const gmailStage: Stage = {
  site: { ...gmail, matches: here },
  many: true,
  html: `<title>Inbox - ana@example.com - Gmail</title><div role="main"><table><tr class="zA"></tr></table></div>
    <div class="b8 UC" role="alert" style="position: relative; top: -10000px"><div class="vh"></div></div>`,
  open: (document, { to, cc = [], subject }) =>
    append(
      document,
      `<div role="dialog"><div class="M9"><form>
        <input type="hidden" name="rt" value="#thread-f:1849000000000000000">
        <div name="to">${to.map(chip).join('')}</div><div name="cc">${cc.map(chip).join('')}</div>
        <input name="subjectbox" value="${subject}"></form>
        <div role="textbox" contenteditable="true">Hello</div>
        <table class="IZ"><tr><td class="gU Up"><div class="dC"><div role="button" class="T-I aoO L3" tabindex="1">发送</div><div role="button" class="hG" aria-haspopup="true"></div></div></td>
        <td><div role="button" class="oh"><div class="og"></div></div></td></tr></table></div></div>`,
    ).querySelector('.M9') as Element,
  button: (window) => window.querySelector('.aoO') as Element,
  trash: (window) => window.querySelector('.og') as Element,
  sending(window) {
    gmailToast(place(window), '<span class="bAq">正在发送…</span>');
    window.closest('[role="dialog"]')?.remove();
  },
  sent: (window) => gmailToast(place(window), GMAIL_SENT),
  failed(window) {
    gmailToast(place(window), '<span class="bAq">糟糕</span>');
    place(window).body.append(window.closest('[role="dialog"]') ?? window);
  },
  discarded(window) {
    gmailToast(
      place(window),
      '<span class="bAq">草稿已舍弃</span><span id="link_undo" role="link">撤消</span>',
    );
    window.closest('[role="dialog"]')?.remove();
  },
  certain: 34_000,
};

const token = ({ name, email }: Somebody) =>
  `<span class="_Entity _EType_RECIPIENT_ENTITY" contenteditable="false" aria-label="${name} &lt;${email}&gt;"><span class="textContainer-1">${name} &lt;${email}&gt;</span></span>`;

const outlookStage: Stage = {
  site: { ...outlook, matches: here },
  html: '<div id="mectrl_currentAccount_secondary">ana@example.com</div>',
  open: (document, { to, cc = [], subject }) =>
    append(
      document,
      `<div role="main" data-app-section="MailReadCompose"><div data-testid="ComposeSendButton"><button>Senden</button><button aria-haspopup="menu"></button></div>
        <button class="discard"></button>
        <div id="MSG_1_TO"><div aria-label="An" contenteditable="true">${to.map(token).join('')}</div></div>
        <div id="MSG_1_CC"><div aria-label="Cc" contenteditable="true">${cc.map(token).join('')}</div></div>
        <input id="MSG_1_SUBJECT" value="${subject}"><div class="text" contenteditable="true"></div></div>`,
    ),
  button: (window) => window.querySelector('[data-testid] button') as Element,
  trash: (window) => window.querySelector('.discard') as Element,
  sent: (window) => window.remove(),
  failed: (window) => void append(place(window), '<div role="alertdialog">Nein</div>'),
  discarded: (window) => window.remove(),
  certain: 16_000,
};

const written = (people: readonly Somebody[]) =>
  people.map(({ name, email }) => `&quot;${name}&quot; &lt;${email}&gt;`).join(', ');

const roundcubeMessage = (window: Element, kind: string) => {
  const stack = place(window).querySelector('#messagestack') as Element;
  stack.innerHTML = `<div class="${kind} content ui alert" role="alert"><i class="icon"></i><span>…</span></div>`;
};

/** Roundcube's form says whether it was sent or only saved. */
export function roundcubeSaves(window: Element): void {
  (window.querySelector('[name=_draft]') as HTMLInputElement).value = '1';
  roundcubeMessage(window, 'confirmation');
}

const roundcubeStage: Stage = {
  site: roundcube,
  html: '<a class="button send">Senden</a><div id="messagestack"></div>',
  open(document, { to, cc = [], subject }) {
    document.defaultView?.history.replaceState(null, '', '?_task=mail&_action=compose&_id=1');
    return append(
      document,
      `<form><input type="hidden" name="_draft"><select name="_from"><option>Ana &lt;ana@example.com&gt;</option></select>
        <textarea name="_to" id="_to">${written(to)}</textarea><textarea name="_cc">${written(cc)}</textarea><textarea name="_bcc"></textarea>
        <input name="_subject" value="${subject}"><select name="_store_target"><option value="">-</option><option value="Sent" selected>Gesendet</option></select>
        <textarea name="_message"></textarea></form>`,
    );
  },
  button: (window) => place(window).querySelector('.send') as Element,
  sending(window) {
    (window.querySelector('[name=_draft]') as HTMLInputElement).value = '';
    roundcubeMessage(window, 'loading');
  },
  sent: (window) => roundcubeMessage(window, 'confirmation'),
  failed: (window) => roundcubeMessage(window, 'error'),
  discarded: (window) => window.remove(),
  certain: 0,
};

const mdChip = ({ name, email }: Somebody) =>
  `<md-chip><div class="md-chip-content" aria-label="${name} &lt;${email}&gt;. Press delete to remove."><div class="sg-tile-content">${name} &lt;${email}&gt;</div></div></md-chip>`;

const sogoState = (window: Element, state: string) => {
  const content = window.querySelector('sg-ripple-content') as Element;
  content.innerHTML = `<div ng-switch-when="${state}">…</div>`;
};

const sogoStage: Stage = {
  site: sogo,
  html: '<title>ana@example.com - SOGo</title><body ng-app="SOGo.MailerUI"></body>',
  open: (document, { to, cc = [], subject }) =>
    append(
      document,
      `<md-dialog id="mailEditor"><form name="messageForm"><button ng-click="editor.send()"><md-icon>send</md-icon></button><button ng-click="editor.cancel()"></button>
        <md-chips ng-model="editor.message.editable.to">${to.map(mdChip).join('')}</md-chips><md-chips ng-model="editor.message.editable.cc">${cc.map(mdChip).join('')}</md-chips>
        <input name="subject" value="${subject}"><textarea name="content"></textarea></form><sg-ripple-content></sg-ripple-content></md-dialog>`,
    ),
  button: (window) => window.querySelector('md-icon') as Element,
  trash: (window) => window.querySelector('[ng-click*="cancel"]') as Element,
  sending: (window) => sogoState(window, 'sending'),
  sent(window) {
    sogoState(window, 'sent');
    setTimeout(() => window.remove(), 1000);
  },
  failed: (window) => sogoState(window, 'error'),
  discarded: (window) => window.remove(),
  certain: 0,
};

/** What a page that describes itself says; a message without a date is a draft. */
export function describeMail(
  document: Document,
  mails: readonly (Draft & { sent?: string; id?: string })[],
): void {
  const person = ({ name, email }: Somebody) => ({ '@type': 'Person', name, email });
  const ana = person({ name: 'Ana', email: 'ana@example.com' });
  const script = document.head.querySelector('script') ?? document.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Conversation',
    accountablePerson: ana,
    hasPart: mails.map(({ to, cc = [], subject, sent, id }) => ({
      '@type': 'EmailMessage',
      name: subject,
      ...(sent && { dateSent: sent, identifier: id, url: '/sent/1' }),
      sender: ana,
      toRecipient: to.map(person),
      ccRecipient: cc.map(person),
    })),
  });
  document.head.append(script);
}

const say = (document: Document, role: string) => {
  for (const old of document.querySelectorAll('#toast *')) old.remove();
  document.querySelector('#toast')?.insertAdjacentHTML('beforeend', `<p role="${role}">…</p>`);
};

/** A page that describes itself; only the top document may, so that its tests have a window without frames. */
export const jsonldStage: Stage = {
  site: { ...jsonld, matches: here },
  html: '<div id="toast"></div>',
  open(document, draft) {
    describeMail(document, [draft]);
    return append(
      document,
      `<form><input name="to"><textarea></textarea><button type="submit">发送</button><button type="button">放弃</button></form>`,
    );
  },
  button: (window) => window.querySelector('[type=submit]') as Element,
  trash: (window) => window.querySelector('[type=button]') as Element,
  sent(window) {
    say(place(window), 'status');
    describeMail(place(window), []);
    window.remove();
  },
  failed: (window) => say(place(window), 'alert'),
  discarded(window) {
    describeMail(place(window), []);
    say(place(window), 'status');
    window.remove();
  },
  certain: 0,
};

/** All that is known to send. */
export const STAGES: readonly Stage[] = [gmailStage, outlookStage, roundcubeStage, sogoStage, jsonldStage];
