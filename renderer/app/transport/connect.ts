import { connectBrowser } from './browser.ts'
import type { Connection } from './connection.ts'
import { connectDesktop } from './desktop.ts'

export { NotConnected } from './connection.ts'
export type { Connection, Disconnection } from './connection.ts'

/** Only the desktop window loads the page by the program's own scheme. */
const inDesktopWindow = (): boolean => location.protocol === 'app:'

/**
 * Reaches the core that served this page. Await it before the router reads the address: it takes the one-time token
 * out of the address bar.
 *
 * @throws NotConnected when the program does not answer or the session is over
 */
export const connect = (): Promise<Connection> => (inDesktopWindow() ? connectDesktop(window) : connectBrowser())
