/** The most people reported from one frame; a page may list thousands. */
export const MAX_SIGHTINGS = 200;
/** The most texts that may be one date, and the longest of them and of the name of their language. */
export const MAX_DATES = 20;
export const MAX_SAID = 200;
