// Mailboxes that nobody reads, or that a machine writes from. `news@` and `alerts@` count, `info@` and `support@` do
// not: people write from those.
const MACHINE =
  /(^|[._+-])(no|do[._-]?not|never)[._-]?reply([._+-]|$)|^(mailer-daemon|postmaster|([a-z]+[._-])?(notification|alert|newsletter|update|digest|bounce)s?|news|notify)([._+-]|$)/;
// Each of them holds one of these: the expressions themselves are long, and run for few.
const HINTS = ['reply', 'daemon', 'post', 'notif', 'alert', 'news', 'update', 'digest', 'bounce'];
const LIST_HINTS = ['list', 'mailman', 'googlegroups'];
const LIST_DOMAIN = /(^|\.)(lists?|listserv|mailman)\.|^googlegroups\.com$/;
// A list that has to write under its own address puts itself behind the author: "'Ana Lee' via Board".
const VIA_HINTS = [' via ', ' über '];
const VIA = /\S['’"]? (via|über) \S/;

/** Whether nobody, or not one person, is behind an address: no-reply senders, notifications, mailing lists. */
export function isAutomated(address: string, name = ''): boolean {
  const at = address.lastIndexOf('@');
  const mailbox = address.slice(0, at).toLowerCase();
  const domain = address.slice(at + 1);
  return (
    (holds(mailbox, HINTS) && MACHINE.test(mailbox)) ||
    (holds(domain, LIST_HINTS) && LIST_DOMAIN.test(domain)) ||
    (holds(name, VIA_HINTS) && VIA.test(name))
  );
}

function holds(text: string, hints: readonly string[]): boolean {
  return hints.some((hint) => text.includes(hint));
}
