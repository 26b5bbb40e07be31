import type { SiteAdapter } from './types.ts';

export const roundcube: SiteAdapter = { id: 'roundcube', name: 'roundcube', matches: [], views: [] };
