import type { SiteAdapter } from './types.ts';

export const gmail: SiteAdapter = { id: 'gmail', name: 'gmail', matches: [], views: [] };
