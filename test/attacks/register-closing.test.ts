import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Core } from '#core/core.ts'
import { keepCopy } from '#core/database/copies/kept-copies.ts'
import { systemEnvironment } from '#core/environment.ts'
import { restoreKept } from '#core/system/restore-kept.ts'
import { restoreCopy } from '#core/database/copies/restore.ts'
import { finished, inTemporaryFolder, note, openAt, refusalOf, traces } from '../core/database/register-folder.ts'

const actor = { kind: 'person', name: 'tester' } as const

/** A change that stays under way until it is let go. */
function lasting(core: Core, what: string): { begun: Promise<void>; letGo: () => void; done: Promise<void> } {
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const done = core.database.change(actor, async (change) => {
    await change.record({ action: `test.${what}`, entity: 'test', entityId: 'test' })
    begun.resolve()
    await gate.promise
  })
  return { begun: begun.promise, letGo: gate.resolve, done }
}

describe('closing the register in the middle of work', () => {
  test('waits for the change that is under way, and takes none after it', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    const register = core.database
    const change = lasting(core, 'under-way')
    await change.begun
    const closing = core.close()
    await setImmediate()
    const late = refusalOf(register.change(actor, (one) => one.record({ action: 'test.late', entity: 'test', entityId: 'test' })))
    change.letGo()
    await change.done
    expect(await late).toBe('database.closed')
    await closing
    expect(traces(join(folder, 'register.sqlite'))).toEqual(['test.under-way'])
  }))

  test('loses nothing that was saved while its copy was made: the copy is of the last state', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'first')
    const register = core.database
    const closing = core.close()
    const answers: string[] = []
    for (let turn = 0; turn < 40; turn++) {
      await setImmediate()
      answers.push(await register.change(actor, (one) => one.record({ action: 'test.late', entity: 'test', entityId: 'test' })).then(() => 'saved', (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error))))
    }
    await closing
    expect(new Set(answers)).toEqual(new Set(['database.closed']))
    const [copy = ''] = readdirSync(join(folder, 'backups'))
    expect(traces(join(folder, 'backups', copy))).toEqual(traces(join(folder, 'register.sqlite')))
  }))

  test('waits for a restore that is under way; nobody holds the register without the folder’s lock', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'kept')
    const { name } = await keepCopy(core, 'manual')
    await note(core, 'after')
    const restoring = restoreKept(core, actor, name)
    while (core.database !== undefined) {
      const step = await restoring.next()
      if (step.done) break
      if (step.value.stage === 'copy') break
    }
    const rest = finished(restoring)
    const closing = core.close()
    await Promise.allSettled([rest, closing])
    await closing
    expect(await refusalOf(Promise.resolve().then(() => core.database))).toBe('database.closed')
    const again = await openAt(folder)
    expect(traces(join(folder, 'register.sqlite')).at(-1)).toBe('backup.restore')
    await again.close()
  }))

  test('what is read meanwhile is told that the register is closed, as a sentence and not as a fault', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    const { read } = core.database
    await core.close()
    expect(await refusalOf(read.selectFrom('power').selectAll().execute())).toBe('database.closed')
  }))
})

describe('two restores at once', () => {
  test('the second is refused, and the first brings back what it examined', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'one')
    const one = await keepCopy(core, 'manual')
    await note(core, 'two')
    const two = await keepCopy(core, 'manual')
    await note(core, 'three')
    const results = await Promise.allSettled([one, two].map(({ name }) => finished(restoreKept(core, actor, name))))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(failed).toMatchObject([{ code: 'restore.under-way' }])
    expect(traces(join(folder, 'register.sqlite'))).toEqual(['test.one', 'backup.restore'])
    await core.close()
  }))

  test('one that was given up leaves the way free for the next', () => inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'one')
    const { name } = await keepCopy(core, 'manual')
    const given = restoreKept(core, actor, name)
    await given.next()
    await given.return(undefined as never)
    await finished(restoreKept(core, actor, name))
    expect(await refusalOf(finished(restoreCopy(core, { actor, file: join(folder, 'nowhere.sqlite') })))).toBe('restore.no-file')
    await finished(restoreKept(core, actor, name))
    await core.close()
  }))
})

test('two copies asked for at the same instant are two sound files', () => inTemporaryFolder(async (folder) => {
  const env = { ...systemEnvironment(), now: () => Date.UTC(2026, 5, 15) }
  const core = await openAt(folder, { env })
  await note(core, 'one')
  const copies = await Promise.all([keepCopy(core, 'manual'), keepCopy(core, 'manual'), keepCopy(core, 'import')])
  expect(new Set(copies.map(({ name }) => name)).size).toBe(3)
  for (const { name } of copies) expect(traces(join(folder, 'backups', name))).toEqual(['test.one'])
  await core.close()
}))

test('the log of a register that was removed is not played into a new one', () => inTemporaryFolder(async (folder) => {
  const file = join(folder, 'register.sqlite')
  const core = await openAt(folder)
  await note(core, 'lost')
  const log = readFileSync(`${file}-wal`)
  await core.close()
  for (const name of readdirSync(join(folder, 'backups'))) rmSync(join(folder, 'backups', name))
  renameSync(file, join(folder, 'elsewhere'))
  writeFileSync(`${file}-wal`, log)
  expect(await refusalOf(openAt(folder))).toBe('database.only-log')
  expect(existsSync(file)).toBe(false)
  renameSync(join(folder, 'elsewhere'), file)
  const again = await openAt(folder)
  expect(traces(file)).toEqual(['test.lost'])
  await again.close()
}))

test('what a killed program left of a copy goes with the next copy; finished copies stay', () => inTemporaryFolder(async (folder) => {
  const core = await openAt(folder)
  await note(core, 'one')
  const kept = await keepCopy(core, 'manual')
  const rubbish = ['register-20260101T000000000Z-close.sqlite.unfinished', 'register-20260101T000000000Z-close.sqlite.unfinished-journal']
  for (const name of [...rubbish, 'damaged-20260101T000000000Z.sqlite', 'mine.unfinished']) writeFileSync(join(folder, 'backups', name), 'half')
  const next = await keepCopy(core, 'manual')
  expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual(['damaged-20260101T000000000Z.sqlite', 'mine.unfinished', kept.name, next.name].toSorted())
  await core.close()
}))
