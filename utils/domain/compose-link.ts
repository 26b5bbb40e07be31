/**
 * Where a message to an address is begun: in the mail the two last used, where Kith knows its address for that (`site` is an
 * adapter's id), else in whatever the machine opens for `mailto:`.
 */
export function composeLink(
  address: string,
  site?: string,
  message: { readonly subject?: string; readonly body?: string } = {},
): string {
  const { subject, body } = message;
  const query = (names: { to: string; subject: string }) =>
    new URLSearchParams({
      [names.to]: address,
      ...(subject !== undefined && { [names.subject]: subject }),
      ...(body !== undefined && { body }),
    }).toString();
  if (site === 'gmail')
    return `https://mail.google.com/mail/?view=cm&fs=1&${query({ to: 'to', subject: 'su' })}`;
  if (site === 'outlook')
    return `https://outlook.office.com/mail/deeplink/compose?${query({ to: 'to', subject: 'subject' })}`;
  const rest = Object.entries({ subject, body })
    .filter(([, value]) => value !== undefined)
    // mailto: knows no "+" for a space (RFC 6068).
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const to = encodeURIComponent(address).replaceAll('%40', '@');
  return `mailto:${to}${rest.length > 0 ? `?${rest.join('&')}` : ''}`;
}
