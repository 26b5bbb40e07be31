/** Whether a WebExtension match pattern (`https://*.example.com/path/*`) covers an address. Hosts are exact or `*.`. */
export function matchesUrl(pattern: string, url: URL): boolean {
  // Without expressions made for each pattern, which cost every page.
  const scheme = pattern.split('://', 1)[0] ?? '';
  const rest = pattern.slice(scheme.length + '://'.length);
  const slash = rest.indexOf('/');
  const host = rest.slice(0, slash);
  const bare = host.replace(/^\*\./, '');
  if (slash < 1 || !['*', 'http', 'https'].includes(scheme) || (bare !== '*' && bare.includes('*')))
    throw new Error(`"${pattern}" is no match pattern`);
  const schemes = scheme === '*' ? ['http:', 'https:'] : [`${scheme}:`];
  return (
    schemes.includes(url.protocol) &&
    (host === '*' || url.hostname === bare || (bare !== host && url.hostname.endsWith(`.${bare}`))) &&
    covers(rest.slice(slash), url.pathname + url.search)
  );
}

// The parts between the stars, in their order: the first at the beginning, the last at the end.
function covers(glob: string, path: string): boolean {
  const parts = glob.split('*');
  const last = parts.pop() ?? '';
  if (parts.length === 0) return path === last;
  let at = 0;
  const fits = parts.every((part, index) => {
    const found = path.indexOf(part, at);
    at = found + part.length;
    return index === 0 ? found === 0 : found >= 0;
  });
  return fits && path.length - last.length >= at && path.endsWith(last);
}
