import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportPlan, ReadAs } from '#shared/contract/exchange.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { exchangeHandlers } from '#core/exchange/router.ts'
import { officer, openTestRegister, setUpTestOrganisation } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { textSheet, xlsxFile } from '../workbooks/xlsx-file.ts'
import { applied, csvFile, finished, planOf } from './importing.ts'
import type { Rows } from './importing.ts'
import { pictureOf } from './register-picture.ts'

let register: TestRegister
beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
})
afterAll(() => register.close())

const read = (file: File, ...readAs: Partial<ReadAs>[]): Promise<ImportPlan> => finished(planImport(register.core, officer, {
  file, mapping: {}, locale: 'zh-CN',
  readAs: readAs.map((order) => ({ sheet: 0, form: 'risk-survey', headerFirst: 1, headerLast: null, columns: null, ignored: [], keepsAbove: false, remember: true, ...order })),
}))
const meant = (...meanings: readonly (string | undefined)[]) => meanings.flatMap((meaning, index) => (meaning === undefined ? [] : [{ index, meaning }]))
const sheetOf = ({ sheets: [sheet] }: ImportPlan) => sheet
const formsOf = ({ sheets }: ImportPlan) => sheets.map(({ formCode, rows: count }) => [formCode, count])
const entries = async (): Promise<number> => (await register.database.read.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
const remembered = () => exchangeHandlers.remembered(undefined, register.call)
const book = (...sheets: readonly { name: string; rows: Rows; merges?: readonly string[] }[]): File =>
  new File([Uint8Array.from(xlsxFile(sheets.map(({ name, rows, merges }) => ({ name, xml: textSheet(rows, merges) }))))], '自查.xlsx')

const odd = ['次序', '责任单位', '工作事项', '怎么出问题', '档次', '打算怎么防', '期限', '电话']
const line = (unit: string, text: string, grade = '高'): string[] => ['1', unit, '取水许可', text, grade, '双人办理', '2026-12-31', '110']

/** A workbook of two units with the same header below two lines. */
const sheetsOf = (text: string): File => book(
  { name: '审批股', rows: [['某局自查表'], ['填报日期：2026年3月1日'], odd, line('审批股', text), line('审批股', `${text}又`, '特高')] },
  { name: '监察队', rows: [['某局自查表'], ['填报日期：2026年3月1日'], odd, line('监察队', `${text}再`)] },
)

describe('a sheet whose header no form knows', () => {
  const order = { headerFirst: 3, columns: meant('serial', 'department', 'name', 'manifestation', 'grade', 'measures', 'dueDate', 'ignore') }

  test('is left out, and its first rows tell what it may be', async () => {
    const plan = await planOf(register, sheetsOf('甲'))
    expect(plan.sheets.map(({ by, leftOut }) => [by, leftOut[0]?.code])).toEqual([[null, 'sheet.no-known-header'], [null, 'sheet.no-known-header']])
    const head = await exchangeHandlers.sheetHead({ planId: plan.planId, sheet: 0 }, register.call)
    expect(head).toMatchObject({ rowTotal: 5, columnTotal: 8, guess: { form: 'risk-survey', headerFirst: 3, headerLast: 3 } })
    expect(head.rows[2]).toEqual(odd)
    const { columns, fields } = await exchangeHandlers.suggestColumns({ planId: plan.planId, sheet: 0, ...head.guess }, register.call)
    expect(columns.map(({ title, meaning }) => [title, meaning])).toEqual([
      ['次序', 'serial'], ['责任单位', 'department'], ['工作事项', 'name'], ['怎么出问题', 'manifestation'], ['档次', 'grade'], ['打算怎么防', 'measures'], ['期限', 'dueDate'], ['电话', null],
    ])
    expect(fields.filter(({ required }) => required).map(({ field }) => field)).toEqual(['name', 'manifestation'])
  })

  test('is read as somebody says, with refusals told by sheet, row and column; the other sheets of the file with it', async () => {
    const plan = await read(sheetsOf('甲'), order)
    expect(plan.sheets.map(({ by, formCode, headerRow, rows }) => [by, formCode, headerRow, rows])).toEqual([['hand', 'risk-survey', 3, 2], ['memory', 'risk-survey', 3, 1]])
    expect(plan.issues.filter(({ level }) => level === 'error')).toMatchObject([{ code: 'grade.unknown', sheet: '审批股', row: 5, column: '档次' }])
    await applied(register, plan)
    expect((await pictureOf(register.database)).points).toMatchObject([{ manifestation: '甲', department: '审批股' }, { manifestation: '甲再', department: '监察队' }])
  })

  test('is known by its header in the next file, without a question and without a trace', async () => {
    const before = await entries()
    const plan = await planOf(register, sheetsOf('乙'))
    expect(plan.sheets.map(({ by, rows }) => [by, rows])).toEqual([['memory', 2], ['memory', 1]])
    expect(sheetOf(plan)?.layoutId).toBe((await remembered()).layouts[0]?.id)
    expect(sheetOf(plan)?.columns.at(-1)).toMatchObject({ header: '电话', isIgnored: true })
    expect(await entries()).toBe(before)
  })

  test('is not known any more once that was forgotten', async () => {
    const { layouts: [layout] } = await remembered()
    expect(layout).toMatchObject({ form: 'risk-survey', fileName: '自查.xlsx', sheet: '审批股', rememberedBy: '测试员' })
    expect(await exchangeHandlers.forgetLayout({ id: layout?.id ?? '' }, register.call)).toEqual({ forgotten: true })
    expect(await exchangeHandlers.forgetLayout({ id: layout?.id ?? '' }, register.call)).toEqual({ forgotten: false })
    expect(sheetOf(await planOf(register, sheetsOf('乙')))?.formCode).toBeNull()
    const told = await register.database.read.selectFrom('audit_entry').select('action').where('entity', '=', 'sheet-layout').orderBy('number').execute()
    expect(told.map(({ action }) => action)).toEqual(['sheet-layout.remember', 'sheet-layout.forget'])
  })

  test('is read for this file alone where nobody wants it remembered', async () => {
    const before = await entries()
    expect(sheetOf(await read(sheetsOf('乙'), { ...order, remember: false }))).toMatchObject({ by: 'hand', layoutId: null })
    expect([await entries(), (await remembered()).layouts]).toEqual([before, []])
  })
})

describe('a header', () => {
  const rows = [['对象', '', '风险', ''], ['单位', '事项', '哪里', '几等'], ['审批股', '取水许可', '走过场', '中']]

  test('of two levels is read over both, as merged cells or somebody say', async () => {
    const merged = book({ name: '表', rows, merges: ['A1:B1', 'C1:D1'] })
    const plan = await read(merged, { headerLast: 2, columns: meant('department', 'name', 'manifestation', 'grade') })
    expect(sheetOf(plan)).toMatchObject({ headerFirst: 1, headerRow: 2, rows: 1 })
    expect(sheetOf(plan)?.columns.map(({ header, field }) => [header, field])).toEqual([['对象/单位', 'department'], ['对象/事项', 'name'], ['风险/哪里', 'manifestation'], ['风险/几等', 'grade']])
    expect(sheetOf(await planOf(register, merged))).toMatchObject({ by: 'memory', headerFirst: 1, headerRow: 2 })
  })

  test('that a form knows wrongly is read otherwise from now on, and as the form says again once that is forgotten', async () => {
    const file = csvFile([['序号', '部门', '事项名称', '风险点', '表现形式', '等级'], ['1', '审批股', '取水许可', '受理环节', '索拿卡要', '低']])
    expect(sheetOf(await planOf(register, file))).toMatchObject({ by: 'form', formCode: 'risk-list-9' })
    const plan = await read(file, { form: 'risk-survey', columns: meant('serial', 'department', 'name', 'title', 'manifestation', 'grade') })
    expect(plan.changes.find(({ entity }) => entity === 'risk-point')).toMatchObject({ label: '索拿卡要' })
    const next = sheetOf(await planOf(register, file))
    expect(next).toMatchObject({ by: 'memory', formCode: 'risk-survey' })
    await exchangeHandlers.forgetLayout({ id: next?.layoutId ?? '' }, register.call)
    expect(sheetOf(await planOf(register, file))).toMatchObject({ by: 'form', formCode: 'risk-list-9' })
  })

  test('below a table that is known leaves that table as it is, where somebody says so', async () => {
    const known = [['序号', '单位、科室', '风险点', '表现形式', '风险等级'], ['1', '审批股', '取水许可', '久拖不决', '高']]
    const file = csvFile([...known, ['事', '病', '等次'], ['取水许可', '以权谋私', '低']])
    const order = { headerFirst: 3, columns: meant('name', 'manifestation', 'grade') }
    expect(formsOf(await read(file, { ...order, remember: false }))).toEqual([['risk-survey', 1]])
    expect(formsOf(await read(file, { ...order, keepsAbove: true }))).toEqual([['risk-list-9', 1], ['risk-survey', 1]])
    expect(formsOf(await planOf(register, file))).toEqual([['risk-list-9', 1], ['risk-survey', 1]])
  })

  test('repeated on every page is no table of its own', async () => {
    const head = ['甲事', '乙病', '丙等']
    const file = csvFile([head, ['取水许可', '第一页', '高'], head, ['取水许可', '第二页', '低']])
    const order = { columns: meant('name', 'manifestation', 'grade') }
    for (const plan of [await read(file, order), await planOf(register, file)]) {
      expect(plan.sheets).toMatchObject([{ rows: 2, leftOut: [{ row: 3, code: 'row.repeated-header' }] }])
    }
  })

  test('of a sheet with factors gives each its own name', async () => {
    const file = csvFile([['干什么', '病在哪', '可能性', '危害程度', '定级'], ['取水许可', '走过场', '6', '40', '高']])
    const plan = await read(file, { form: 'grading-sheet', columns: meant('name', 'manifestation', 'factor', 'factor', 'grade') })
    expect(sheetOf(plan)?.columns.filter(({ isFactor }) => isFactor).map(({ header }) => header)).toEqual(['可能性', '危害程度'])
  })
})

describe('what is said of a header is refused where', () => {
  const file = csvFile([odd, line('审批股', '某处')])
  test.each<[string, string, Partial<ReadAs>, Record<string, unknown>]>([
    ['the file has no such sheet', 'import.sheet-unknown', { sheet: '别表' }, { sheet: '别表', sheets: '表' }],
    ['the header stands below the sheet', 'import.header-outside', { headerFirst: 9 }, { row: 9, rows: 2 }],
    ['it has more rows than any header', 'import.header-outside', { headerFirst: 1, headerLast: 2000 }, {}],
    ['a meaning does not exist', 'import.unknown-field', { columns: meant('constructor') }, { field: 'constructor' }],
    ['a meaning belongs to another form', 'import.unknown-field', { columns: meant('legalBasis') }, { field: 'legalBasis' }],
    ['a form knows no factors', 'import.unknown-field', { columns: meant('factor') }, { field: 'factor' }],
    ['a field is given twice', 'import.field-twice', { columns: meant('name', 'name') }, { field: '职权名称' }],
    ['columns cannot be placed and nobody is asked', 'import.columns-unplaced', {}, { columns: '电话' }],
    ['required columns cannot be placed and nobody is asked', 'import.fields-unplaced', { form: 'power-catalogue-b' }, { fields: '责任事项' }],
  ])('%s', async (_, code, order, params) => {
    await expect(read(file, order)).rejects.toMatchObject({ code, params })
  })

  test('several sheets might be meant, or the row is blank', async () => {
    const two = book({ name: '甲', rows: [odd, line('a', 'b')] }, { name: '乙', rows: [[''], odd] })
    await expect(read(two, { sheet: null })).rejects.toMatchObject({ code: 'import.sheet-needed', params: { sheets: '甲、乙' } })
    await expect(read(two, { sheet: '乙', columns: [] })).rejects.toMatchObject({ code: 'import.header-blank', params: { row: 1 } })
  })

  test('nobody is asked and everything is placed, the suggestions hold; what was said before goes first', async () => {
    const plan = await read(file, { sheet: null, ignored: ['电话'] })
    expect(sheetOf(plan)?.columns.map(({ field }) => field)).toEqual(['serial', 'department', 'name', 'manifestation', 'grade', 'measures', 'dueDate', null])
    // Another layout, for which 电话 was spoken of already.
    expect(sheetOf(await read(csvFile([odd.toReversed(), line('审批股', '某处').toReversed()], '倒.csv'), {}))?.columns[0]).toMatchObject({ header: '电话', isIgnored: true })
  })
})

test('a column decided on its own is listed, and asked about again once it is forgotten', async () => {
  const file = csvFile([['序号', '单位、科室', '风险点', '风险说法', '风险等级', '防控措施'], ['1', '审批股', '取水许可', '推诿', '高', '公示']])
  await planOf(register, file, { mapping: { 表: { 风险说法: 'manifestation' } } })
  const column = { form: 'risk-list-9', header: '风险说法' }
  expect((await remembered()).columns).toEqual([{ ...column, meaning: 'manifestation' }])
  expect(await exchangeHandlers.forgetColumn(column, register.call)).toEqual({ forgotten: true })
  expect(await exchangeHandlers.forgetColumn(column, register.call)).toEqual({ forgotten: false })
  expect((await planOf(register, file)).issues[0]).toMatchObject({ code: 'column.missing' })
})

test('the first rows of a plan that is gone are gone with it', async () => {
  const plan = await planOf(register, csvFile([odd, line('审批股', '某处')]))
  exchangeHandlers.discard({ planId: plan.planId }, register.call)
  await expect(exchangeHandlers.sheetHead({ planId: plan.planId, sheet: 0 }, register.call)).rejects.toMatchObject({ code: 'import.plan-unknown' })
})
