import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { newestVersion } from '#core/database/migrate.ts'
import { applicationId } from '#core/database/pragmas.ts'
import { finished, inTemporaryFolder, openAt } from './register-folder.ts'
import { restoreCopy } from '#core/database/copies/restore.ts'

/** A register from before the first step: ours by its mark, with its history still empty, and something in it. */
function writeOlderRegister(file: string, more = ''): void {
  new Database(file).exec(`
    PRAGMA application_id = ${applicationId};
    CREATE TABLE applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
    CREATE TABLE earlier (a); INSERT INTO earlier VALUES ('kept'); ${more}`).close()
}

const versionOf = (file: string): unknown => {
  const connection = new Database(file, { readonly: true })
  const version = connection.pragma('user_version', { simple: true })
  connection.close()
  return version
}

describe('a register of an older version', () => {
  test('is copied, then brought up to date', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'register.sqlite')
      writeOlderRegister(file)
      const core = await openAt(folder)
      const [copy = ''] = readdirSync(core.folder.backups)
      expect(copy).toMatch(/-migration\.sqlite$/)
      expect(versionOf(join(core.folder.backups, copy))).toBe(0)
      expect(core.database.connection.pragma('user_version', { simple: true })).toBe(newestVersion)
      expect(core.database.connection.prepare('SELECT a FROM earlier').pluck().all()).toEqual(['kept'])
      await core.close()
      await (await openAt(folder)).close()
      expect(readdirSync(core.folder.backups)).toEqual([copy])
    })
  })

  test('stays as it was when a step fails, with its copy beside it, and the folder is let go', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'register.sqlite')
      writeOlderRegister(file, 'CREATE TABLE power (in_the_way)')
      for (let attempt = 0; attempt < 2; attempt++) await expect(openAt(folder)).rejects.toThrow('table power already exists')
      expect(versionOf(file)).toBe(0)
      expect(readdirSync(join(folder, 'backups')).every((name) => name.endsWith('-migration.sqlite'))).toBe(true)
      const rest = new Database(file)
      expect(rest.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all()).toEqual(['applied_migration', 'earlier', 'power'])
      rest.close()
    })
  })

  test('is migrated when it comes back by a restore', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(join(folder, 'data'))
      const file = join(folder, 'older.sqlite')
      new Database(file).exec(`PRAGMA application_id = ${applicationId};
        CREATE TABLE applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT`).close()
      await finished(restoreCopy(core, { actor: { kind: 'service', name: 'test' }, file }))
      expect(core.database.connection.pragma('user_version', { simple: true })).toBe(newestVersion)
      expect(await core.database.read.selectFrom('audit_entry').select('action').execute()).toEqual([{ action: 'backup.restore' }])
      await core.close()
    })
  })
})
