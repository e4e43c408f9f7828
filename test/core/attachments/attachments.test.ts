import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentFile } from '#core/attachments/contents.ts'
import { soundFileName } from '#core/attachments/file-name.ts'
import { packAttachments, unpackAttachments } from '#core/attachments/pack.ts'
import { attachmentProblems } from '#core/attachments/verify-attachments.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { names, withStory } from '../review/review-story.ts'

const { officer, inspector } = names
const file = (name: string, text: string): File => new File([text], name, { type: 'application/pdf' })

const attach = (client: ContractClient, entityId: string, given: File) => client.attachments.add({ entity: 'risk-point', entityId, file: given })

describe('an attached file', () => {
  it('is stored once for each content, and handed out as it was', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const id = await point('low')
      const first = await attach(as(officer), id, file('纪要.pdf', '同一内容'))
      await attach(as(officer), id, file('纪要副本.pdf', '同一内容'))
      expect(readdirSync(register.core.folder.attachments, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(1)
      const read = await as(inspector).attachments.read({ attachmentId: first.id })
      expect([read.name, read.type, await read.text()]).toEqual(['纪要.pdf', 'application/pdf', '同一内容'])
      expect((await as(inspector).attachments.list({ entityId: id })).map(({ fileName }) => fileName)).toEqual(['纪要.pdf', '纪要副本.pdf'])
    })
  })

  it('that was altered or is gone is not handed out, and verify names it', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const id = await point('low')
      const [altered, gone] = [await attach(as(officer), id, file('一.pdf', '甲')), await attach(as(officer), id, file('二.pdf', '乙'))]
      expect(attachmentProblems(register.database.connection, register.core.folder)).toEqual([])
      writeFileSync(contentFile(register.core.folder, altered.hash), '丙')
      rmSync(contentFile(register.core.folder, gone.hash))
      await expect(as(officer).attachments.read({ attachmentId: altered.id })).rejects.toMatchObject({ data: { code: 'attachment.damaged' } })
      await expect(as(officer).attachments.read({ attachmentId: gone.id })).rejects.toMatchObject({ data: { code: 'attachment.missing' } })
      expect(attachmentProblems(register.database.connection, register.core.folder).map(({ code }) => code)).toEqual(['integrity.attachment-damaged', 'integrity.attachment-missing'])
    })
  })

  it('whose row was rewritten to another content is noticed by the log', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const id = await point('low')
      const [one, other] = [await attach(as(officer), id, file('一.pdf', '甲')), await attach(as(officer), id, file('二.pdf', '乙'))]
      const { connection } = register.database
      expect(() => connection.prepare('UPDATE attachment SET hash = ? WHERE id = ?').run(other.hash, one.id)).toThrow('never changes')
      connection.exec('DROP TRIGGER attachment_keeps_what_was')
      connection.prepare('UPDATE attachment SET hash = ? WHERE id = ?').run(other.hash, one.id)
      expect(attachmentProblems(connection, register.core.folder)).toMatchObject([{ code: 'integrity.attachment-row', params: { number: one.number } }])
    })
  })

  it('is marked and withdrawn by those who may, but stays where a decision rests on it', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const id = await point('low')
      const { id: attachmentId } = await attach(as(officer), id, file('一.pdf', '甲'))
      expect(await as(officer).attachments.mark({ attachmentId, secrecy: 'secret' })).toMatchObject({ secrecy: 'secret', note: '' })
      for await (const _ of await as(officer).review.submit({ selection: { items: [{ id }] }, reason: '见附件', evidence: [attachmentId] })) continue
      await expect(as(inspector).attachments.withdraw({ attachmentId })).rejects.toMatchObject({ data: { code: 'attachment.in-use' } })
      const { id: spare } = await attach(as(inspector), id, file('二.pdf', '乙'))
      expect(await as(inspector).attachments.withdraw({ attachmentId: spare })).toEqual({ withdrawn: 1 })
      expect(await register.database.read.selectFrom('audit_entry').select('action').where('entity', '=', 'attachment').orderBy('number').execute()).toEqual(
        ['add', 'change', 'add', 'withdraw'].map((action) => ({ action: `attachment.${action}` })))
    })
  })

  it('travels inside a copy that leaves the folder, and is held against its hash on the way back', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const { core, database } = register
      const { hash } = await attach(as(officer), await point('low'), file('一.pdf', '甲'))
      const copy = join(core.folder.root, 'out.sqlite')
      await database.connection.backup(copy)
      expect(packAttachments(core.folder, copy)).toBe(1)
      rmSync(contentFile(core.folder, hash))
      expect(unpackAttachments(core.folder, copy)).toBe(1)
      expect(readFileSync(contentFile(core.folder, hash), 'utf8')).toBe('甲')
    })
  })
})

describe('the name of an attached file', () => {
  it.each([
    ['../../../etc/passwd', 'passwd'], ['C:\\Users\\x\\报告.docx', '报告.docx'], ['...', 'file'], ['a\u0000b.pdf', 'ab.pdf'],
    ['扫描件\u202Efdp.exe', '扫描件fdp.exe'], ['名字. . ', '名字'], ['  ', 'file'], ['<b>"x"|?.txt', 'bx.txt'],
  ])('%j becomes %j', (given, kept) => {
    expect(soundFileName(given)).toBe(kept)
  })

  it('never holds a path, a control character or nothing at all', () => {
    assert(property(string({ unit: 'binary' }), (name) => {
      const kept = soundFileName(name)
      expect(kept.length > 0 && kept.length < 200 && !/[/\\:\p{Cc}\p{Cf}]/u.test(kept)).toBe(true)
      expect(soundFileName(kept)).toBe(kept)
    }))
  })
})
