/** The keyboard command that logs what the page shows. */
export const LOG_COMMAND = 'log-page';
