import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call } from '#core/registration.ts'
import type { Core, DataFolder } from '#core/core.ts'
import { openConnection } from '#core/database/connection.ts'
import { openRegisterDatabase } from '#core/database/database.ts'
import type { Actor, Change, RegisterDatabase } from '#core/database/database.ts'
import { migrate } from '#core/database/migrate.ts'
import { uuidV7Generator } from '#core/environment.ts'
import type { Environment, PasswordWork } from '#core/environment.ts'
import { setUpOrganisation } from '#core/organisation/set-up.ts'
import { frozenYears } from '#core/years/frozen-years.ts'
import { nodeScrypt } from '#core/people/password-hash.ts'
import { everyRole, testCall } from './callers.ts'

export const officer: Actor = { kind: 'person', name: '测试员' }

/** The clock of every test register: it stands still until a test moves it. */
export const testNow = Date.UTC(2026, 5, 15, 2, 0, 0)

/** Next to no work, so that a test of passwords takes no time. */
export const quickPasswords: PasswordWork = { ...nodeScrypt, cost: { N: 2, r: 1, p: 1 } }

export interface TestClock extends Environment {
  /** Moves the clock on by that many milliseconds. */
  pass(milliseconds: number): void
}

/** A clock in the test's hands; the local calendar is UTC+8 whatever the machine's zone. */
export function testClock(start = testNow): TestClock {
  let at = start
  const now = () => at
  return {
    now,
    pass: (milliseconds) => { at += milliseconds },
    newId: uuidV7Generator(now),
    passwordWork: quickPasswords,
    localDate: (instant) => new Date(instant + 8 * 3600_000).toISOString().slice(0, 10),
  }
}

export interface TestRegister {
  readonly core: Core
  readonly database: RegisterDatabase
  readonly clock: TestClock
  /** What a handler is given when the officer calls. */
  readonly call: Call
  /** One change by the officer. */
  change<T>(work: (change: Change) => Promise<T>): Promise<T>
  /** Closes the register and removes its folder. */
  close(): Promise<void>
}

/** A fresh register in a folder of its own, with the schema and nothing in it. */
export async function openTestRegister(): Promise<TestRegister> {
  const root = await mkdtemp(join(tmpdir(), 'register-'))
  const folder: DataFolder = {
    root, database: join(root, 'register.db'), attachments: join(root, 'attachments'), backups: join(root, 'backups'), logs: join(root, 'logs'),
  }
  for (const inner of [folder.attachments, folder.backups, folder.logs]) await mkdir(inner)
  const clock = testClock()
  let database = open(folder.database, clock)
  const years = frozenYears()
  const close = async () => {
    await years.close()
    database.close()
    await rm(root, { recursive: true, force: true })
  }
  const core: Core = {
    get database() { return database },
    folder,
    env: clock,
    version: '0.0.0-test',
    frozenYears: years,
    whileClosed: async (work, returned) => {
      database.close()
      const outcome = await work().then((done) => ({ done }), (error: unknown) => ({ error }))
      database = open(folder.database, clock)
      if ('error' in outcome) throw outcome.error
      await returned(database, outcome.done)
      return outcome.done
    },
    close,
  }
  return {
    core,
    get database() { return database },
    clock,
    call: testCall(core, everyRole(officer.name)),
    change: (work) => database.change(officer, work),
    close,
  }
}

function open(file: string, clock: Environment): RegisterDatabase {
  const connection = openConnection(file, 'write')
  migrate(connection)
  connection.close()
  return openRegisterDatabase(file, clock)
}

/** Sets the organisation up with the vocabularies, scales and methods of a new register; answers its id. */
export const setUpTestOrganisation = (register: TestRegister): Promise<string> =>
  register.change((change) => setUpOrganisation(change, { name: '龙岭县水利局', creditCode: null, regionCode: '350800', level: 'county', parentName: null }))
