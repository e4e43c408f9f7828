import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAsSchema } from '#shared/contract/exchange.ts'
import type { ImportPlan, ReadAs } from '#shared/contract/exchange.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { exchangeHandlers } from '#core/exchange/router.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { applied, csvFile, finished, planOf } from '../core/exchange/importing.ts'
import { officer, openTestRegister, setUpTestOrganisation } from '../core/helpers/register.ts'
import type { TestRegister } from '../core/helpers/register.ts'

let register: TestRegister
beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
})
afterAll(() => register.close())

const read = (file: File, order: Partial<ReadAs>): Promise<ImportPlan> =>
  finished(planImport(register.core, officer, { file, mapping: {}, locale: 'zh-CN', readAs: [{ sheet: 0, form: 'risk-survey', headerFirst: 1, headerLast: null, columns: null, ignored: [], keepsAbove: false, remember: true, ...order }] }))

const meanings = ['name', 'manifestation', 'grade', 'ignore', 'ignore']

const hostile: readonly [string, readonly string[]][] = [
  ['32 000 characters long', ['长'.repeat(32_000), 'A'.repeat(32_000), '（'.repeat(32_000), ' '.repeat(31_999) + '空', '\u0301'.repeat(32_000)]],
  ['formulas', ['=1+1', '+HYPERLINK("http://x","y")', '-2', '@SUM(A1)', '=cmd|\'/c calc\'!A0']],
  ['all alike', ['备注', '备注', '备注', '备 注', '备注：']],
  ['empty but for one', ['', '', '怪', '', '']],
  ['full of NUL and other control characters', ['\u0000甲', '乙\u0000\u0007', '\u202E丙', '\uD800丁', '戊\u0085']],
  ['named like parts of every object', ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']],
  ['markup and templates', ['<script>alert(1)</script>', '$t(errors:file.empty)', '{{name}}', '%s%n', "x'); DROP TABLE sheet_layout; --"]],
]

test.each(hostile)('titles that are %s are read, remembered, shown and known again', async (_, titles) => {
  // The title above keeps a text of a few odd signs from being taken for no text at all.
  const file = csvFile([['某局自查情况'.repeat(300)], titles, ['取水许可', `走过场${titles[0]?.slice(0, 5) ?? ''}`, '高', '', '']], 'x.csv')
  const columns = meanings.map((meaning, index) => ({ index, meaning }))
  const plan = await read(file, { headerFirst: 2, columns })
  expect(plan.sheets).toMatchObject([{ by: 'hand', rows: 1 }])
  expect(plan.summary.rejected).toBe(0)
  for (const { header } of plan.sheets[0]?.columns ?? []) expect([...header].length).toBeLessThanOrEqual(80)
  const next = await planOf(register, file)
  expect(next.sheets).toMatchObject([{ by: 'memory', rows: 1, layoutId: plan.sheets[0]?.layoutId }])
  const head = await exchangeHandlers.sheetHead({ planId: next.planId, sheet: 0 }, register.call)
  for (const text of head.rows.flat()) expect(text.length).toBeLessThanOrEqual(120)
  await exchangeHandlers.suggestColumns({ planId: next.planId, sheet: 0, ...head.guess }, register.call)
  const { layouts: [layout] } = await exchangeHandlers.remembered(undefined, register.call)
  for (const { title } of layout?.columns ?? []) expect(title.length).toBeLessThanOrEqual(600)
  expect(({} as Record<string, unknown>)['name']).toBeUndefined()
})

test('what stands under titles that are formulas goes in as text, and the register stays sound', async () => {
  const file = csvFile([['=1+1', '@SUM(A1)', '+2'], ['=2+2', '-1+1', '高']], 'f.csv')
  await applied(register, await read(file, { columns: [{ index: 0, meaning: 'name' }, { index: 1, meaning: 'manifestation' }, { index: 2, meaning: 'grade' }] }))
  expect(await register.database.read.selectFrom('risk_point').select('manifestation').execute()).toEqual([{ manifestation: '-1+1' }])
  expect(await finished(verifyRegister(register.core))).toEqual({ problems: [] })
})

test('a header as wide as a sheet can be is shown as far as anybody would look, and read where it is said to be', async () => {
  const wide = Array.from({ length: 16_384 }, (_, index) => `列${index}`)
  const row = wide.map((_, index) => (index === 16_383 ? '一路绿灯' : index === 0 ? '取水许可' : ''))
  const plan = await read(csvFile([wide, row], 'w.csv'), { columns: [{ index: 0, meaning: 'name' }, { index: 16_383, meaning: 'manifestation' }], remember: false })
  expect(plan.summary.riskPoints.created).toBe(1)
  expect((await exchangeHandlers.sheetHead({ planId: plan.planId, sheet: 0 }, register.call)).rows[0]).toHaveLength(100)
})

test('rows, columns and names beyond all bounds do not pass the contract', () => {
  const order = { sheet: 0, form: 'risk-survey', headerFirst: 1, headerLast: null, columns: null }
  expect(readAsSchema.safeParse(order).success).toBe(true)
  for (const wrong of [{ headerFirst: 0 }, { headerFirst: 1.5 }, { headerFirst: 1e9 }, { sheet: -1 }, { form: '__proto__' }, { columns: [{ index: -1, meaning: 'name' }] }, { columns: [{ index: 16_384, meaning: 'name' }] }, { columns: Array.from({ length: 501 }, (_, index) => ({ index, meaning: 'ignore' })) }]) {
    expect([wrong, readAsSchema.safeParse({ ...order, ...wrong }).success]).toEqual([wrong, false])
  }
})

test('a remembered layout that was meddled with is passed over', async () => {
  const file = csvFile([['甲一', '乙二', '丙三'], ['取水许可', '推诿', '高']], 'm.csv')
  await read(file, { columns: [{ index: 0, meaning: 'name' }, { index: 1, meaning: 'manifestation' }] })
  register.database.connection.prepare(`UPDATE sheet_layout SET columns = '[{"index":0,"title":"甲一","meaning":"constructor"}]' WHERE file_name = 'm.csv'`).run()
  expect((await planOf(register, file)).sheets).toMatchObject([{ formCode: null }])
})
