/** The page asks its preload script for the port to the core. */
export const PORT_WANTED = 'integrity:port-wanted'
/** The preload script's answer; the port comes with it. */
export const PORT_GIVEN = 'integrity:port-given'
/** From the preload script to the main process, with the other end of the port. */
export const CORE_PORT = 'core-port'
/** From the preload script to the main process: the page is now shown in this language. */
export const PAGE_LANGUAGE = 'page-language'
