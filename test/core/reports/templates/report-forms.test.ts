import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContractClient } from '#shared/contract/index.ts'
import type { PlaceholderListing } from '#shared/contract/report-forms.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { coreClient, readToEnd } from '#hosts/calls/core-client.ts'
import { everyRole } from '#test/core/helpers/callers.ts'
import { aPoint, aPower, bringInForce } from '#test/core/helpers/graded-register.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { paragraph, row, table, wordFile } from './word-file.ts'

let register: TestRegister
let client: ContractClient
let powerId: string
beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  const departmentId = await register.change((change) => createDepartment(change, { name: '行政审批股' }))
  powerId = await aPower(register, { departmentId })
  await aPoint(register, { powerId, departmentId, manifestation: '现场核查走过场 & <不留痕>' })
  client = coreClient({ core: register.core, identity: fixedIdentity(everyRole('测试员')), reportFault: (fault) => { throw fault } })
})
afterAll(() => register.close())

const told = () => undefined
const kind = { kind: 'risk-list', locale: 'zh-CN', year: 2026 } as const
const word = (body: string, name = '市局表样.docx'): File => new File([new Uint8Array(wordFile(body))], name)
const add = async (body: string, name = '市局表样') => readToEnd(await client.reportForms.add({ ...kind, name, file: word(body) }), told)
const bodyOf = async (file: File): Promise<string> => strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array())
const write = async (edition: 'internal' | 'public' = 'internal') => readToEnd(await client.reports.write({ kind: 'risk-list', year: 2026, edition, locale: 'zh-CN', format: 'docx', purpose: '试' }), told)

const body = paragraph('{{单位}} {{文件编号}} {{版本}}') + table(row('{{#rows}}{{序号}}', '{{廉政风险主要内容及表现形式}}{{/rows}}'))

describe('the form of a report', () => {
  it('can ask for what its report holds, edition by edition', async () => {
    const { fields, lists }: PlaceholderListing = await readToEnd(await client.reportForms.placeholders(kind), told)
    expect(fields.find(({ name }) => name === '单位')).toMatchObject({ sample: '龙岭县水利局', editions: ['public', 'internal', 'assessment'] })
    expect(lists.map(({ name, rows }) => [name, rows])).toEqual([['rows', 1], ['total', 0], ['chapters', 0]])
    expect(lists[0]?.columns.find(({ name }) => name === '廉政风险主要内容及表现形式')?.sample).not.toBe('')
  })

  it('begins from an example that can be handed in as it is', async () => {
    const example = await readToEnd(await client.reportForms.example(kind), told)
    const kept = await readToEnd(await client.reportForms.add({ ...kind, name: '示例', file: example }), told)
    expect(kept.placeholders).toEqual(expect.arrayContaining(['{{标题}}', '{{#rows}}', '{{序号}}']))
    await client.reportForms.withdraw({ id: kept.id })
  })

  it('of a chart fills the steps of any one power, holds nothing of the one it was made from, and leaves all powers at once to the program', async () => {
    const chart = { kind: 'control-chart', locale: 'zh-CN', year: 2026 } as const
    const example = await readToEnd(await client.reportForms.example(chart), told)
    expect(await bodyOf(example)).not.toContain('现场核查走过场')
    const { id, placeholders } = await readToEnd(await client.reportForms.add({ ...chart, name: '防控图', file: example }), told)
    expect(placeholders).toEqual(expect.arrayContaining(['{{名称}}', '{{#rows}}', '{{流程环节}}', '{{防控措施}}', '{{责任人}}']))
    const chartOf = async (subject: object) => bodyOf(await readToEnd(await client.reports.write({ ...chart, ...subject, edition: 'internal', format: 'docx', purpose: '试' }), told))
    const own = await chartOf({})
    await client.reportForms.use({ id })
    const filled = await chartOf({ subject: powerId })
    expect(filled).toContain('现场核查走过场')
    expect(filled).not.toContain('{{')
    expect((await chartOf({})).length).toBe(own.length)
    await client.reportForms.withdraw({ id })
  })

  it('is refused with the placeholder nobody knows, and kept nowhere', async () => {
    await expect(add(paragraph('{{单住}}'))).rejects.toMatchObject({ data: { code: 'form.placeholder-unknown', params: { placeholder: '{{单住}}', paragraph: 1 } } })
    await expect(add(paragraph('没有占位符'))).rejects.toMatchObject({ data: { code: 'form.no-placeholder' } })
    await expect(readToEnd(await client.reportForms.add({ ...kind, name: '宏', file: word(body, '表样.docm') }), told)).rejects.toMatchObject({ data: { code: 'form.not-docx' } })
    expect(await client.reportForms.list()).toEqual([])
  })

  it('is tried, checked, used for Word files of its kind alone, and taken back', async () => {
    const form = await add(body)
    expect(await readToEnd(await client.reportForms.check({ id: form.id, year: 2026 }), told)).toMatchObject({ empty: [] })
    const tried = await readToEnd(await client.reportForms.tryOut({ id: form.id, year: 2026, edition: 'internal' }), told)
    expect(await bodyOf(tried)).toContain('现场核查走过场 &amp; &lt;不留痕&gt;')
    const own = await bodyOf(await write())
    await client.reportForms.use({ id: form.id })
    const [first, second] = [await write(), await write()]
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true)
    expect(await bodyOf(first)).toMatch(/龙岭县水利局 廉控报〔2026〕\d+号 内部版/u)
    expect(strFromU8(unzipSync(new Uint8Array(await first.arrayBuffer()))['docProps/custom.xml'] ?? new Uint8Array())).toContain('AuditLogHead')
    expect((await bodyOf(first)).length).toBeLessThan(own.length / 4)
    // The public edition has no more in this form than in the program's own.
    expect(await bodyOf(await write('public'))).not.toContain('不留痕')
    expect(await client.reportForms.putBack({ kind: 'risk-list', locale: 'zh-CN' })).toEqual({ putBack: 1 })
    expect((await bodyOf(await write())).length).toBe(own.length)
    expect((await client.reportForms.list()).map(({ state }) => state)).toEqual(['kept'])
    expect(await (await client.reportForms.read({ id: form.id })).arrayBuffer()).toEqual(await word(body).arrayBuffer())
    await client.reportForms.withdraw({ id: form.id })
    await expect(client.reportForms.use({ id: form.id })).rejects.toMatchObject({ data: { code: 'record.missing' } })
  })

  it('never changes in the register, and its file is no attachment that somebody could take away', async () => {
    const form = await add(body, '另一表样')
    const { attachment_id: attachmentId } = await register.database.read.selectFrom('report_form').select('attachment_id').where('id', '=', form.id).executeTakeFirstOrThrow()
    await expect(client.attachments.withdraw({ attachmentId })).rejects.toMatchObject({ data: { code: 'attachment.of-form' } })
    expect(() => register.database.connection.prepare("UPDATE report_form SET placeholders = '[]' WHERE id = ?").run(form.id)).toThrow('never changes')
    const actions = await register.database.read.selectFrom('audit_entry').select('action').where('entity', '=', 'report-form').orderBy('number').execute()
    expect([...new Set(actions.map(({ action }) => action))]).toEqual(['report-form.add', 'report-form.withdraw', 'report-form.use', 'report-form.put-back'])
  })
})
