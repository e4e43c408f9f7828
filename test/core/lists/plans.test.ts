import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHistory } from '#core/history/entries.ts'
import { countRows } from '#core/lists/count-rows.ts'
import { eachChunkOfNumbers } from '#core/lists/each-chunk.ts'
import { readFilter } from '#core/lists/filter-rules.ts'
import type { ListKind } from '#core/lists/list-kind.ts'
import { pageNumbers } from '#core/lists/page-numbers.ts'
import { measureDetail, servedPoints } from '#core/measures/measure-detail.ts'
import { measureList } from '#core/measures/measure-list.ts'
import { measureRows } from '#core/measures/measure-rows.ts'
import { readOverview } from '#core/overview/overview.ts'
import { powerDetail, powerRecords } from '#core/powers/power-detail.ts'
import { powerList } from '#core/powers/power-list.ts'
import { powerRows } from '#core/powers/power-rows.ts'
import { riskDetail } from '#core/risks/risk-detail.ts'
import { riskList } from '#core/risks/risk-list.ts'
import { riskRows } from '#core/risks/risk-rows.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

const today = '2026-06-15'
let sample: Sample
beforeAll(async () => { sample = await openSample() })
afterAll(() => sample.register.close())

async function plansOf(work: (db: ReturnType<typeof planningDatabase>['db']) => Promise<unknown>): Promise<string[]> {
  const { db, plans } = planningDatabase(sample.register.database.connection)
  await work(db)
  return stepsOf(plans)
}

async function readAll(chunks: AsyncGenerator<number[], void, void>): Promise<void> {
  while (!(await chunks.next()).done) continue
}

interface Asked<F, C> { filter: F; column: C; direction?: 'asc' | 'desc'; total: number; offset?: number }

/** The plan of the query that finds a page's numbers; how many records pass decides its way. */
const pagePlan = <F extends object, C extends string>(list: ListKind<F, C>, { filter, column, direction = 'asc', total, offset = 0 }: Asked<F, C>) =>
  plansOf((db) => pageNumbers(db, list, { selection: readFilter(list.filters, filter, today), sort: { column, direction }, offset, limit: 50, total }))

const manyPass = 1e9
const fewPass = 1
const lists = [riskList, powerList, measureList] as readonly ListKind<object, string>[]
const ofRegister = (steps: readonly string[]): string[] => steps.filter((step) => !step.includes('_total'))

describe('a page without a filter', () => {
  it.each(lists)('of $table walks a covering index in the order of any of its sorts', async (list) => {
    for (const column of Object.keys(list.sorts)) for (const direction of ['asc', 'desc'] as const) {
      const plan = ofRegister(await pagePlan(list, { filter: {}, column, direction, total: manyPass }))
      expect(plan.filter((step) => /^(SCAN|SEARCH) r /.test(step)).every((step) => step.startsWith('SEARCH r USING COVERING INDEX')), `${column} ${direction}: ${plan.join(' | ')}`).toBe(true)
      expect(plan.join(), `${column} ${direction}`).not.toContain('TEMP B-TREE')
    }
  })
})

describe('a filtered page', () => {
  it('is read from one index where filter and sort share it', async () => {
    const department = [sample.approvals]
    const shared = [
      [riskList, { filter: { departmentIds: department }, column: 'grade', total: fewPass }, 'risk_point_by_department (state=? AND department_id=?'],
      [riskList, { filter: { departmentIds: department }, column: 'department', total: fewPass }, 'risk_point_by_department (state=? AND department_id=?'],
      [riskList, { filter: { categoryCodes: ['post-duties'] }, column: 'grade', total: manyPass }, 'risk_point_by_category (state=? AND category_code=?'],
      [riskList, { filter: { gradeCodes: ['high'] }, column: 'number', total: manyPass }, 'risk_point_by_grade_code (state=? AND grade_code=?'],
      [riskList, { filter: { powerId: sample.licence }, column: 'number', total: fewPass }, 'risk_point_by_power (power_id=? AND state=?'],
      [powerList, { filter: { typeCodes: ['licence'] }, column: 'number', total: manyPass }, 'power_by_type (state=? AND type_code=?'],
      [powerList, { filter: { departmentIds: department }, column: 'department', total: fewPass }, 'power_by_department (state=? AND department_id=?'],
      [measureList, { filter: { kindCodes: ['prevention'] }, column: 'number', total: manyPass }, 'control_measure_by_kind (state=? AND kind_code=?'],
      [measureList, { filter: { overdue: true }, column: 'dueOn', total: fewPass }, 'control_measure_open_by_due (state=? AND due_on>? AND due_on<?'],
      [measureList, { filter: { progress: ['planned'] }, column: 'dueOn', total: manyPass }, 'control_measure_by_progress (state=? AND progress=?'],
    ] as const
    for (const [list, asked, index] of shared) {
      const plan = await pagePlan(list as unknown as ListKind<object, string>, asked)
      expect(plan.join(' | ')).toContain(index)
      expect(plan.join(' | ')).not.toContain('TEMP B-TREE')
    }
  })

  it('walks the index of the sort where many pass, without sorting', async () => {
    const filters = [{ gradeCodes: ['low', 'medium'] }, { hasMeasure: true }, { stages: ['accepted' as const] }, { departmentIds: [sample.approvals, sample.works] }, { gradeCodes: ['low'], hasMeasure: true }, { text: '审查' }]
    for (const filter of filters) for (const column of ['grade', 'category', 'department', 'measureCount', 'updatedAt'] as const) {
      const plan = await pagePlan(riskList, { filter, column, direction: 'desc', total: manyPass })
      expect(plan.join(), `${JSON.stringify(filter)} ${column}`).not.toContain('TEMP B-TREE')
      expect(plan.join(), `${JSON.stringify(filter)} ${column}`).not.toMatch(/SCAN r\b/)
    }
  })

  it('checks a grade within a department or category from the index alone', async () => {
    for (const column of ['department', 'category', 'grade'] as const) {
      const plan = await pagePlan(riskList, { filter: { gradeCodes: ['high'] }, column, total: manyPass })
      expect(plan.filter((step) => step.startsWith('SEARCH r')).every((step) => step.includes('COVERING INDEX')), plan.join(' | ')).toBe(true)
    }
  })

  it('gathers by the index of the filter where few pass', async () => {
    const few = [
      [{ departmentIds: [sample.approvals] }, 'risk_point_by_department (state=? AND department_id=?'],
      [{ powerId: sample.licence }, 'risk_point_by_power (power_id=? AND state=?'],
      [{ postIds: [sample.approvalPost] }, 'risk_point_by_post (post_id=? AND state=?'],
      [{ toConfirm: true }, 'risk_point_to_confirm'],
      [{ likelihood: 6, consequence: 40 }, 'risk_point_by_cell (state=? AND likelihood=? AND consequence=?'],
    ] as const
    for (const [filter, index] of few) {
      const plan = await pagePlan(riskList, { filter: { ...filter } as object, column: 'updatedAt', total: fewPass })
      expect(plan.join(' | ')).toContain(`SEARCH r USING INDEX ${index}`)
    }
  })

  it('by text streams what the search table finds in the order of numbers', async () => {
    for (const list of lists) {
      const plan = await pagePlan(list, { filter: { text: '审批' }, column: 'number', total: manyPass })
      expect(plan).toHaveLength(2)
      expect(plan[0]).toContain('VIRTUAL TABLE INDEX')
      expect(plan[1]).toMatch(/^SEARCH r USING .*rowid=\?\)$/)
    }
  })
})

describe('counting', () => {
  it('reads only the totals for filters they know', async () => {
    const known = [{}, { departmentIds: ['x'] }, { categoryCodes: ['x', ''] }, { gradeCodes: ['high'], hasMeasure: false }, { stages: ['' as const] }, { toConfirm: true }, { likelihood: 6, consequence: 40 }, { departmentIds: ['x'], gradeCodes: ['high'] }]
    for (const filter of known) {
      const plan = await plansOf((db) => countRows(db, riskList, readFilter(riskList.filters, filter, today)))
      expect(plan, JSON.stringify(filter)).toHaveLength(1)
      expect(plan[0]).toMatch(/^(SCAN|SEARCH) risk_point_(department_|cell_)?total/)
    }
  })

  it('reads only the search table where text is all that is asked for', async () => {
    for (const list of lists) {
      const plan = await plansOf((db) => countRows(db, list, readFilter<object>(list.filters, { text: '审批' }, today)))
      expect(plan).toHaveLength(1)
      expect(plan[0]).toContain(`SCAN ${list.search} VIRTUAL TABLE INDEX`)
    }
  })

  it('searches an index for the rest', async () => {
    const steps = [
      ...await plansOf((db) => countRows(db, riskList, readFilter(riskList.filters, { powerId: 'x' }, today))),
      ...await plansOf((db) => countRows(db, riskList, readFilter(riskList.filters, { postIds: ['x'] }, today))),
      ...await plansOf((db) => countRows(db, measureList, readFilter(measureList.filters, { overdue: true }, today))),
    ]
    expect(steps).toHaveLength(3)
    for (const step of steps) expect(step).toMatch(/^SEARCH r USING (COVERING )?INDEX/)
  })
})

describe('what is fetched for a page or a record', () => {
  it('is searched by key: no table of the register is scanned', async () => {
    const steps = await plansOf(async (db) => {
      await riskRows(db, [1, 2])
      await powerRows(db, [1, 2])
      await powerRecords(db, [1, 2])
      await measureRows(db, [1, 2], today)
      await servedPoints(db, [sample.measure])
      await powerDetail(db, sample.licence, today)
      await riskDetail(db, sample.point, today)
      await measureDetail(db, sample.measure, today)
      await readHistory(db, { entityId: sample.point, limit: 50 })
      await readHistory(db, { beforeNumber: 9, limit: 50 })
    })
    expect(steps.filter((step) => step.startsWith('SCAN') && !step.includes('json_each') && !step.startsWith('SCAN audit_entry'))).toEqual([])
    expect(steps.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(30)
    expect(steps.filter((step) => step.endsWith('(state=?)'))).toEqual([])
  })

  it('is the totals, read once, for the overview', async () => {
    const scanned = (await plansOf((db) => readOverview(db, today))).filter((step) => step.startsWith('SCAN')).map((step) => step.split(' ')[1])
    expect(scanned).toEqual(['risk_point_total', 'risk_point_department_total', 'risk_point_cell_total', 'power_total', 'control_measure_total', 'department', 'risk_figure_total', 'o', 'warning_total'])
  })

  it('continues behind the last number when everything is read', async () => {
    for (const list of lists) {
      const plan = await plansOf((db) => readAll(eachChunkOfNumbers(db, list, readFilter(list.filters, {}, today))))
      expect(plan.join()).toMatch(/SEARCH r USING .*rowid>\?/)
      expect(plan.join()).not.toContain('TEMP B-TREE')
    }
  })
})
