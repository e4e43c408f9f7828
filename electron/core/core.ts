import type { Actor, RegisterDatabase } from './database/database.ts'
import type { Environment } from './environment.ts'
import type { Printer } from './reports/paper/printer.ts'
import type { FrozenYears } from './years/frozen-years.ts'

/** The application without a screen: what every use case is given. */
export interface Core {
  /** The open register. Read it anew for each use: a restore puts another one in its place. */
  readonly database: RegisterDatabase
  readonly folder: DataFolder
  readonly env: Environment
  /** The program's version, for reports and backups. */
  readonly version: string
  /** Makes PDF of a page; absent where nobody around this core can print. */
  readonly printer?: Printer | undefined
  /** Frozen years that are open for reading beside the register. */
  readonly frozenYears: FrozenYears
  /** Present where `database` is not the register of today but a frozen year, which nobody can change. */
  readonly frozen?: FrozenYear | undefined
  /**
   * Closes the register, runs the work on the closed file, opens it again, and runs what is to be recorded then before
   * anybody else gets at it; used by restore. @throws Refusal `database.closed` while it is closed already
   */
  whileClosed<T>(work: () => Promise<T>, returned: Returned<T>): Promise<T>
  /** Waits for changes and for a restore under way, takes no new ones, makes a copy, lets the folder go. */
  close(): Promise<void>
}

/** Which year is looked at in place of today's register. */
export interface FrozenYear {
  readonly year: number
  /** UTC instant. */
  readonly frozenAt: string
  readonly contentHash: string
  /** Today's register, which alone keeps the log. */
  readonly live: RegisterDatabase
}

/** What is done in the register that was opened again, with what the work on the closed file came to. */
export type Returned<T> = (database: RegisterDatabase, done: T) => Promise<void>

/** Where the data of one installation lies. All paths are absolute. */
export interface DataFolder {
  readonly root: string
  readonly database: string
  readonly attachments: string
  readonly backups: string
  readonly logs: string
}

export type { Actor }
