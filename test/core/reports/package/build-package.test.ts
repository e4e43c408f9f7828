import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageItems } from '#shared/model/inspection-package.ts'
import { createPerson } from '#core/people/accounts.ts'
import { hashOf } from '#core/attachments/contents.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { buildPackage } from '#core/reports/package/build-package.ts'
import { checkPackage } from '#core/reports/package/check-package.ts'
import { manifestSchema, sumsIn } from '#core/reports/package/manifest.ts'
import { finish, refusalOf, stopAfter } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import { packagedRegister } from './packaged-register.ts'
import type { PackagedRegister } from './packaged-register.ts'

let packaged: PackagedRegister
let built: Awaited<ReturnType<PackagedRegister['build']>>
beforeAll(async () => { packaged = await packagedRegister() })
afterAll(() => packaged.close())

const manifestOf = (bytes: Uint8Array) => manifestSchema.parse(JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())))
const all = (bytes: Uint8Array): string => Object.values(unzipSync(bytes)).map((content) => strFromU8(content, true)).join('\n')

describe('the items of the package', () => {
  it('stand in the order of an inspection, there, missing or not applicable', async () => {
    const { items, frozen } = await packaged.client.inspectionPackage.items({ year: 2026, edition: 'internal', locale: 'zh-CN' })
    expect(items.map(({ code }) => code)).toEqual([...packageItems])
    expect(frozen).toBe(false)
    const states = Object.fromEntries(items.map(({ code, state }) => [code, state]))
    expect(states).toMatchObject({ plan: 'there', minutes: 'missing', catalogue: 'there', grading: 'there', publicity: 'missing', warnings: 'not-applicable', log: 'there' })
    expect(items.find(({ code }) => code === 'grading')).toMatchObject({ attachments: 2, withheld: 1, indicators: ['风险点评定等级', '在规定时限内完成审核', '升降等级有理由'] })
    expect(items.find(({ code }) => code === 'plan')?.files).toMatchObject([{ fileName: '实施方案.docx', secrecy: 'public' }])
  })

  it('take documents only where the office hands them in, and are not said not to apply while they have some', async () => {
    const { client } = packaged
    await expect(client.inspectionPackage.attach({ year: 2026, item: 'risk-list', file: new File(['x'], 'x.docx') })).rejects.toMatchObject({ data: { code: 'package.item-own' } })
    await expect(client.inspectionPackage.mark({ year: 2026, item: 'plan', notApplicable: '没有' })).rejects.toMatchObject({ data: { code: 'package.item-has-files' } })
    const { id } = await client.inspectionPackage.attach({ year: 2025, item: 'plan', file: new File(['x'], 'x.docx') })
    await client.attachments.withdraw({ attachmentId: id })
    expect(await client.inspectionPackage.mark({ year: 2025, item: 'plan', notApplicable: '并入上级方案' })).toEqual({ marked: true })
    await client.inspectionPackage.attach({ year: 2025, item: 'plan', file: new File(['y'], 'y.docx') })
    const { items } = await client.inspectionPackage.items({ year: 2025, edition: 'internal', locale: 'zh-CN' })
    expect(items[0]).toMatchObject({ code: 'plan', state: 'there', notApplicable: null })
  })
})

describe('a package', () => {
  beforeAll(async () => {
    await finish(freezeYear(packaged.register.core, officer, 2026))
    built = await packaged.build()
  })

  it('holds each item in its folder, lists every file with its sum, and passes its check', async () => {
    const { bytes, file, fileName, files, sha256 } = built
    expect(fileName).toBe('龙岭县水利局2026年度迎检资料包（内部版）.zip')
    expect(sha256).toBe(hashOf(bytes))
    const entries = unzipSync(bytes)
    expect(Object.keys(entries)).toHaveLength(files)
    const manifest = manifestOf(bytes)
    expect(manifest.items.map(({ code }) => code)).toEqual([...packageItems])
    expect(manifest.items[0]).toMatchObject({ state: 'there', files: ['01 实施方案/实施方案.docx'] })
    expect(manifest.items.find(({ code }) => code === 'risk-list')?.files).toEqual(['07 一览表/廉政风险点及防控措施一览表.docx', '07 一览表/廉政风险点及防控措施一览表.xlsx', '07 一览表/重要环节廉政风险防控一览表.docx', '07 一览表/重要环节廉政风险防控一览表.xlsx'])
    expect(manifest.items.find(({ code }) => code === 'grading')).toMatchObject({ withheld: 1, files: expect.arrayContaining(['06 等级评定表及理由/附件/风险点1 - public.txt', '06 等级评定表及理由/附件/风险点1 - internal.txt']) })
    expect(manifest.items.find(({ code }) => code === 'warnings')).toMatchObject({ state: 'not-applicable', reason: '本年度未发生预警' })
    for (const listed of manifest.files) expect([listed.path, hashOf(entries[listed.path] ?? new Uint8Array())]).toEqual([listed.path, listed.sha256])
    const sums = sumsIn(entries['SHA256SUMS'] ?? new Uint8Array())
    expect([...sums?.keys() ?? []].toSorted()).toEqual(Object.keys(entries).filter((path) => path !== 'SHA256SUMS').toSorted())
    expect(strFromU8(entries['index.html'] ?? new Uint8Array())).not.toMatch(/<script|src=|https?:/u)
    expect(await checkPackage(file)).toMatchObject({ problems: [], files })
  })

  it('is the same byte for byte for the same archive, whenever and for whatever purpose it is built', async () => {
    packaged.register.clock.pass(3600_000)
    const again = await packaged.build({ purpose: '市纪委检查' })
    expect(again.bytes.equals(built.bytes)).toBe(true)
    expect(manifestOf(built.bytes).archiveHash).toMatch(/^[0-9a-f]{64}$/u)
  })

  it('carries in its public edition no file for inside use, no reason and no log', async () => {
    const { bytes } = await packaged.build({ edition: 'public' })
    const manifest = manifestOf(bytes)
    expect(manifest.items.find(({ code }) => code === 'log')).toMatchObject({ state: 'missing', files: [] })
    expect(manifest.items.find(({ code }) => code === 'warnings')).toMatchObject({ state: 'not-applicable', reason: '' })
    const text = all(bytes)
    for (const word of ['附件 internal', '附件 secret', 'internal.txt', 'secret.txt', '测试员', '未发生预警']) expect([word, text.includes(Buffer.from(word).toString('latin1'))]).toEqual([word, false])
    expect(text.includes(Buffer.from('附件 public').toString('latin1'))).toBe(true)
  })

  it('names nobody in public by the name of a file either: not in the zip file, its lists or its page', async () => {
    await packaged.register.change((change) => createPerson(change, { name: '贾四海', hash: '{}', mustChange: false }))
    await packaged.client.inspectionPackage.attach({ year: 2026, item: 'plan', file: new File(['公开的方案'], '贾 四海签字.docx'), secrecy: 'public' })
    const { bytes } = await packaged.build({ edition: 'public' })
    expect(manifestOf(bytes).items.find(({ code }) => code === 'plan')?.files.join('|')).toContain('×××签字.docx')
    const text = all(bytes) + bytes.toString('latin1')
    for (const word of ['贾四海', '贾 四海']) expect([word, text.includes(Buffer.from(word).toString('latin1'))]).toEqual([word, false])
    const inside = (await packaged.build({ edition: 'internal' })).bytes
    expect(manifestOf(inside).items.find(({ code }) => code === 'plan')?.files.join('|')).toContain('贾 四海签字.docx')
  })

  it('and everything in it stands in the log of exports with its purpose', async () => {
    const { sha256, bytes } = built
    const { rows: [row] } = await packaged.client.reports.exports({ text: sha256 })
    expect(row).toMatchObject({ kind: 'inspection-package', format: 'zip', purpose: '市纪委检查', year: 2026, edition: 'internal' })
    const { rows } = await packaged.client.reports.exports({ text: '市纪委检查', limit: 100 })
    const sums = new Set(manifestOf(bytes).files.map((file) => file.sha256))
    expect(rows.filter((one) => sums.has(one.sha256)).length).toBeGreaterThan(8)
  })

  it('needs a purpose, and leaves nothing when nobody waits for it any more', async () => {
    const order = { year: 2026, edition: 'internal', locale: 'zh-CN', pdf: false } as const
    expect((await refusalOf(finish(buildPackage(packaged.register.call, { ...order, purpose: ' ' })))).code).toBe('package.purpose-missing')
    const before = readdirSync(join(packaged.register.core.folder.root, 'packages'))
    await stopAfter(buildPackage(packaged.register.call, { ...order, purpose: '试' }), 6)
    expect(readdirSync(join(packaged.register.core.folder.root, 'packages'))).toEqual(before)
  })

  it('is read in parts and discarded', async () => {
    const { id, bytes, size } = built
    const parts: Buffer[] = []
    for (let offset = 0; offset < size;) {
      const part = Buffer.from(await (await packaged.client.inspectionPackage.read({ id, offset })).arrayBuffer())
      parts.push(part)
      offset += part.length
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    expect(await packaged.client.inspectionPackage.discard({ id })).toEqual({ discarded: true })
    await expect(packaged.client.inspectionPackage.read({ id, offset: 0 })).rejects.toMatchObject({ data: { code: 'package.gone' } })
  })
})
