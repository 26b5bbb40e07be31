/** Whether a WebExtension match pattern (`https://*.example.com/path/*`) covers an address. Hosts are exact or `*.`. */
export function matchesUrl(pattern: string, url: URL): boolean {
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
    // Last: making an expression for every pattern would cost every page.
    pathOf(rest.slice(slash)).test(url.pathname + url.search)
  );
}

function pathOf(glob: string): RegExp {
  return RegExp(`^${glob.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`);
}
