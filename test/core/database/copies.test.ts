import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { parseCopyName } from '#core/database/copies/copy-name.ts'
import { copyOut } from '#core/database/copies/copy-out.ts'
import { keepCopy, keepingCopy, keptCopies } from '#core/database/copies/kept-copies.ts'
import { makeCopy } from '#core/database/copies/make-copy.ts'
import { systemEnvironment } from '#core/environment.ts'
import { finished, inTemporaryFolder, note, openAt, refusalOf, traces } from './register-folder.ts'

describe('a checked copy', () => {
  test('holds what the register holds, in one file, for its owner alone', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      await note(core, 'kept')
      const copy = await keepCopy(core, 'manual')
      const file = join(folder, 'backups', copy.name)
      expect(copy).toMatchObject({ occasion: 'manual', size: statSync(file).size })
      expect(traces(file)).toEqual(['test.kept'])
      expect(new Database(file, { readonly: true }).pragma('journal_mode', { simple: true })).toBe('delete')
      expect(readdirSync(join(folder, 'backups'))).toEqual([copy.name])
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
      await core.close()
    })
  })

  test('is of one instant, though the register is written meanwhile', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      for (let i = 0; i < 20; i++) await note(core, 'x'.repeat(200_000))
      const target = join(folder, 'copy.sqlite')
      let meanwhile = 0
      for await (const { stage } of makeCopy(core.folder.database, target)) {
        expect(stage).toMatch(/^copy|^check/)
        await note(core, 'meanwhile')
        meanwhile++
      }
      expect(meanwhile).toBeGreaterThan(2)
      expect(traces(target)).toHaveLength(20)
      expect(traces(core.folder.database)).toHaveLength(20 + meanwhile)
      await core.close()
    })
  })

  test('tells how far it has come, and leaves nothing when nobody waits for it', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      await note(core, 'x'.repeat(30_000_000))
      const stages = new Set<string>()
      for await (const { stage, done, total } of keepingCopy(core, 'manual')) {
        stages.add(stage)
        expect(done).toBeLessThanOrEqual(total)
      }
      expect([...stages]).toEqual(['copy', 'check.structure', 'check.references'])
      for await (const { stage } of makeCopy(core.folder.database, join(folder, 'stopped.sqlite'))) {
        expect(stage).toBe('copy')
        break
      }
      expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([])
      await core.close()
    })
  })

  test('is not made of a damaged register, and the older copies stay', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      for (let i = 0; i < 50; i++) await note(core, `entry ${i}`.repeat(500))
      const good = await keepCopy(core, 'manual')
      await core.close()
      damage(join(folder, 'register.sqlite'))
      const before = readdirSync(join(folder, 'backups'))
      expect(['backup.not-sound', 'database.damaged']).toContain(await refusalOf(keepCopy({ folder: core.folder, env: core.env }, 'manual')))
      expect(readdirSync(join(folder, 'backups'))).toEqual(before)
      expect(before).toContain(good.name)
    })
  })

  test('is not made of a register whose references lead nowhere', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      core.database.connection.exec(`PRAGMA foreign_keys = OFF; INSERT INTO legal_basis (id, power_id, position, text) VALUES ('basis', 'gone', 1, 'x')`)
      expect(await refusalOf(keepCopy(core, 'manual'))).toBe('backup.not-sound')
      await core.close()
    })
  })

  test('two within one millisecond get two names', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder, { env: { ...systemEnvironment(), now: () => 1_800_000_000_000 } })
      await note(core, 'one')
      const names = [(await keepCopy(core, 'import')).name, (await keepCopy(core, 'import')).name]
      expect(new Set(names).size).toBe(2)
      expect(keptCopies(core).map(({ name }) => name)).toEqual(names.toReversed())
      await core.close()
    })
  })

  test('lets older ones go by the retention rule', async () => {
    await inTemporaryFolder(async (folder) => {
      let now = Date.parse('2026-03-01T08:00:00Z')
      const core = await openAt(folder, { env: { ...systemEnvironment(), now: () => now } })
      await note(core, 'one')
      for (let hour = 0; hour < 12; hour++, now += 3_600_000) await keepCopy(core, 'import')
      now += 10 * 24 * 3_600_000
      await keepCopy(core, 'import')
      // The five newest, and of the two days before them the last one each.
      expect(keptCopies(core).length).toBeLessThanOrEqual(6)
      expect(keptCopies(core).length).toBeGreaterThanOrEqual(5)
      await core.close()
    })
  })
})

const closed = (folder: string) => readdirSync(join(folder, 'backups')).map((name) => parseCopyName(name)?.occasion)

describe('on closing', () => {
  test('a copy is kept when something changed since the last one, and only then', async () => {
    await inTemporaryFolder(async (folder) => {
      await (await openAt(folder)).close()
      expect(closed(folder)).toEqual([])
      const core = await openAt(folder)
      await note(core, 'one')
      await core.close()
      expect(closed(folder)).toEqual(['close'])
      const again = await openAt(folder)
      await again.database.prefer('theme', 'dark')
      await again.close()
      expect(closed(folder)).toEqual(['close'])
      const third = await openAt(folder)
      await note(third, 'two')
      await third.close()
      expect(closed(folder)).toEqual(['close', 'close'])
    })
  })

  test('a copy that cannot be made is said, and the folder is let go all the same', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      core.database.connection.exec(`PRAGMA foreign_keys = OFF; INSERT INTO legal_basis (id, power_id, position, text) VALUES ('basis', 'gone', 1, 'x')`)
      await note(core, 'one')
      expect(await refusalOf(core.close())).toBe('backup.not-sound')
      const again = await openAt(folder)
      expect(traces(again.folder.database)).toEqual(['test.one'])
      await again.close().catch(() => undefined)
    })
  })

  test('closing twice is closing once', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      await note(core, 'one')
      await Promise.all([core.close(), core.close()])
      expect(closed(folder)).toEqual(['close'])
    })
  })
})

describe('a copy somewhere else', () => {
  test('replaces an older copy of that name', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(join(folder, 'data'))
      const out = join(folder, 'out.sqlite')
      await note(core, 'one')
      await finished(copyOut(core, out))
      await note(core, 'two')
      await finished(copyOut(core, out))
      expect(traces(out)).toEqual(['test.one', 'test.two'])
      await core.close()
    })
  })

  test('never replaces another file, nor the register itself', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(join(folder, 'data'))
      const letter = join(folder, 'letter.txt')
      writeFileSync(letter, 'mine')
      mkdirSync(join(folder, 'a folder'))
      expect(await refusalOf(finished(copyOut(core, letter)))).toBe('backup.would-overwrite')
      expect(await refusalOf(finished(copyOut(core, core.folder.database)))).toBe('backup.would-overwrite')
      expect(await refusalOf(finished(copyOut(core, join(folder, 'data', '..', 'data', 'register.sqlite'))))).toBe('backup.would-overwrite')
      expect(await refusalOf(finished(copyOut(core, join(folder, 'nowhere', 'out.sqlite'))))).toBe('folder.not-writable')
      expect(readFileSync(letter, 'utf8')).toBe('mine')
      expect(existsSync(core.folder.database)).toBe(true)
      await core.close()
    })
  })
})

/** Overwrites pages in the middle of a closed register. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, bytes.length - 10 * 4096, bytes.length - 4096)
  writeFileSync(file, bytes)
}
