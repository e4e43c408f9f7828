import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RiskFilter, RiskRow } from '#shared/contract/risks.ts'
import { riskSortColumns } from '#shared/contract/risks.ts'
import { measureSortColumns } from '#shared/contract/measures.ts'
import { powerSortColumns } from '#shared/contract/powers.ts'
import { searchFold } from '#core/search/bigrams.ts'
import { changeRiskPoint, createRiskPoint, withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { eachMeasure } from '#core/measures/each-measure.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { eachPower } from '#core/powers/each-power.ts'
import { createPower } from '#core/powers/power-records.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { eachRiskPoint } from '#core/risks/each-risk-point.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { declareGrade, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

const grades = [{ code: 'high', rank: 3 }, { code: 'medium', rank: 2 }, { code: 'low', rank: 1 }]
const categories = ['integrity-awareness', 'post-duties', 'business-process', 'rules-and-mechanism', null]
const words = ['收受礼金', '拖延办理', '泄露标底', '降低标准']

let sample: Sample
let all: RiskRow[]
beforeAll(async () => {
  sample = await openSample()
  const { register } = sample
  const ids: string[] = []
  for (let i = 0; i < 90; i++) {
    register.clock.pass(1000)
    ids.push(await register.change(async (change) => {
      const powerId = i % 5 ? sample.licence : sample.tender
      const id = await createRiskPoint(change, { powerId, departmentId: i % 3 ? sample.approvals : sample.works, categoryCode: categories[i % 5] ?? null, manifestation: `${words[i % 4]}第${i}例`, confirmCode: i % 11 ? null : 'grade.split' })
      if (i % 7 === 0) await changeRiskPoint(change, { id, patch: { departmentId: null } })
      if (i % 2) await createMeasure(change, { content: `措施${i}`, riskPointIds: [id], owner: i % 3 ? '股长' : null, ...(i % 4 === 1 ? { dueOn: `2026-0${1 + i % 9}-15` } : {}), departmentId: i % 5 ? sample.works : null })
      if (i % 6 === 0) await createPower(change, { name: `职权${i}`, code: i % 12 ? `C${i}` : null, departmentId: i % 4 ? sample.works : null, typeCode: i % 18 ? 'penalty' : null })
      return id
    }))
  }
  for (const [i, id] of ids.entries()) {
    const grade = grades[i % 4]
    if (grade) await declareGrade(register, id, grade, i % 3 ? { likelihood: 6, consequence: i % 2 ? 40 : 15 } : {})
  }
  // How an entry stands in review is set by review; here only the lists are looked at.
  register.database.connection.exec(`UPDATE risk_point SET entry_state = CASE number % 5 WHEN 1 THEN 'submitted' WHEN 2 THEN 'inspection-review' ELSE 'draft' END,
    entry_due_on = CASE WHEN number % 5 IN (1, 2) THEN CASE number % 2 WHEN 0 THEN '2026-06-10' ELSE '2026-06-20' END END, entry_since = CASE WHEN number % 5 IN (1, 2) THEN updated_at END,
    to_re_examine = number % 7 = 0, expected_grade = CASE number % 6 WHEN 0 THEN 'low' WHEN 1 THEN 'medium' END, verified_grade = CASE number % 10 WHEN 0 THEN 'low' END, entry_lowered = number % 9 = 0,
    year_mark = CASE number % 3 WHEN 0 THEN 'unchanged' WHEN 1 THEN 'modified' ELSE 'new' END, grade_to_confirm = number % 4 = 0`)
  await register.change((change) => withdrawRiskPoints(change, [ids[10] ?? '', ids[20] ?? '']))
  all = (await risksHandlers.list({ offset: 0, limit: 500, filter: {} }, register.call)).rows
})
afterAll(() => sample.register.close())

/** What each filter means, said over whole rows. */
const passes: { [K in keyof RiskFilter]-?: (row: RiskRow, value: NonNullable<RiskFilter[K]>) => boolean } = {
  text: (row, value) => [row.powerName, row.title ?? '', row.manifestation].some((text) => contains(text, value)),
  manifestation: (row, value) => contains(row.manifestation, value),
  powerName: (row, value) => contains(row.powerName, value),
  powerId: (row, value) => row.powerId === value,
  departmentIds: (row, values) => values.includes(row.departmentId ?? ''),
  categoryCodes: (row, values) => values.includes(row.categoryCode ?? ''),
  gradeCodes: (row, values) => values.includes(row.gradeCode ?? ''),
  stages: (row, values) => values.includes(row.gradingStage ?? ''),
  toConfirm: (row, value) => (row.confirmCode !== null) === value,
  hasMeasure: (row, value) => (row.measureCount > 0) === value,
  likelihood: (row, value) => row.likelihood === value,
  consequence: (row, value) => row.consequence === value,
  postIds: (row, values) => values.includes(row.postId ?? ''),
  entryStates: (row, values) => values.includes(row.entryState),
  reviewOverdue: (row, value) => (row.entryDueOn !== null && row.entryDueOn < '2026-06-15' && row.entryState !== 'draft') === value,
  // Nobody is asked in the place of another in this register; reviews with such have tests of their own.
  askedRoles: () => false,
  toReExamine: (row, value) => row.toReExamine === value,
  expectedGrades: (row, values) => values.includes(row.expectedGrade ?? ''),
  verifiedGrades: (row, values) => values.includes(row.verifiedGrade ?? ''),
  lowered: (row, value) => row.lowered === value,
  yearMarks: (row, values) => row.yearMark !== null && values.includes(row.yearMark),
  gradeToConfirm: (row, value) => row.gradeToConfirm === value,
}
const contains = (text: string, value: string): boolean => searchFold(text).includes(searchFold(value))

function expectedRows(filter: RiskFilter): RiskRow[] {
  return all.filter((row) => Object.entries(filter).every(([name, value]) => Reflect.apply(passes[name as keyof RiskFilter] as (row: RiskRow, value: unknown) => boolean, undefined, [row, value])))
}

const rankOf = (row: RiskRow): number | null => grades.find(({ code }) => code === row.gradeCode)?.rank ?? null
const keys: Record<(typeof riskSortColumns)[number], (row: RiskRow) => (number | string | null)[]> = {
  number: (row) => [row.number],
  grade: (row) => [rankOf(row), row.number],
  category: (row) => [row.categoryCode === null ? null : ['integrity-awareness', 'post-duties', 'business-process', 'rules-and-mechanism'].indexOf(row.categoryCode), rankOf(row), row.number],
  department: (row) => [row.departmentId === null ? null : [sample.approvals, sample.works].indexOf(row.departmentId), rankOf(row), row.number],
  measureCount: (row) => [row.measureCount, rankOf(row), row.number],
  updatedAt: (row) => [row.updatedAt, row.number],
  reviewDue: (row) => [row.entryDueOn, row.number],
  reviewSince: (row) => [row.entrySince, row.number],
}

/** Blanks of the sorted column last in both directions; blanks of the columns behind it come first in ascending order, as in SQLite. */
function compare(column: (typeof riskSortColumns)[number], direction: 'asc' | 'desc') {
  return (a: RiskRow, b: RiskRow): number => {
    const [left, right] = [keys[column](a), keys[column](b)]
    for (const [at, x] of left.entries()) {
      const y = right[at] ?? null
      if (x === y) continue
      if (at === 0 && (x === null || y === null)) return x === null ? 1 : -1
      const order = x === null || (y !== null && x < y) ? -1 : 1
      return direction === 'asc' ? order : -order
    }
    return 0
  }
}

const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 3 })
const filters = fc.record({
  text: some(fc.constantFrom('标', '礼金', '第1', '取水许可', '例', '没有的字')),
  manifestation: some(fc.constantFrom('第2', '降低标准')),
  powerName: some(fc.constantFrom('招标', '审批')),
  departmentIds: some(fc.subarray(['a', 'w', ''], { minLength: 1 })),
  categoryCodes: some(fc.subarray(['integrity-awareness', 'post-duties', ''], { minLength: 1 })),
  gradeCodes: some(fc.subarray(['high', 'medium', 'low', ''], { minLength: 1 })),
  stages: some(fc.subarray(['declared', 'accepted', ''] as const, { minLength: 1 })),
  toConfirm: some(fc.boolean()),
  hasMeasure: some(fc.boolean()),
  likelihood: some(fc.constant(6)),
  consequence: some(fc.constantFrom(15, 40)),
  entryStates: some(fc.subarray(['draft', 'submitted', 'inspection-review'] as const, { minLength: 1 })),
  reviewOverdue: some(fc.boolean()),
  toReExamine: some(fc.boolean()),
  expectedGrades: some(fc.subarray(['medium', 'low', ''], { minLength: 1 })),
  verifiedGrades: some(fc.constantFrom(['low'], [''])),
  lowered: some(fc.boolean()),
  yearMarks: some(fc.subarray(['unchanged', 'new', 'modified'] as const, { minLength: 1 })),
  gradeToConfirm: some(fc.boolean()),
}).map(({ departmentIds, ...rest }): RiskFilter => JSON.parse(JSON.stringify({ ...rest, departmentIds: departmentIds?.map((id) => ({ a: sample.approvals, w: sample.works })[id] ?? '') })) as RiskFilter)

describe('a page of the risk points', () => {
  it('is what filtering and sorting all of them by hand gives, for any filter, sort and place', async () => {
    const sorts = fc.tuple(fc.constantFrom(...riskSortColumns), fc.constantFrom('asc' as const, 'desc' as const))
    await fc.assert(fc.asyncProperty(filters, sorts, fc.nat(80), fc.integer({ min: 1, max: 40 }), async (filter, [column, direction], offset, limit) => {
      const expected = expectedRows(filter).toSorted(compare(column, direction))
      const page = await risksHandlers.list({ filter, sort: { column, direction }, offset, limit }, sample.register.call)
      expect({ total: page.total, numbers: page.rows.map(({ number }) => number) }).toEqual({ total: expected.length, numbers: expected.slice(offset, offset + limit).map(({ number }) => number) })
    }), { numRuns: 400 })
  })

  it('is the same list in chunks when everything is read', async () => {
    for (const filter of [{}, { text: '标' }, { gradeCodes: ['high', ''] }]) {
      const read: number[] = []
      for await (const chunk of eachRiskPoint(sample.register.database.read, { filter, today: '2026-06-15' })) read.push(...chunk.map(({ number }) => number))
      expect(read).toEqual(expectedRows(filter).map(({ number }) => number).toSorted((a, b) => a - b))
    }
  })
})

describe('the lists of powers and measures', () => {
  it('show every record once whatever they are sorted by, by pages as in one go', async () => {
    const lists = [
      { columns: powerSortColumns, page: (request: object) => powersHandlers.list({ offset: 0, limit: 500, filter: {}, ...request }, sample.register.call) },
      { columns: measureSortColumns, page: (request: object) => measuresHandlers.list({ offset: 0, limit: 500, filter: {}, ...request }, sample.register.call) },
    ]
    for (const { columns, page } of lists) {
      for (const column of columns) for (const direction of ['asc', 'desc']) {
        const whole = (await page({ sort: { column, direction } })).rows.map(({ number }) => number)
        expect(new Set(whole).size).toBe((await page({})).total)
        const pieces: number[] = []
        for (let offset = 0; offset < whole.length; offset += 7) pieces.push(...(await page({ sort: { column, direction }, offset, limit: 7 })).rows.map(({ number }) => number))
        expect(pieces).toEqual(whole)
      }
    }
  })

  it('count by totals what they show row by row, for every plain filter', async () => {
    const powerFilters = [{ typeCodes: ['penalty'] }, { typeCodes: [''] }, { discretion: ['yes' as const] }, { hasRisk: true }, { hasRisk: false }, { hasBenchmark: false }, { hasSteps: true }, { departmentIds: ['', sample.works] }, { text: '职权' }, { code: 'c6' }, { name: '招标', hasRisk: true }]
    for (const filter of powerFilters) {
      const { total, rows } = await powersHandlers.list({ offset: 0, limit: 500, filter }, sample.register.call)
      expect({ filter, total }).toEqual({ filter, total: rows.length })
      const read: number[] = []
      for await (const chunk of eachPower(sample.register.database.read, { filter, today: '2026-06-15' })) read.push(...chunk.map(({ number }) => number))
      expect(read).toEqual(rows.map(({ number }) => number))
    }
    const measureFilters = [{ kindCodes: [''] }, { progress: ['in-force' as const] }, { terms: ['dated' as const] }, { hasOwner: true }, { hasOwner: false }, { overdue: true }, { overdue: false }, { departmentIds: [''] }, { content: '措施1' }, { owner: '股', overdue: true }, { riskPointId: sample.point }]
    for (const filter of measureFilters) {
      const { total, rows } = await measuresHandlers.list({ offset: 0, limit: 500, filter }, sample.register.call)
      expect({ filter, total }).toEqual({ filter, total: rows.length })
      expect(total, JSON.stringify(filter)).toBeGreaterThan(0)
      const read: number[] = []
      for await (const chunk of eachMeasure(sample.register.database.read, { filter, today: '2026-06-15' })) read.push(...chunk.map(({ number }) => number))
      expect(read).toEqual(rows.map(({ number }) => number))
    }
  })

  it('keep records without a value behind the others in both directions', async () => {
    for (const direction of ['asc', 'desc'] as const) {
      const { rows } = await measuresHandlers.list({ offset: 0, limit: 500, filter: {}, sort: { column: 'dueOn', direction } }, sample.register.call)
      const days = rows.map(({ dueOn }) => dueOn)
      const dated = days.filter((day) => day !== null)
      expect(days.slice(0, dated.length)).toEqual(direction === 'asc' ? dated.toSorted() : dated.toSorted().toReversed())
      expect(dated.length).toBeGreaterThan(3)
    }
  })
})
