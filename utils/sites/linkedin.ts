import type { SiteAdapter } from './types.ts';

export const linkedin: SiteAdapter = { id: 'linkedin', name: 'linkedin', matches: [], views: [] };
