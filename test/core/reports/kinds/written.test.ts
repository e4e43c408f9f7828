import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { openExample } from '#core/example/open-example.ts'
import { headIn } from '#core/evidence/head.ts'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { listExports } from '#core/reports/written/keep-export.ts'
import { exportsFile } from '#core/reports/written/export-log-file.ts'
import { previewReport } from '#core/reports/written/preview-report.ts'
import { readSettings, saveLogo, saveSettings } from '#core/reports/written/settings.ts'
import { preparePaper, writeReport } from '#core/reports/written/write-report.ts'
import type { WriteOrder } from '#core/reports/written/order.ts'
import type { PaperTable } from '#core/reports/paper/paper.ts'
import { sealedTables } from '#core/evidence/sealed-tables.ts'
import { defaultNumberPattern } from '#shared/model/report-orders.ts'
import { finish, refusalOf, stopAfter } from '#test/core/helpers/graded-register.ts'
import { officer, openTestRegister } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

let register: TestRegister
beforeAll(async () => {
  register = await openTestRegister()
  await finish(openExample(register.call))
  await finish(freezeYear(register.core, officer, 2025))
})
afterAll(() => register.close())

const order = (more: Partial<WriteOrder> = {}): WriteOrder => ({ kind: 'risk-list', year: 2025, edition: 'internal', locale: 'zh-CN', format: 'docx', purpose: '年度考核报送', ...more })
const write = async (more: Partial<WriteOrder> = {}): Promise<{ name: string; bytes: Uint8Array }> => {
  const { result } = await finish(writeReport(register.core, officer, order(more)))
  return { name: result.name, bytes: new Uint8Array(await result.arrayBuffer()) }
}
const codeOf = async (more: Partial<WriteOrder>) => (await refusalOf(finish(writeReport(register.core, officer, order(more))))).code
const exportsSoFar = () => listExports(register.database.read, { offset: 0, limit: 100 })
const textOf = (bytes: Uint8Array): string => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('')
const settings = { redHead: '', numberPattern: defaultNumberPattern, numberOnTop: false, watermarks: { public: '', internal: '', assessment: '' } }

describe('a report that is written', () => {
  test('is the same byte for byte when the same is asked for again, with the same number, and is logged each time', async () => {
    const before = (await exportsSoFar()).total
    for (const format of ['docx', 'xlsx'] as const) {
      const first = await write({ format })
      await register.change((change) => change.record({ action: 'organisation.change', entity: 'organisation', entityId: 'x' }))
      register.clock.pass(86_400_000)
      const again = await write({ format, purpose: '存档' })
      expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
      const { rows } = await exportsSoFar()
      expect(rows.slice(0, 2).map(({ reportNumber, sha256, purpose }) => ({ reportNumber, sha256, purpose }))).toEqual([
        { reportNumber: rows[1]?.reportNumber, sha256: createHash('sha256').update(first.bytes).digest('hex'), purpose: '存档' },
        { reportNumber: rows[1]?.reportNumber, sha256: createHash('sha256').update(first.bytes).digest('hex'), purpose: '年度考核报送' },
      ])
    }
    expect((await exportsSoFar()).total).toBe(before + 4)
  })

  test('prints its number, edition, the hash of the archive and the head of the log, and carries them as properties', async () => {
    const { bytes, name } = await write({ edition: 'public' })
    const { rows: [row] } = await exportsSoFar()
    expect(name).toContain('公示版')
    const parts = unzipSync(bytes)
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/gu, '')
    for (const printed of [row?.reportNumber, '公示版', row?.archiveHash, row?.headHash]) expect(body).toContain(printed)
    const properties = strFromU8(parts['docProps/custom.xml'] ?? new Uint8Array())
    for (const word of ['ReportNumber', 'ReportEdition', 'ArchiveHash', row?.archiveHash, row?.reportNumber]) expect(properties).toContain(word)
    expect(headIn(properties)).toMatchObject({ number: row?.headNumber, hash: row?.headHash })
    expect(row?.archiveHash).toMatch(/^[0-9a-f]{64}$/u)
  })

  test('of a year before the frozen one is refused, since nothing is kept of it', async () => {
    const before = (await exportsSoFar()).total
    const refusal = await refusalOf(finish(writeReport(register.core, officer, order({ year: 2019 }))))
    expect(refusal).toMatchObject({ code: 'report.year-not-kept', params: { year: 2019, years: '2025' } })
    expect((await exportsSoFar()).total).toBe(before)
  })

  test('of an open year says so, and gets another number as soon as it says something else', async () => {
    const first = await write({ year: 2026, kind: 'high-risks' })
    const same = await write({ year: 2026, kind: 'high-risks' })
    expect(Buffer.compare(first.bytes, same.bytes)).toBe(0)
    expect(textOf(first.bytes)).toContain('尚未归档')
    const { id } = await register.database.read.selectFrom('risk_point').select('id').where('grade_code', '=', 'high').where('state', '=', 'in-force').executeTakeFirstOrThrow()
    await register.change((change) => changeRiskPoint(change, { id, patch: { manifestation: '改过的表现形式' } }))
    await write({ year: 2026, kind: 'high-risks' })
    const { rows: [after, second, one] } = await exportsSoFar()
    expect(second?.reportNumber).toBe(one?.reportNumber)
    expect(after?.reportNumber).not.toBe(second?.reportNumber)
  })

  test('is not written without a purpose, in an edition or format it has not, without its subject or about two', async () => {
    expect(await codeOf({ purpose: '  ' })).toBe('report.purpose-missing')
    expect(await codeOf({ kind: 'review-sheet', edition: 'public' })).toBe('report.edition-not-offered')
    expect(await codeOf({ kind: 'review-sheet' })).toBe('report.subject-missing')
    expect(await codeOf({ kind: 'control-chart', subject: '没有这项' })).toBe('report.subject-unknown')
    expect(await codeOf({ kind: 'control-chart', subject: '审批' })).toBe('report.subject-ambiguous')
    expect(await codeOf({ kind: 'nothing' })).toBe('report.kind-unknown')
    expect((await write({ kind: 'control-chart', subject: 'XK-001' })).name).toContain('廉政风险防控图')
  })

  test('is refused with the list where the rows are not what the register counts', async () => {
    const { connection } = register.database
    const spoil = (by: number) => connection.exec(`UPDATE risk_point_department_total SET points = points + ${by} WHERE (department_id, grade_code) = (SELECT min(department_id), 'high' FROM risk_point_department_total WHERE grade_code = 'high')`)
    spoil(1)
    const refusal = await refusalOf(finish(writeReport(register.core, officer, order({ year: 2026 }))))
    expect([refusal.code, refusal.params['list']]).toEqual(['report.doesNotFoot', expect.stringContaining('表中行数与登记总数不符')])
    spoil(-1)
  })

  test('its preview has no number and leaves no trace', async () => {
    const before = await exportsSoFar()
    const { result } = await finish(previewReport(register.core, officer, order({ edition: 'public' })))
    expect(result).toContain('按规定不予公开')
    expect((await exportsSoFar()).total).toBe(before.total)
  })
})

const countsOf = ({ columns, rows }: PaperTable, title: string) => {
  const column = columns.findIndex((one) => one.title === title)
  return new Map([...Map.groupBy(rows, (row) => row[column] ?? '')].map(([label, of]) => [label, of.length]))
}

test('the figures in the lists equal what independent statements count', async () => {
  const { connection } = register.database
  const pairs = (statement: string) => new Map(connection.prepare<[], { label: string; count: number }>(statement).all().map(({ label, count }) => [label, count]))
  const tableOf = async (kind: string): Promise<PaperTable> => {
    const { result: { paper } } = await finish(preparePaper(register.core, officer, { kind, year: 2026, edition: 'internal', locale: 'zh-CN' }))
    const table = paper.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table')
    if (table?.kind !== 'table') throw new Error(`${kind} has no table`)
    return table.table
  }
  const grades = "SELECT CASE grade_code WHEN 'high' THEN '高' WHEN 'medium' THEN '中' ELSE '低' END AS label, count(*) AS count FROM risk_point WHERE state = 'in-force' GROUP BY 1"
  for (const [kind, title] of [['risk-list', '风险等级'], ['risk-list-10', '风险等级'], ['grading-sheet', '最终等级']] as const) expect(countsOf(await tableOf(kind), title)).toEqual(pairs(grades))
  expect(countsOf(await tableOf('risk-list'), '单位、科室')).toEqual(pairs("SELECT coalesce(d.name, '未指定') AS label, count(*) AS count FROM risk_point r LEFT JOIN department d ON d.id = r.department_id WHERE r.state = 'in-force' GROUP BY 1"))
  expect(countsOf(await tableOf('catalogue-a'), '职权类别')).toEqual(pairs("SELECT v.label_zh AS label, count(*) AS count FROM power p JOIN vocabulary v ON v.kind = 'power-type' AND v.code = p.type_code WHERE p.state = 'in-force' GROUP BY 1"))
  expect(new Map([['高', (await tableOf('high-risks')).rows.length]])).toEqual(pairs("SELECT '高' AS label, count(*) AS count FROM risk_point WHERE grade_code = 'high' AND state = 'in-force'"))
  const measures = (await tableOf('risk-list')).rows.flatMap((row) => (row[6] === '—' ? [] : row[6]?.split('\n') ?? [])).length
  expect(new Map([['m', measures]])).toEqual(pairs("SELECT 'm' AS label, count(*) AS count FROM risk_point_measure l JOIN control_measure m ON m.id = l.measure_id JOIN risk_point r ON r.id = l.risk_point_id WHERE m.state = 'in-force' AND r.state = 'in-force'"))
})

describe('the log of exports', () => {
  test('is found by kind, edition, word and hash, and saved as a workbook', async () => {
    const { bytes } = await write({ kind: 'catalogue-a', edition: 'public', purpose: '门户网站公开' })
    const find = async (filter: object) => (await listExports(register.database.read, { ...filter, offset: 0, limit: 10 })).rows.map(({ kind }) => kind)
    expect(await find({ text: '门户网站' })).toEqual(['catalogue-a'])
    expect(await find({ kinds: ['catalogue-a'], editions: ['internal'] })).toEqual([])
    expect(await find({ text: createHash('sha256').update(bytes).digest('hex') })).toEqual(['catalogue-a'])
    const { result } = await finish(exportsFile(register.core, { text: '门户网站' }, 'zh-CN'))
    expect(textOf(new Uint8Array(await result.arrayBuffer()))).toContain('门户网站公开')
  })

  test('never changes, and each row is sealed in the audit log', () => {
    const { connection } = register.database
    for (const table of ['report_export', 'report_number'] as const) {
      expect(sealedTables[table]).toBeDefined()
      expect(() => connection.exec(`UPDATE ${table} SET id = id`)).toThrow('never changes')
      expect(() => connection.exec(`DELETE FROM ${table}`)).toThrow('never changes')
    }
  })
})

describe('the form of the office', () => {
  const png = readFileSync(join(import.meta.dirname, '../../../../docs/pictures/overview-en.png'))

  test('stands over its papers: red head, number and watermark of the edition', async () => {
    const { revision } = await readSettings(register.database.read)
    await register.change((change) => saveSettings(change, { ...settings, redHead: '龙岭县水利局文件', numberPattern: '龙水廉〔{year}〕{number}号', numberOnTop: true, watermarks: { public: '', internal: '内部资料', assessment: '' }, revision }))
    const inside = textOf((await write({ kind: 'catalogue-b' })).bytes)
    for (const word of ['龙岭县水利局文件', '龙水廉〔2026〕', '内部资料']) expect(inside).toContain(word)
    expect(textOf((await write({ kind: 'catalogue-b', edition: 'public' })).bytes)).not.toContain('内部资料')
  })

  test('takes a number only from a pattern that tells reports apart, and a logo only from a sound picture of a fitting size', async () => {
    const { revision } = await readSettings(register.database.read)
    const attempt = async (work: Parameters<TestRegister['change']>[0]) => (await refusalOf(register.change(work))).code
    expect(await attempt((change) => saveSettings(change, { ...settings, numberPattern: '廉〔{year}〕', revision }))).toBe('report.number-pattern')
    expect(await attempt((change) => saveLogo(change, { bytes: new TextEncoder().encode('<svg onload="x"/>'), revision }))).toBe('report.logo-unreadable')
    expect(await attempt((change) => saveLogo(change, { bytes: png.subarray(0, 20), revision }))).toBe('report.logo-unreadable')
    const bomb = Buffer.from(png.subarray(0, 64))
    bomb.writeUInt32BE(60_000, 16)
    expect(await attempt((change) => saveLogo(change, { bytes: bomb, revision }))).toBe('report.logo-too-large')
    const small = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const kept = await register.change((change) => saveLogo(change, { bytes: small, revision }))
    expect((await readSettings(register.database.read)).logo).toMatchObject({ type: 'png', width: 1, height: 1 })
    expect(Object.keys(unzipSync((await write({ kind: 'catalogue-b' })).bytes)).some((name) => name.startsWith('word/media/'))).toBe(true)
    await register.change((change) => saveLogo(change, { bytes: null, revision: kept }))
    expect((await readSettings(register.database.read)).logo).toBeNull()
  })
})

test('five thousand points come with progress, and stopping leaves neither a number nor an export', async () => {
  const { connection } = register.database
  const columns = connection.prepare<[], { name: string }>('SELECT name FROM pragma_table_info(\'risk_point\')').all().map(({ name }) => name)
  const copied = columns.filter((name) => name !== 'number' && name !== 'id')
  connection.exec(`INSERT INTO risk_point (id, ${copied.join(', ')})
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 125)
    SELECT lower(printf('%08x-0000-7000-8000-%012x', n.i, r.number)), ${copied.map((name) => `r.${name}`).join(', ')} FROM risk_point r, n WHERE r.state = 'in-force'`)
  const total = connection.prepare<[], number>("SELECT count(*) FROM risk_point WHERE state = 'in-force'").pluck().get() ?? 0
  expect(total).toBeGreaterThan(5000)
  const numbers = () => connection.prepare<[], number>('SELECT count(*) FROM report_number').pluck().get()
  const before = [numbers(), (await exportsSoFar()).total]
  await stopAfter(writeReport(register.core, officer, order({ year: 2026, format: 'xlsx' })), 4)
  expect([numbers(), (await exportsSoFar()).total]).toEqual(before)
  const { told, result } = await finish(writeReport(register.core, officer, order({ year: 2026, format: 'xlsx' })))
  const collected = told.filter(({ stage }) => stage === 'collect')
  expect(collected.at(-1)).toEqual({ done: total, total, stage: 'collect' })
  expect(collected.length).toBeGreaterThan(8)
  expect(result.size).toBeGreaterThan(100_000)
}, 60_000)
