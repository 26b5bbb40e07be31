import { ALL_INSIDE } from '../../domain/names.ts';
import { perPage } from '../reading/per-page.ts';
import type { Page } from '../types.ts';

// How the addresses and titles of mail pages call what they show.
const MAIL =
  /[/#]compose(?![^ /?.])|(?<!\be-?)mail|zimbra|grommunio|inbox|imap|mbox|message|\bmsg|posteingang|nachricht|bo[iî]te|courrie|corre[io]|entrada|posta|poczt|почт|邮|郵|收件|메일|بريد|דואר/;
const OTHER_PART =
  /(?<!inbox.*|folder.*|mbox.*)[/#!=.](?:calendars?|agenda|contacts?|address-?books?|tasks|settings|preferences|options|admin|(?:account|profile)(?![/?]))(?=$|[/?&#])/;

/** Whether the page is one of a mail program, where messages are. */
export const isMail = perPage(
  (page) =>
    !isOtherPart(page) &&
    (MAIL.test(saidOf(page).replace(ALL_INSIDE, '').toLowerCase()) || isMailRoute(page)),
);

// In pieces: with an address in one of them, all of it goes.
function saidOf({ document, url }: Page): string {
  return [document.title, url.hostname, url.pathname, url.search, url.hash].join(' ');
}

// Of a mail program or its host, where who is shown beside a date wrote nothing. A folder may be called so, too.
function isOtherPart({ url: { pathname, search, hash } }: Page): boolean {
  return OTHER_PART.test((pathname + search + hash).toLowerCase());
}

// "/#email" is a program's part, unless the page has a place of that name.
function isMailRoute({ document, url: { hash } }: Page): boolean {
  return /^#[/!]*(?:email|sent)(?:[/:]|$)/i.test(hash) && !document.getElementById(hash.slice(1));
}
