// Pages of the size of real ones, with invented people: the markup that the readers look at, padded to a number of
// elements. Each has a place outside of its view's root (#outside) and one inside (#inside) to change.

const NAMES = ['Ruth Okafor', 'Ana Ferreira', 'Per-Erik Lindqvist', 'Ines Vale', 'Omar Saleh', 'Lena Osei'];

/** `count` elements of ordinary text: a paragraph of five, again and again. */
export function filler(count, word) {
  const block = (index) =>
    `<div class="w${index % 7}"><p>${word} ${index} <span class="t">tides and cranes</span> <a href="/x/${index}">a link</a> <b>${index}</b></p></div>`;
  return Array.from({ length: Math.ceil(count / 5) }, (_, index) => block(index)).join('');
}

const person = (index) => {
  const name = NAMES[index % NAMES.length];
  return { name, email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${index}@example.com` };
};

/** One open message of a Gmail conversation. `id` has 16 hexadecimal digits. */
export function gmailMessage({ name, email }, id, body) {
  return `<div class="h7" role="listitem"><div class="adn ads" data-message-id="#msg-f:${BigInt(`0x${id}`)}" data-legacy-message-id="${id}">
<div class="gs"><div class="gE iv gt"><table class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><h3 class="iw"><span class="qu" role="gridcell"><span email="${email}" name="${name}" data-hovercard-id="${email}" class="gD"><span>${name}</span></span> <span class="go"><span aria-hidden="true">&lt;</span>${email}<span aria-hidden="true">&gt;</span></span></span></h3></td>
<td class="gH bAk"><div class="gK"><span class="g3" title="Aug 4, 2026, 7:05&#8239;AM" role="gridcell">Aug 4</span></div></td></tr>
<tr class="acZ xD"><td colspan="3"><div class="iw ajw"><span class="hb">to <span email="ana@example.com" name="me" data-hovercard-id="ana@example.com" class="g2">me</span></span></div><div class="ajy" role="button" aria-label="Show details"></div></td></tr></tbody></table></div>
<div class="ii gt"><div class="a3s aiL">${body}</div></div></div></div></div>`;
}

/** The thread id of a hexadecimal message number. */
export const gmailId = (index) => `19fcb97b${(0x2e140000 + index).toString(16)}`;

/** A Gmail conversation: the list that Gmail keeps hidden behind it, and a dozen messages with long bodies. */
export function gmailPage(elements) {
  const row = (index) => {
    const { name, email } = person(index);
    return `<tr class="zA yO"><td class="PF"></td><td class="oZ-x3"><div role="checkbox"></div></td><td class="yX xY"><div class="yW"><span class="bA4"><span class="yP" email="${email}" name="${name}">${name}</span></span></div></td><td class="xY"><div class="y6"><span>Subject ${index}</span></div></td><td class="xW xY"><span title="Mon, Aug 3, 2026">Aug 3</span></td></tr>`;
  };
  const rows = Math.floor((elements * 0.3) / 14);
  const messages = 12;
  const each = Math.floor((elements * 0.45) / messages) - 30;
  const rest = elements - rows * 14 - messages * (each + 30) - 30;
  const thread = Array.from({ length: messages }, (_, index) =>
    gmailMessage(
      { name: 'Ruth Okafor', email: 'ruth@example.com' },
      gmailId(index),
      `<div${index === messages - 1 ? ' id="inside"' : ''}>${filler(each, 'Harvest')}</div>`,
    ),
  ).join('');
  return `<!doctype html><html lang="en"><head><title>Harvest dinner - ana@example.com - Gmail</title></head><body>
<div role="banner"><div id="gb"><a aria-label="Google Account: Ana Ferreira (ana@example.com)" href="https://accounts.google.com/SignOutOptions?hl=en" role="button"></a></div></div>
<div role="navigation" id="outside">${filler(rest, 'Label')}</div>
<div class="nH BltHke" style="display:none"><table><tbody>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</tbody></table></div>
<div class="nH BltHke" role="main"><h2 class="hP" data-legacy-thread-id="${gmailId(0)}">Harvest dinner</h2><div role="list" id="thread">${thread}</div></div>
</body></html>`;
}

/** A LinkedIn profile in the server-driven layout: a small card, and long sections below and beside it. */
export function linkedinPage(elements) {
  return `<!doctype html><html lang="en"><head><title>(3) Mara Quill | LinkedIn</title></head><body><div id="root">
<header><nav componentkey="primaryNavLinksComponentRef"><a href="https://www.linkedin.com/mynetwork">My Network</a><button aria-expanded="false"><img alt="" src="https://media.example.com/dms/image/v2/D4E03AQown/profile-displayphoto-shrink_100_100/0/1"><span>Me</span></button></nav></header>
<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"><main id="workspace">
<section componentkey="com.linkedin.sdui.profile.card.refACoAAexample000000000000000001Topcard"><div><div><div><div><a href="https://www.linkedin.com/in/maraquill/"><h2>Mara Quill</h2></a></div><p>· 2nd</p></div>
<p>Harbour planner | Tides, cranes and patience</p><p>Northlight Docks · Example Institute of Water</p>
<div><p>Rotterdam, Netherlands</p><p>·</p><p><a href="https://www.linkedin.com/in/maraquill/overlay/contact-info/">Contact info</a></p></div></div>
<div><div role="button" tabindex="0"><figure aria-hidden="true"><img alt=""></figure><p>Northlight Docks</p></div></div>
<a href="/preload/custom-invite/?vanityName=maraquill" aria-label="Invite Mara Quill to connect">Connect</a><div id="inside">${filler(100, 'Card')}</div></div></section>
<div id="outside">${filler(elements - 140, 'Experience')}</div></main></div></div></body></html>`;
}

const SELECTED = 30;

/** Whom Roundcube's page below shows. */
export const ROUNDCUBE_PERSON = person(SELECTED).email;

/** Roundcube's list of messages with one selected; a message opens in a frame of its own. */
export function roundcubePage(elements) {
  const row = (index) => {
    const { name, email } = person(index);
    // Below what the figures change inside of the list: it stays the same person.
    const selected = index === SELECTED;
    return `<tr id="rcmrow${index}" class="message${selected ? ' selected' : ''}"${selected ? ' aria-selected="true"' : ''}><td class="selection"><input type="checkbox"></td><td class="subject"><span class="fromto skip-on-drag"><span class="adr"><span title="${email}" class="rcmContactAddress">${name}</span></span></span><span class="date skip-on-drag">Today 10:00</span><span class="subject"><span class="msgicon status"></span><a href="./?_task=mail&amp;_mbox=INBOX&amp;_uid=${index}"><span>Subject ${index}</span></a></span></td><td class="flags"><span class="flag"></span></td></tr>`;
  };
  const rows = Math.floor((elements * 0.6) / 15);
  return `<!doctype html><html lang="en"><head><title>Webmail :: Inbox</title><script src="program/js/app.min.js"></script>
<script>window.kept = '';/* rcmail.set_env({"task":"mail","mailbox":"INBOX","username":"ana@example.com"}); */</script></head>
<body class="task-mail action-none"><div id="layout"><div id="outside">${filler(elements - rows * 15 - 10, 'Folder')}</div>
<table id="messagelist" class="listing messagelist"><tbody id="inside">${Array.from({ length: rows }, (_, index) => row(index)).join('')}</tbody></table></div></body></html>`;
}

/** A page of a site that the user turned on and that no adapter knows. */
export function unknownPage(elements) {
  return `<!doctype html><html lang="en"><head><title>Some mail</title></head><body><div id="outside">${filler(elements / 2, 'Folder')}</div><div id="inside">${filler(elements / 2, 'Text')}</div></body></html>`;
}

/**
 * A webmail that no adapter knows, which the generic reader reads: folders, a list with an address in each row, a long message. It
 * lays itself out, as pages do before they are seen: who first asks where something stands would pay for that.
 */
export function webmailPage(elements) {
  const row = (index) => {
    const { name, email } = person(index);
    return `<tr class="row"><td><input type="checkbox"></td><td class="who" title="${email}">${name}</td><td class="about"><a href="?folder=INBOX&amp;uid=${index}">Subject ${index}</a></td><td>10:00</td></tr>`;
  };
  const rows = Math.min(200, Math.floor(elements / 40));
  const rest = elements - rows * 7 - 30;
  return `<!doctype html><html lang="en"><head><title>Harvest dinner - Webmail</title></head><body>
<header><b>Example Mail</b><div class="account-menu"><button>ana@example.com</button></div></header>
<div id="outside">${filler(rest / 2, 'Folder')}</div>
<table class="list"><tbody>${Array.from({ length: rows }, (_, index) => row(index)).join('')}</tbody></table>
<article><h2>Harvest dinner</h2><table class="head"><tbody>
<tr><th>From:</th><td>Ruth Okafor &lt;ruth@example.com&gt;</td></tr><tr><th>To:</th><td>Ana Ferreira &lt;ana@example.com&gt;</td></tr>
<tr><th>Date:</th><td>4 August 2026 07:05</td></tr></tbody></table>
<div class="message-body" id="inside">${filler(rest / 2, 'Text')}</div></article><script>document.body.offsetHeight</script></body></html>`;
}
