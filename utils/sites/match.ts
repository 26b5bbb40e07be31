/** Whether a WebExtension match pattern (`https://*.example.com/path/*`) covers an address. Hosts are exact or `*.`. */
export function matchesUrl(pattern: string, url: URL): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)(\/.*)$/.exec(pattern);
  if (!parts) throw new Error(`"${pattern}" is no match pattern`);
  const [, scheme = '', host = '', path = ''] = parts;
  if (!(scheme === '*' ? /^https?:$/ : new RegExp(`^${scheme}:$`)).test(url.protocol)) return false;
  const bare = host.replace(/^\*\./, '');
  const hostOk =
    host === '*' || url.hostname === bare || (host !== bare && url.hostname.endsWith(`.${bare}`));
  const pathPattern = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return hostOk && new RegExp(`^${pathPattern}$`).test(url.pathname + url.search);
}
