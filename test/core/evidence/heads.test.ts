import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { restoreCopy, restoreFolder } from '#core/database/copies/restore.ts'
import { copyOut } from '#core/database/copies/copy-out.ts'
import { headIn, headToken } from '#core/evidence/head.ts'
import { headsFile, readHeadsFile } from '#core/evidence/heads-file.ts'
import { headProblems, outsideHeadProblems } from '#core/evidence/head-problems.ts'
import { headsFrom } from '#core/evidence/outside-heads.ts'
import { needSigningKey, signedBy, signingKeyFile } from '#core/evidence/signing-key.ts'
import { finished, inTemporaryFolder, note, openAt } from '#test/core/database/register-folder.ts'
import { keptHeads } from '#core/evidence/stored-heads.ts'
import { annualOf } from '#test/core/helpers/annual-report.ts'
import { finish, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'
import type { Core } from '#core/core.ts'

const actor = { kind: 'service', name: 'test' } as const
const problems = (core: Core): string[] => headProblems(core.database.connection, core.folder.root).map(({ code }) => code)
const headOf = async (core: Core) => {
  const head = await core.database.keepHead('report')
  if (head === null) throw new Error('the log is empty')
  return head
}

async function withCore(work: (core: Core, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const core = await openAt(join(folder, 'data'))
    await note(core, 'one')
    await work(core, folder).finally(() => core.close())
  })
}

describe('the signing key of an installation', () => {
  test('is made once, for its owner alone, and signs what its public half confirms', async () => {
    await inTemporaryFolder(async (root) => {
      const key = needSigningKey(root)
      expect(needSigningKey(root).id).toBe(key.id)
      if (process.platform !== 'win32') expect(statSync(signingKeyFile(root)).mode & 0o777).toBe(0o600)
      const signature = key.sign('存证')
      expect(signedBy(key.publicKey, { text: '存证', signature })).toBe(true)
      expect(signedBy(key.publicKey, { text: '存証', signature })).toBe(false)
      expect(signedBy('not a key', { text: '存证', signature })).toBe(false)
    })
  })
})

describe('a head of the log', () => {
  test('is kept in the register and beside it, once for each state of the log', async () => {
    await withCore(async (core) => {
      const head = await headOf(core)
      expect(head).toMatchObject({ number: 1, occasion: 'report' })
      expect(await core.database.keepHead('backup')).toEqual(head)
      expect(readHeadsFile(core.folder.root)).toEqual({ exists: true, heads: [head], damaged: [] })
      await note(core, 'two')
      expect((await headOf(core)).number).toBe(2)
      expect(problems(core)).toEqual([])
    })
  })

  test('is none while nothing was recorded, and no key is made for it', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      expect(await core.database.keepHead('report')).toBeNull()
      await core.close()
      expect(existsSync(signingKeyFile(folder))).toBe(false)
    })
  })

  test('is kept on closing and goes into the copy that is made then', async () => {
    await inTemporaryFolder(async (folder) => {
      const core = await openAt(folder)
      await note(core, 'one')
      await core.close()
      const again = await openAt(folder)
      expect(readHeadsFile(folder).heads).toMatchObject([{ number: 1, occasion: 'close' }])
      expect(problems(again)).toEqual([])
      await again.close()
    })
  })

  test('comes back from the word it is written as in documents', async () => {
    await withCore(async (core) => {
      const head = await headOf(core)
      expect(headIn(`<vt:lpwstr>${headToken(head)}</vt:lpwstr>`)).toEqual(head)
      expect(headIn('irc-head/x')).toBeUndefined()
    })
  })

  test('of a report tells a log that was rewritten since, and one that was signed by somebody else', async () => {
    await withCore(async (core) => {
      const head = await headOf(core)
      const against = (other: typeof head) => outsideHeadProblems(core.database.connection, { root: core.folder.root, heads: [other] }).map(({ code }) => code)
      expect(against(head)).toEqual([])
      expect(against({ ...head, hash: 'f'.repeat(64) })).toEqual(['integrity.head-differs'])
      expect(against({ ...head, number: 9 })).toEqual(['integrity.head-ahead'])
      expect(against({ ...head, register: 'another' })).toEqual(['integrity.head-foreign'])
      expect(against({ ...head, at: '2020-01-01T00:00:00.000Z' })).toEqual(['integrity.head-signature'])
    })
  })
})

describe('the file of heads', () => {
  test('that is gone, cut, or rewritten is found', async () => {
    await withCore(async (core) => {
      await headOf(core)
      await note(core, 'two')
      await headOf(core)
      const file = headsFile(core.folder.root)
      const kept = readFileSync(file, 'utf8')
      rmSync(file)
      expect(problems(core)).toEqual(['integrity.heads-file-gone'])
      writeFileSync(file, kept.replace('"number":1', '"number":2'))
      expect(problems(core)).toContain('integrity.head-differs')
      writeFileSync(file, `${kept}rubbish\n`)
      expect(problems(core)).toEqual(['integrity.heads-line'])
    })
  })

  test('that a power cut left with half a line is read, and goes on', async () => {
    await withCore(async (core) => {
      await headOf(core)
      appendFileSync(headsFile(core.folder.root), '{"register":')
      expect(problems(core)).toEqual([])
      await note(core, 'two')
      await headOf(core)
      expect(readHeadsFile(core.folder.root)).toMatchObject({ heads: [{ number: 1 }, { number: 2 }], damaged: [] })
    })
  })

  test('gets the head that a killed program had kept in the register alone', async () => {
    await withCore(async (core) => {
      const first = await headOf(core)
      writeFileSync(headsFile(core.folder.root), '')
      expect(problems(core)).toEqual([])
      await note(core, 'two')
      const second = await headOf(core)
      expect(readHeadsFile(core.folder.root).heads).toEqual([first, second])
    })
  })
})

describe('a copy that is brought back', () => {
  test('is no log cut short: what was signed beyond it is released by a signed word', async () => {
    await withCore(async (core, folder) => {
      await core.database.keepHead('backup')
      const { file } = await finished(copyOut(core, join(folder, 'copy.sqlite')))
      await note(core, 'two')
      await note(core, 'three')
      await headOf(core)
      await finished(restoreCopy(core, { actor, file }))
      expect(problems(core)).toEqual([])
      await headOf(core)
      expect(problems(core)).toEqual([])
      const own = readHeadsFile(core.folder.root).heads
      expect(own.map(({ occasion }) => occasion)).toEqual(['backup', 'report', 'restore', 'report'])
    })
  })

  test('does not let a log pass whose beginning was rewritten in the copy', async () => {
    await withCore(async (core, folder) => {
      await core.database.keepHead('backup')
      await note(core, 'two')
      await headOf(core)
      const { file } = await finished(copyOut(core, join(folder, 'copy.sqlite')))
      await finished(restoreCopy(core, { actor, file }))
      core.database.connection.exec("DROP TRIGGER audit_keeps_what_was; UPDATE audit_entry SET hash = printf('%064d', 1) WHERE number = 1")
      expect(problems(core)).toContain('integrity.head-differs')
    })
  })

  test('in another folder is signed for by that folder, which the log tells', async () => {
    await withCore(async (core, folder) => {
      await core.database.keepHead('backup')
      const { file } = await finished(copyOut(core, join(folder, 'copy.sqlite')))
      const elsewhere = join(folder, 'elsewhere')
      await finished(restoreFolder(elsewhere, { actor, file }))
      const there = await openAt(elsewhere)
      await headOf(there)
      expect(problems(there)).toEqual([])
      expect(there.database.connection.prepare('SELECT action FROM audit_entry ORDER BY number').pluck().all()).toEqual(['test.one', 'backup.restore', 'signing-key.replace'])
      await there.close()
    })
  })
})

describe('what bears a head outside', () => {
  test('a copy, a copy of the file of heads, a word and a report are read; anything else is refused', async () => {
    await withCore(async (core, folder) => {
      const head = await headOf(core)
      const { file } = await finished(copyOut(core, join(folder, 'copy.sqlite')))
      expect(headsFrom(file)).toEqual([head])
      expect(headsFrom(headsFile(core.folder.root))).toEqual([head])
      expect(headsFrom(headToken(head))).toEqual([head])
      writeFileSync(join(folder, 'report.docx'), zipSync({ 'docProps/custom.xml': strToU8(`<vt:lpwstr>${headToken(head)}</vt:lpwstr>`), 'word/document.xml': strToU8('<w:document/>') }))
      expect(headsFrom(join(folder, 'report.docx'))).toEqual([head])
      writeFileSync(join(folder, 'note.txt'), 'nothing')
      expect(() => headsFrom(join(folder, 'note.txt'))).toThrow('head.none')
    })
  })

  test('reports carry it as a property and print number and hash', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      for (const format of ['docx', 'xlsx'] as const) {
        const { result } = await finish(annualOf(register, { year: 2026, format, locale: 'zh-CN', texts: {} }))
        const file = join(register.core.folder.root, `report.${format}`)
        writeFileSync(file, await result.bytes())
        const [head] = headsFrom(file)
        expect(head?.occasion).toBe('report')
        expect(keptHeads(register.database.connection)).toContainEqual(head)
        const printed = Object.values(unzipSync(await result.bytes(), { filter: ({ name }) => /document\.xml|sharedStrings\.xml|sheet\d+\.xml/u.test(name) })).map((part) => strFromU8(part)).join('')
        expect(printed).toContain(head?.hash)
        expect(outsideHeadProblems(register.database.connection, { root: register.core.folder.root, heads: headsFrom(file) })).toEqual([])
      }
    })
  })
})
