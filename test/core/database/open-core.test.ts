import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { defaultFolder } from '#core/database/data-folder.ts'
import { newestVersion } from '#core/database/migrate.ts'
import { applicationId } from '#core/database/pragmas.ts'
import { fingerprint, inTemporaryFolder, note, openAt, refusalOf } from './register-folder.ts'

describe('opening a data folder', () => {
  test('makes a register and its folders, readable by their owner alone', async () => {
    await inTemporaryFolder(async (folder) => {
      const root = join(folder, 'new', 'data')
      const core = await openAt(root)
      expect(readdirSync(root).toSorted()).toEqual(['attachments', 'backups', 'lock.sqlite', 'logs', 'register.sqlite', 'register.sqlite-shm', 'register.sqlite-wal'])
      if (process.platform !== 'win32') {
        for (const part of ['.', 'attachments', 'backups', 'logs']) expect(statSync(join(root, part)).mode & 0o777).toBe(0o700)
        for (const part of ['register.sqlite', 'register.sqlite-wal']) expect(statSync(join(root, part)).mode & 0o777).toBe(0o600)
      }
      await core.close()
      expect(existsSync(join(root, 'register.sqlite-wal'))).toBe(false)
    })
  })

  test('keeps the permissions of a folder that already held something', async () => {
    await inTemporaryFolder(async (folder) => {
      chmodSync(folder, 0o755)
      writeFileSync(join(folder, 'letter.txt'), 'mine')
      await (await openAt(folder)).close()
      expect(statSync(folder).mode & 0o777).toBe(0o755)
    })
  })

  test('finds what was written before', async () => {
    await inTemporaryFolder(async (folder) => {
      const first = await openAt(folder)
      await note(first, 'one')
      await first.close()
      const again = await openAt(folder)
      expect(await again.database.read.selectFrom('audit_entry').select('action').execute()).toEqual([{ action: 'test.one' }])
      await again.close()
    })
  })

  test('refuses to begin a register where only an existing one was asked for', async () => {
    await inTemporaryFolder(async (folder) => {
      expect(await refusalOf(openAt(join(folder, 'nowhere'), { create: false }))).toBe('folder.missing')
      expect(existsSync(join(folder, 'nowhere'))).toBe(false)
      expect(await refusalOf(openAt(folder, { create: false }))).toBe('folder.missing')
      expect(readdirSync(folder)).toEqual([])
    })
  })

  test('never begins anew beside kept copies of a register that is gone', async () => {
    await inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'backups'))
      writeFileSync(join(folder, 'backups', 'register-20260101T000000000Z-close.sqlite'), 'a copy')
      expect(await refusalOf(openAt(folder))).toBe('database.missing')
      expect(await refusalOf(openAt(folder, { create: false }))).toBe('database.missing')
      expect(existsSync(join(folder, 'register.sqlite'))).toBe(false)
    })
  })

  test('finishes a register whose making was cut off', async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'register.sqlite.unfinished'), 'half a file')
      const core = await openAt(folder)
      expect(existsSync(join(folder, 'register.sqlite.unfinished'))).toBe(false)
      await core.close()
    })
  })

  test('names the platform folder without Electron', () => {
    expect(defaultFolder({ platform: 'linux', variables: {}, home: '/home/li' })).toBe('/home/li/.local/share/Integrity Risk Control')
    expect(defaultFolder({ platform: 'linux', variables: { XDG_DATA_HOME: '/data' }, home: '/home/li' })).toBe('/data/Integrity Risk Control')
    expect(defaultFolder({ platform: 'darwin', variables: {}, home: '/Users/li' })).toBe('/Users/li/Library/Application Support/Integrity Risk Control')
    expect(defaultFolder({ platform: 'win32', variables: { LOCALAPPDATA: 'L' }, home: 'C' })).toBe(join('L', 'Integrity Risk Control'))
  })
})

describe('one program at a time', () => {
  test('a second opening is refused until the first one closes', async () => {
    await inTemporaryFolder(async (folder) => {
      const first = await openAt(folder)
      expect(await refusalOf(openAt(folder))).toBe('folder.in-use')
      await first.close()
      await (await openAt(folder)).close()
    })
  })

  test('another process is refused, and a crash leaves no lock behind', async () => {
    await inTemporaryFolder(async (folder) => {
      const holder = spawn(process.execPath, [fileURLToPath(new URL('hold-folder.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(holder.stdout, 'data')
      expect(await refusalOf(openAt(folder))).toBe('folder.in-use')
      holder.kill('SIGKILL')
      await once(holder, 'exit')
      const core = await openAt(folder)
      expect(await core.database.read.selectFrom('audit_entry').select('action').execute()).toEqual([{ action: 'test.held' }])
      await core.close()
    })
  })
})

describe('what is not ours stays as it is', () => {
  const refused: readonly (readonly [string, string, (file: string) => void])[] = [
    ['a text file', 'database.foreign', (file) => writeFileSync(file, 'a letter, not a database'.repeat(100))],
    ['a short file', 'database.foreign', (file) => writeFileSync(file, 'abc')],
    ['an empty file', 'database.damaged', (file) => writeFileSync(file, '')],
    ['a database of another program', 'database.foreign', (file) => { new Database(file).exec('CREATE TABLE other (a); INSERT INTO other VALUES (1)').close() }],
    ['a database of another program with a log', 'database.foreign', (file) => {
      const other = new Database(file)
      other.pragma('journal_mode = WAL')
      other.exec('CREATE TABLE other (a)').close()
    }],
    ['a database of a newer version', 'database.from-the-future', (file) => {
      const newer = new Database(file)
      newer.exec(`CREATE TABLE other (a); PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${newestVersion + 1}`).close()
    }],
  ]

  test.each(refused)('%s is refused and keeps every byte', async (_what, code, make) => {
    await inTemporaryFolder(async (folder) => {
      make(join(folder, 'register.sqlite'))
      const before = fingerprint(folder)
      expect(await refusalOf(openAt(folder))).toBe(code)
      expect(fingerprint(folder)).toEqual(before)
    })
  })

  test('a register whose upgrade history was rewritten is refused', async () => {
    await inTemporaryFolder(async (folder) => {
      await (await openAt(folder)).close()
      new Database(join(folder, 'register.sqlite')).exec("UPDATE applied_migration SET hash = 'other'").close()
      const before = readFileSync(join(folder, 'register.sqlite'))
      expect(await refusalOf(openAt(folder))).toBe('database.changed-history')
      expect(readFileSync(join(folder, 'register.sqlite')).equals(before)).toBe(true)
    })
  })
})

describe('trouble with the disk is said in a sentence', () => {
  test('a register cut short', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'register.sqlite')
      await (await openAt(folder)).close()
      truncateSync(file, statSync(file).size - 4096)
      const before = readFileSync(file)
      expect(await refusalOf(openAt(folder))).toBe('database.damaged')
      expect(readFileSync(file).equals(before)).toBe(true)
    })
  })

  test('a register overwritten in the middle', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'register.sqlite')
      await (await openAt(folder)).close()
      const bytes = readFileSync(file)
      bytes.fill(0xaa, 100, 4096)
      writeFileSync(file, bytes)
      expect(await refusalOf(openAt(folder))).toBe('database.damaged')
      expect(readFileSync(file).equals(bytes)).toBe(true)
    })
  })

  test('a folder below a file', async () => {
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '')
      expect(await refusalOf(openAt(join(folder, 'file', 'data')))).toBe('folder.not-a-folder')
      expect(await refusalOf(openAt(join(folder, 'file')))).toBe('folder.not-a-folder')
    })
  })

  test.runIf(process.platform !== 'win32')('a folder one may not write to', async () => {
    await inTemporaryFolder(async (folder) => {
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      chmodSync(folder, 0o755)
      chmodSync(closed, 0o555)
      // The superuser may write anywhere, so the attempt is made by nobody.
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
      const attempt = spawnSync(process.execPath, [fileURLToPath(new URL('hold-folder.ts', import.meta.url)), closed], { ...asNobody, encoding: 'utf8' })
      expect(attempt.stderr).toContain('Refusal: folder.not-writable')
    })
  })

  test('a full disk rolls the change back and the register goes on', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      const pages = Number(core.database.connection.pragma('page_count', { simple: true }))
      core.database.connection.pragma(`max_page_count = ${pages + 3}`)
      expect(await refusalOf(note(core, 'x'.repeat(100_000)))).toBe('disk.full')
      core.database.connection.pragma('max_page_count = 1000000')
      await note(core, 'after')
      expect(await core.database.read.selectFrom('audit_entry').select('action').execute()).toEqual([{ action: 'test.after' }])
      await core.close()
    })
  })
})

describe('closing for a while', () => {
  test('waits for changes under way, closes the file, opens it again even when the work fails', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      const written = note(core, 'slow')
      const failed = core.whileClosed(() => {
        expect(() => core.database).toThrow('database.closed')
        expect(existsSync(join(folder, 'register.sqlite-wal'))).toBe(false)
        return Promise.reject(new Error('no'))
      }, () => Promise.reject(new Error('reached')))
      await expect(failed).rejects.toThrow('no')
      await written
      expect(await core.database.read.selectFrom('audit_entry').select('action').execute()).toEqual([{ action: 'test.slow' }])
      await core.close()
    })
  })
})
