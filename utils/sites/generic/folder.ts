import { each, shortText } from '../reading/dom.ts';
import { textsNear } from '../reading/near.ts';
import type { Page } from '../types.ts';
import { isChrome } from './places.ts';
import { subjectNear } from './subject.ts';

/** How folders of what was sent are called, between separators: a title has the message's subject too, and "sent" is in "presentation". */
export const SENT =
  /^(?:sent(?:[ _-]\w+|items)?$|(?:\S+ )?(?:gesend|envoy(?!er)|envia[dt]|inviat|wys.an|verzond|verstuurd|отправи?л|надісл|skicka[dt]|sendt|od[eo]sl|lähetet|(?:el)?küldött|gönderil|απεστ|trimise|posla|bidali|dihantar)|[发發]送$|已[发發]|寄件|送信|보낸|전송된)/i;
/** How folders of what was not sent yet are called. */
export const DRAFTS =
  /^(?:(?:draft|entw[uü]rf|brouillon|borrador|rascunho|koncept|kladde)\w{0,2}|bozze|concepten|utkast|luonnokset|szkice|piszkozatok|taslaklar|черновики|чернетки|草稿[箱夹匣]?|下書き|임시 ?보관함|مسودات|טיוטות|πρόχειρα)$/i;
// A subject may begin or end so, too ("Pedido enviado"): a folder's name is one word, or says what was sent.
const FOLDER =
  /^(?:[^\s\u3040-\u9fff가-힣]+|(?:\S+ )?(?:e-?)?(?:mail|item|it[eé]n|obj|[eé]l[eé]m|nachr|mess|mens|medd|cou?rr|post|pošt|beri|viest|pocz|wiad|lev|üzen|сооб|пис|пош|лист|zpr|spr|por|ile|öğ)\S*(?: \S+)?|已?[发發]送?(?:[邮郵]件|信件|消息)?|寄件(?:[备備]份)?匣?|送信(?:済み?)?(?:メール|アイテム|トレイ|箱)?|(?:보낸|전송된) ?(?:편지함?|메일함?|메시지|항목)?)$/i;
const OPEN = '[aria-current],[aria-selected=true],.active,.selected';

// "list_parent=sent": what the user came from, as another message of the folder below may be reached from any.
const CAME_FROM = /[?&]\w*parent=[^&#]*/;

/** Whether the page's address or title names a folder (`SENT`, `DRAFTS`); some webmails write a folder's name in base64 or in hex. */
export function isIn(page: Page, folder: RegExp): boolean {
  const places = page.url.href
    .slice(page.url.origin.length)
    .replace(CAME_FROM, '')
    .split(/[^\w-]+/);
  return (
    [...places, ...places.map(plain), ...places.map(fromHex)].some((name) => isNamed(name, folder)) ||
    titled(page).some((name) => isNamed(name, folder) && FOLDER.test(name))
  );
}

/** Whether the list of folders marks one as that which is open: where neither address nor title names it. */
export function isOpen(page: Page, folder: RegExp): boolean {
  return markedAs(page, OPEN, folder).some(isChrome);
}

/**
 * Whether something says that the user sent the message of this sender, so that nobody knows who of its people the user is. A subject
 * may say the same ("Order 12 was sent"), as may a class that is called in some way.
 */
export function maySent(page: Page, sender: Element): boolean {
  return (
    textsNear(sender, isInSent).length > 0 ||
    titled(page).some((name) => isNamed(name, SENT) && name !== subjectNear(sender)) ||
    markedAs(page, '.active,[class*=-active],[class*=selected]', SENT).length > 0
  );
}

function titled({ document }: Page): string[] {
  return document.title.split(/[-–—|·:()/]+/).map((name) => name.trim());
}

function isNamed(name: string, folder: RegExp): boolean {
  return name.length < 30 && folder.test(name.trim());
}

function markedAs({ document }: Page, marks: string, folder: RegExp): Element[] {
  return each(document, marks).filter((element) =>
    isNamed((shortText(element, 300) ?? '').replace(/[\s\d]+/g, ' '), folder),
  );
}

// "Message 1 in Sent", "送信済みのメッセージ 1", above it.
function isInSent(text: string): boolean {
  const [, behind, before] = /\d(?:,| \S+) (.+)$|^(.+?)(?:の|中的|에 있는).*\d$/.exec(text) ?? [];
  return isNamed(behind ?? before ?? '', SENT);
}

// "53656e74", which some number may stand before.
function fromHex(name: string): string {
  return decodeURIComponent((/(?:[2-7][\da-f]){4,}$/.exec(name)?.[0] ?? '').replace(/../g, '%$&'));
}

function plain(name: string): string {
  try {
    return atob(name);
  } catch {
    return '';
  }
}
