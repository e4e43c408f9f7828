import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Core } from '#core/core.ts'
import { copyOut } from '#core/database/copies/copy-out.ts'
import { keepCopy } from '#core/database/copies/kept-copies.ts'
import { restoreCopy } from '#core/database/copies/restore.ts'
import { restoreKept } from '#core/system/restore-kept.ts'
import { finished, inTemporaryFolder, note, openAt, refusalOf, traces } from '#test/core/database/register-folder.ts'

const actor = { kind: 'service', name: 'test' } as const

async function withCopy(work: (setting: { folder: string; core: Core; file: string }) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const core = await openAt(join(folder, 'data'))
    await note(core, 'one')
    const { name } = await keepCopy(core, 'manual')
    const file = join(folder, 'handed-over.sqlite')
    copyFileSync(join(core.folder.backups, name), file)
    await work({ folder, core, file })
    await core.close()
  })
}

/** What somebody could do to a copy before handing it over for a restore; each leaves a sound SQLite file. */
const prepared: readonly (readonly [string, string])[] = [
  ['a trigger that hides later changes from the log', 'CREATE TRIGGER sly AFTER INSERT ON audit_entry BEGIN DELETE FROM preference; END'],
  ['append-only gradings opened up', 'DROP TRIGGER grading_keeps_what_was'],
  ['a trigger rewritten', 'DROP TRIGGER audit_stays; CREATE TRIGGER audit_stays BEFORE DELETE ON audit_entry BEGIN SELECT 1; END'],
  ['a view in the place of a table', 'ALTER TABLE preference RENAME TO hidden; CREATE VIEW preference AS SELECT key, value FROM hidden'],
  ['a table of its own', 'CREATE TABLE stowaway (a)'],
  ['a rule taken off a table', "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (stage IN (''declared'', ''accepted''))', '') WHERE name = 'grading'"],
]

describe('a copy that was prepared by somebody', () => {
  test.each(prepared)('with %s is not restored', async (_what, sql) => {
    await withCopy(async ({ core, file }) => {
      const connection = new Database(file)
      connection.unsafeMode(true)
      connection.exec(sql).close()
      const handed = readFileSync(file)
      expect(await refusalOf(finished(restoreCopy(core, { actor, file })))).toBe('restore.foreign')
      expect(traces(core.folder.database)).toEqual(['test.one'])
      expect(readFileSync(file).equals(handed)).toBe(true)
    })
  })

  test('untouched, it is restored', async () => {
    await withCopy(async ({ core, file }) => {
      await finished(restoreCopy(core, { actor, file }))
      expect(traces(core.folder.database)).toEqual(['test.one', 'backup.restore'])
    })
  })
})

describe('names that reach out of the folder', () => {
  test.each(['../handed-over.sqlite', '/etc/passwd', '..\\handed-over.sqlite', 'register-20260101T000000000Z-close.sqlite', '', '.'])('%j is no kept copy', async (name) => {
    await withCopy(async ({ core }) => {
      expect(await refusalOf(finished(restoreKept(core, actor, name)))).toBe('backup.unknown')
      expect(traces(core.folder.database)).toEqual(['test.one'])
    })
  })
})

describe('links that point at the register', () => {
  test.runIf(process.platform !== 'win32')('a backup through a link does not replace the register', async () => {
    await withCopy(async ({ folder, core }) => {
      symlinkSync(core.folder.database, join(folder, 'link.sqlite'))
      mkdirSync(join(folder, 'through'))
      symlinkSync(core.folder.root, join(folder, 'through', 'data'))
      for (const out of [join(folder, 'link.sqlite'), join(folder, 'through', 'data', 'register.sqlite')]) expect(await refusalOf(finished(copyOut(core, out)))).toBe('backup.would-overwrite')
      await note(core, 'two')
      expect(traces(core.folder.database)).toEqual(['test.one', 'test.two'])
    })
  })
})

describe('damage anywhere in the file', () => {
  test('is refused, found or harmless, and never ends the program', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(join(folder, 'data'))
      for (let i = 0; i < 20; i++) await note(core, `entry ${i}`.repeat(200))
      const { name } = await keepCopy(core, 'manual')
      const sound = readFileSync(join(core.folder.backups, name))
      const file = join(folder, 'damaged.sqlite')
      for (let page = 0; page * 4096 < sound.length; page += 7) {
        const bytes = Buffer.from(sound)
        for (let i = 0; i < 64; i++) bytes.writeUInt8((i * 37 + page) % 256, Math.min(page * 4096 + (page === 0 ? 100 : 0) + i, bytes.length - 1))
        writeFileSync(file, bytes)
        const outcome = await refusalOf(finished(restoreCopy(core, { actor, file }))).catch((error: unknown) => {
          if (error instanceof Error && error.message === 'was not refused') return 'restored'
          throw error
        })
        expect(['restore.damaged', 'restore.foreign', 'restore.changed-history', 'restored']).toContain(outcome)
      }
      expect(readdirSync(core.folder.root).filter((each) => each.startsWith('restore-'))).toEqual([])
      await core.close().catch(() => undefined)
    })
  }, 120_000)
})
