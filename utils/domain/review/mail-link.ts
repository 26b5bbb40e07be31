import { composeLink } from '../compose-link.ts';

/**
 * How long a link that begins a mail may be, in characters. Windows hands programs at most 2,048 of a `mailto:`; Outlook on the
 * web refuses longer queries; Gmail's servers refuse from about 8,000 on. Chinese takes nine a character.
 */
const MOST = { gmail: 7000, other: 2000 } as const;

/** A link that begins a mail; `whole` is false where the text was too long for one and has to be pasted. */
export interface MailLink {
  readonly href: string;
  readonly whole: boolean;
}

/** Begins a mail with a subject and a text, in the mail that was last used (`site`, as in domain/compose-link). */
export function mailLink(
  address: string,
  site: string | undefined,
  letter: { readonly subject: string; readonly body: string },
): MailLink {
  const href = composeLink(address, site, letter);
  if (href.length <= (site === 'gmail' ? MOST.gmail : MOST.other)) return { href, whole: true };
  return { href: composeLink(address, site, { subject: letter.subject }), whole: false };
}
