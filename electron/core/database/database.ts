import { dirname } from 'node:path'
import type { Database as Connection } from 'better-sqlite3'
import type { Kysely, Transaction } from 'kysely'
import { Refusal } from '#shared/model/refusal.ts'
import type { Environment } from '../environment.ts'
import { setBackEntry } from '../evidence/clock.ts'
import type { HeadOccasion, KeptHead } from '../evidence/head.ts'
import { keepHead } from '../evidence/keep-head.ts'
import { logWriter } from '../evidence/log-writer.ts'
import type { LogHead, LogWriter } from '../evidence/log-writer.ts'
import type { RowToSeal } from '../evidence/sealed-tables.ts'
import { kyselyOver, openConnection } from './connection.ts'
import type { Schema } from './schema.ts'
import { storageRefusal } from './storage-refusal.ts'

/** Reading only: the type offers no way to write, and the connection behind it is opened read-only. */
export type ReadableDatabase = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'dynamic' | 'executeQuery' | 'getExecutor'>
/** The open transaction of one change. */
export type WritableDatabase = Transaction<Schema>

/** Who is acting. */
export interface Actor {
  kind: 'person' | 'service'
  name: string
  /** The account's id; two persons may bear one name. */
  id?: string | undefined
}

export interface AuditRecord {
  /** What was done, e.g. 'risk-point.change'. */
  action: string
  entity: string
  entityId: string
  /** Only the fields concerned; absent for a creation. */
  before?: object | undefined
  /** Only the fields concerned; absent for a removal. */
  after?: object | undefined
  /** Rows of append-only tables that this entry vouches for; each has been written before and is sealed by one entry only. */
  seals?: readonly RowToSeal[] | undefined
}

/** One change of the register: a transaction together with its trace. */
export interface Change {
  readonly db: WritableDatabase
  readonly actor: Actor
  /** UTC instant of the change, the same for everything in it. */
  readonly at: string
  /** Local calendar date of the change. */
  readonly today: string
  readonly newId: () => string
  /** Writes an audit entry in the same transaction. */
  record(entry: AuditRecord): Promise<void>
  /** Puts off work to the end of the change, before it is kept: what many steps of it concern is done once. */
  atEnd(work: () => Promise<void>): void
  /** Where the log stands within this change. */
  logHead(): LogHead
  /** All later entries and gradings of this change belong to this import batch. */
  batchId: string | null
}

export interface RegisterDatabase {
  readonly read: ReadableDatabase
  readonly env: Environment
  /**
   * Runs one change in a transaction. Changes wait for each other; reading goes on meanwhile on its own connection.
   * A change that alters rows without recording anything is a bug and is rolled back.
   */
  change<T>(actor: Actor, work: (change: Change) => Promise<T>): Promise<T>
  /** Screens' preferences only: no audit, by design of that table. */
  prefer(key: string, value: unknown): Promise<void>
  /**
   * Signs how far the log has come and keeps that in the register and beside it, so that a log cut short shows.
   * @returns null while the log is empty
   */
  keepHead(occasion: HeadOccasion): Promise<KeptHead | null>
  /** The writing connection, for backup, integrity checks and benchmarks. */
  readonly connection: Connection
  /** Resolves when no change is under way or waiting. */
  idle(): Promise<void>
  /**
   * From now on every change is refused with `database.closed`; resolves when those that came before are done and,
   * where an occasion is named, the head they left is kept.
   */
  finish(lastHead?: HeadOccasion): Promise<void>
  close(): void
}

export function openRegisterDatabase(file: string, env: Environment): RegisterDatabase {
  const connection = openConnection(file, 'write')
  const reader = openConnection(file, 'read')
  const writeDb = kyselyOver(connection)
  const log = logWriter(connection)
  const read = kyselyOver(reader)
  let queue: Promise<unknown> = Promise.resolve()
  let finished = false
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (finished) throw new Refusal('database.closed')
    const result = queue.then(work, work).catch((error: unknown) => { throw storageRefusal(error, dirname(file)) ?? error })
    queue = result.catch(() => undefined)
    return result
  }
  const idle = async (): Promise<void> => {
    for (let last: unknown; last !== queue;) {
      last = queue
      await last
    }
  }
  return {
    read,
    env,
    connection,
    change: (actor, work) => inTurn(() => writeDb.transaction().execute((tx) => runChange({ tx, actor, env, connection, log }, work))),
    prefer: async (key, value) => {
      await inTurn(() => writeDb.insertInto('preference').values({ key, value: JSON.stringify(value) })
        .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify(value) })).execute())
    },
    keepHead: (occasion) => inTurn(async () => keepHead({ connection, log, env, root: dirname(file) }, occasion)),
    idle,
    finish: async (lastHead) => {
      finished = true
      await idle()
      if (lastHead !== undefined) keepHead({ connection, log, env, root: dirname(file) }, lastHead)
    },
    close: () => {
      reader.close()
      connection.pragma('wal_checkpoint(TRUNCATE)')
      connection.close()
    },
  }
}

interface ChangeSetting { tx: WritableDatabase; actor: Actor; env: Environment; connection: Connection; log: LogWriter }

async function runChange<T>({ tx, actor, env, connection, log }: ChangeSetting, work: (change: Change) => Promise<T>): Promise<T> {
  const now = env.now()
  const open = log.begin()
  let recorded = 0
  const ends: (() => Promise<void>)[] = []
  const change: Change = {
    db: tx,
    actor,
    at: new Date(now).toISOString(),
    today: env.localDate(now),
    newId: env.newId,
    batchId: null,
    atEnd: (put) => { ends.push(put) },
    logHead: open.head,
    record: async ({ action, entity, entityId, before, after, seals = [] }) => {
      const notice = recorded++ === 0 ? setBackEntry(open.head().at, change) : undefined
      if (notice !== undefined) open.write(notice)
      open.write({
        id: env.newId(), at: change.at, actorKind: actor.kind, actor: actor.name, actorId: actor.id ?? null, action, entity, entityId,
        before: json(before), after: json(after), batchId: change.batchId, seals,
      })
    },
  }
  const before = totalChanges(connection)
  const result = await work(change)
  for (let end = ends.shift(); end !== undefined; end = ends.shift()) await end()
  if (recorded === 0 && totalChanges(connection) !== before) throw new Error('a change of the register was not recorded in the audit log')
  return result
}

const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value))

const totalChanges = (connection: Connection): number =>
  connection.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0
