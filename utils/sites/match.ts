/**
 * Whether a WebExtension match pattern (`https://*.example.com/path/*`) covers an address, whatever its port. Hosts are exact,
 * `*.` and the rest, or `*`; that the adapters' own are patterns is tested.
 */
export function matchesUrl(pattern: string, { protocol, hostname, pathname, search }: URL): boolean {
  const expression = pattern
    .replace(/[^\w*]/g, '\\$&')
    .replace(/^\*/, 'https?')
    .replace('\\/\\/*\\.', '\\/\\/([^/]+\\.)?')
    .replaceAll('*', '.*');
  return RegExp(`^${expression}$`).test(`${protocol}//${hostname}${pathname}${search}`);
}
