/** The most people reported from one frame; a page may list thousands. */
export const MAX_SIGHTINGS = 200;
