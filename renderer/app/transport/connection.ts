import type { ContractClient } from '#shared/contract/index.ts'

/** Why the page can no longer reach the register. */
export type Disconnection =
  /** The program (or, on the desktop, its data process) has ended. */
  | 'program-ended'
  /** The program runs, but this window's session is over or never began; a new one begins at the program. */
  | 'session-ended'

export interface Connection {
  client: ContractClient
  host: 'desktop' | 'browser'
  /** From now on calls that concern the register look at this frozen year; undefined: at today's. */
  lookAt(year: number | undefined): void
  /** Calls back once when the connection is lost, at once where it is lost already. */
  onDisconnect(callback: (why: Disconnection) => void): void
}

/** There is no way to the register; nothing was asked yet. */
export class NotConnected extends Error {
  readonly why: Disconnection

  constructor(why: Disconnection) {
    super(`not connected: ${why}`)
    this.name = 'NotConnected'
    this.why = why
  }
}
