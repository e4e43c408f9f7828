import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { keepCopy } from '#core/database/copies/kept-copies.ts'
import { decidedFile, incomingFile } from '#core/database/copies/restore-swap.ts'
import { restoreCopy, restoreFolder } from '#core/database/copies/restore.ts'
import { newestVersion } from '#core/database/migrate.ts'
import { applicationId } from '#core/database/pragmas.ts'
import type { Core } from '#core/core.ts'
import { finished, inTemporaryFolder, note, openAt, refusalOf, traces } from './register-folder.ts'

const actor = { kind: 'service', name: 'test' } as const

/** A register with one change, a copy of it, and a second change after the copy. */
async function withCopy(work: (setting: { folder: string; core: Core; copy: string }) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'one')
    const { name } = await keepCopy(core, 'manual')
    await note(core, 'two')
    await work({ folder, core, copy: join(folder, 'backups', name) })
    await core.close()
  })
}

describe('bringing a copy back', () => {
  test('keeps the present state first, then the copy is the register, and the log says so', async () => {
    await withCopy(async ({ folder, core, copy }) => {
      const { kept } = await finished(restoreCopy(core, { actor, file: copy }))
      expect(traces(core.folder.database)).toEqual(['test.one', 'backup.restore'])
      expect(traces(join(folder, 'backups', kept))).toEqual(['test.one', 'test.two'])
      expect(kept).toMatch(/-restore\.sqlite$/)
      await note(core, 'after')
      expect(await core.database.read.selectFrom('audit_entry').select('action').execute()).toHaveLength(3)
      expect(readdirSync(folder).filter((name) => name.startsWith('restore-'))).toEqual([])
    })
  })

  test('takes a register that was copied by hand with its log', async () => {
    await withCopy(async ({ folder, core }) => {
      const copied = join(folder, 'by-hand.sqlite')
      copyFileSync(core.folder.database, copied)
      copyFileSync(`${core.folder.database}-wal`, `${copied}-wal`)
      await note(core, 'three')
      await finished(restoreCopy(core, { actor, file: copied }))
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two', 'backup.restore'])
    })
  })

  const unfit: readonly (readonly [string, string, (file: string) => void])[] = [
    ['a missing file', 'restore.no-file', (file) => rmSync(file)],
    ['a text file', 'restore.foreign', (file) => writeFileSync(file, 'a letter'.repeat(1000))],
    ['a database of another program', 'restore.foreign', (file) => {
      rmSync(file)
      new Database(file).exec('CREATE TABLE other (a)').close()
    }],
    ['an empty database under our name', 'restore.changed-history', (file) => {
      rmSync(file)
      new Database(file).exec(`PRAGMA application_id = ${applicationId}; CREATE TABLE applied_migration (version, hash); PRAGMA user_version = ${newestVersion}`).close()
    }],
    ['a register of a newer version', 'database.from-the-future', (file) => { new Database(file).exec(`PRAGMA user_version = ${newestVersion + 1}`).close() }],
    ['a copy cut short', 'restore.damaged', (file) => truncateSync(file, 40_960)],
    ['a copy damaged inside', 'restore.damaged', (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0x5a, bytes.length - 20 * 4096, bytes.length - 4096)
      writeFileSync(file, bytes)
    }],
    ['an empty file', 'restore.damaged', (file) => writeFileSync(file, '')],
  ]

  test.each(unfit)('%s is refused and all stays as it was', async (_what, code, spoil) => {
    await withCopy(async ({ folder, core, copy }) => {
      const file = join(folder, 'unfit.sqlite')
      copyFileSync(copy, file)
      spoil(file)
      const spoilt = existsSync(file) ? readFileSync(file) : null
      const files = readdirSync(folder)
      const copies = readdirSync(join(folder, 'backups'))
      expect(await refusalOf(finished(restoreCopy(core, { actor, file })))).toBe(code)
      expect(await refusalOf(finished(restoreCopy(core, { actor, file })))).toBe(code)
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two'])
      expect(readdirSync(folder)).toEqual(files)
      expect(readdirSync(join(folder, 'backups'))).toEqual(copies)
      if (spoilt !== null) expect(readFileSync(file).equals(spoilt)).toBe(true)
    })
  })

  test('stopping in the middle leaves all as it was', async () => {
    await withCopy(async ({ folder, core, copy }) => {
      for await (const { stage } of restoreCopy(core, { actor, file: copy })) {
        expect(stage).toBe('check.structure')
        break
      }
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two'])
      expect(readdirSync(folder).filter((name) => name.startsWith('restore-'))).toEqual([])
      await note(core, 'three')
    })
  })
})

describe('where the register cannot be opened any more', () => {
  const lost: readonly (readonly [string, RegExp, (file: string) => void])[] = [
    ['gone', /^$/, (file) => rmSync(file)],
    ['cut short', /^damaged-.*\.sqlite$/, (file) => truncateSync(file, 40_960)],
    ['emptied', /^damaged-.*\.sqlite$/, (file) => writeFileSync(file, '')],
    ['overwritten', /^damaged-.*\.sqlite$/, (file) => writeFileSync(file, Buffer.alloc(40_960, 0x5a))],
  ]

  test.each(lost)('a copy brings it back when it is %s, and what was left is kept', async (_how, name, lose) => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      await note(core, 'one')
      await core.close()
      const [copy = ''] = readdirSync(join(folder, 'backups'))
      lose(core.folder.database)
      const left = existsSync(core.folder.database) ? readFileSync(core.folder.database) : null
      const { kept } = await finished(restoreFolder(folder, { actor, file: join(folder, 'backups', copy) }))
      expect(kept).toMatch(name)
      if (left !== null) expect(readFileSync(join(folder, 'backups', kept)).equals(left)).toBe(true)
      const again = await openAt(folder)
      expect(traces(core.folder.database)).toEqual(['test.one', 'backup.restore'])
      await again.close()
    })
  })

  test('a new folder is made from a copy', async () => {
    await withCopy(async ({ folder, copy }) => {
      const fresh = join(folder, 'fresh')
      expect(await finished(restoreFolder(fresh, { actor, file: copy }))).toEqual({ kept: '' })
      expect(traces(join(fresh, 'register.sqlite'))).toEqual(['test.one', 'backup.restore'])
    })
  })

  test('the database of another program or of a newer version is not replaced', async () => {
    await withCopy(async ({ folder, copy }) => {
      const fresh = join(folder, 'fresh')
      await (await openAt(fresh)).close()
      for (const [code, sql] of [['database.from-the-future', `PRAGMA user_version = ${newestVersion + 1}`], ['database.foreign', 'PRAGMA application_id = 7']] as const) {
        new Database(join(fresh, 'register.sqlite')).exec(sql).close()
        const before = readFileSync(join(fresh, 'register.sqlite'))
        expect(await refusalOf(finished(restoreFolder(fresh, { actor, file: copy })))).toBe(code)
        expect(readFileSync(join(fresh, 'register.sqlite')).equals(before)).toBe(true)
      }
    })
  })

  test('a folder in use by another program is left alone', async () => {
    await withCopy(async ({ folder, core, copy }) => {
      expect(await refusalOf(finished(restoreFolder(folder, { actor, file: copy })))).toBe('folder.in-use')
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two'])
    })
  })
})

/** A closed register with a log left behind by a crash, and an examined copy of an earlier state. */
async function atTheMoment(work: (setting: { folder: string; core: Core }) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const core = await openAt(folder)
    await note(core, 'one')
    const { name } = await keepCopy(core, 'restore')
    await note(core, 'two')
    const left = ['', '-wal'].map((part) => ({ file: core.folder.database + part, bytes: readFileSync(core.folder.database + part) }))
    await core.close()
    for (const { file, bytes } of left) writeFileSync(file, bytes)
    copyFileSync(join(folder, 'backups', name), incomingFile(core.folder))
    await work({ folder, core })
  })
}

describe('a program that dies while places change', () => {
  test('before the first rename nothing has happened', async () => {
    await atTheMoment(async ({ folder, core }) => {
      const again = await openAt(folder)
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two'])
      expect(existsSync(incomingFile(core.folder))).toBe(false)
      await again.close()
    })
  })

  test('between the renames the next opening finishes, and the old log does not play into the new file', async () => {
    await atTheMoment(async ({ folder, core }) => {
      renameSync(incomingFile(core.folder), decidedFile(core.folder))
      const again = await openAt(folder)
      expect(traces(core.folder.database)).toEqual(['test.one'])
      expect(existsSync(decidedFile(core.folder))).toBe(false)
      await note(again, 'after')
      await again.close()
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.after'])
    })
  })

  test('a register that was to come into an empty folder is found too', async () => {
    await atTheMoment(async ({ folder, core }) => {
      renameSync(incomingFile(core.folder), decidedFile(core.folder))
      rmSync(core.folder.database)
      const again = await openAt(folder, { create: false })
      expect(traces(core.folder.database)).toEqual(['test.one'])
      await again.close()
    })
  })
})
