import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { Comparison, Difference, DifferenceFilter } from '#shared/contract/years.ts'
import { differenceKinds } from '#shared/contract/years.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { changeMeasure, createMeasure, withdrawMeasures } from '#core/measures/measure-records.ts'
import { changeRiskPoint, withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { compareYears } from '#core/years/compare-years.ts'
import { differences } from '#core/years/differences.ts'
import { exportComparison } from '#core/years/export-comparison.ts'
import { aPoint, finish, itemFor, refusalOf, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

const compare = async (register: TestRegister, from: number, to: number | null = null): Promise<Comparison> => (await finish(compareYears(register.core, officer, { from, to }))).result
const rowsOf = async (register: TestRegister, { id }: Comparison, filter: DifferenceFilter = {}): Promise<Difference[]> => (await differences(register.core, { comparisonId: id, filter, offset: 0, limit: 500 })).rows

/** 2025 is frozen; since then one point rose, one fell, one is new, one is cancelled, two are otherwise changed. */
async function changedSince2025(register: TestRegister) {
  const small = await smallRegister(register)
  const { points, powers, measures } = small
  await finish(freezeYear(register.core, officer, 2025))
  register.clock.pass(86_400_000)
  const items = [await itemFor(register, points[0], { likelihood: 1, consequence: 7 }), await itemFor(register, points[1], { likelihood: 10, consequence: 100 })]
  await register.change((change) => gradePoints(change, { items, reason: '整改到位', approver: '主要领导' }))
  await register.change((change) => withdrawRiskPoints(change, [points[4]]))
  const added = await aPoint(register, { powerId: powers.penalty, departmentId: small.inspectors, manifestation: '新查找的风险' })
  await register.change((change) => changeRiskPoint(change, { id: points[3], patch: { manifestation: '有案不立、压案不查' } }))
  await register.change((change) => changeMeasure(change, { id: measures.late, patch: { content: '修订并公布发证规程' } }))
  await register.change((change) => withdrawMeasures(change, [measures.done]))
  await register.change((change) => createMeasure(change, { content: '双人复核', riskPointIds: [points[2]] }))
  return { ...small, added }
}

describe('comparing a year with today', () => {
  test('tells which points are new, cancelled, raised, lowered and changed, by department', async () => {
    await withGradedRegister(async (register) => {
      const { permits, inspectors } = await changedSince2025(register)
      const found = await compare(register, 2025)
      expect(found).toMatchObject({ from: 2025, to: null, earlierTotal: 5, laterTotal: 5, unchanged: 0, totals: { new: 1, cancelled: 1, raised: 1, lowered: 1, measures: 1, text: 1 } })
      expect(found.byDepartment.map(({ departmentId, points, ...counts }) => [departmentId, points, counts.new, counts.cancelled, counts.raised, counts.lowered, counts.measures, counts.text])).toEqual([
        [permits, 3, 0, 0, 1, 1, 1, 0], [inspectors, 2, 1, 1, 0, 0, 0, 1],
      ])
    })
  })

  test('names the reason of each: what was written with the grade, or who did what and when', async () => {
    await withGradedRegister(async (register) => {
      const { points, added } = await changedSince2025(register)
      const rows = new Map((await rowsOf(register, await compare(register, 2025))).map((row) => [row.id, row]))
      expect(rows.get(points[0])).toMatchObject({ kinds: ['lowered'], gradeBefore: 'high', gradeAfter: 'low', reason: { action: 'grading.declared', text: '整改到位', by: '测试员', approver: '主要领导' }, stands: true })
      expect(rows.get(points[1])).toMatchObject({ kinds: ['raised'], gradeBefore: 'medium', gradeAfter: 'high' })
      expect(rows.get(points[2])).toMatchObject({ kinds: ['measures'], measuresAdded: ['双人复核'], measuresGone: ['公开办事指南'], measuresChanged: ['修订并公布发证规程'], fields: [] })
      expect(rows.get(points[3])).toMatchObject({ kinds: ['text'], fields: ['manifestation'], manifestation: '有案不立、压案不查', reason: { action: 'risk-point.change', by: '测试员' } })
      expect(rows.get(points[4])).toMatchObject({ kinds: ['cancelled'], manifestation: '处罚畸轻畸重', gradeAfter: null, reason: { action: 'risk-point.withdraw' }, stands: true })
      expect(rows.get(added)).toMatchObject({ kinds: ['new'], gradeBefore: null, reason: { action: 'risk-point.create', at: '2026-06-16T02:00:00.000Z' } })
    })
  })

  test('a page lists what its filter asks for, and a comparison that was let go is refused', async () => {
    await withGradedRegister(async (register) => {
      const { inspectors, points } = await changedSince2025(register)
      const found = await compare(register, 2025)
      expect((await rowsOf(register, found, { kinds: ['raised', 'lowered'] })).map(({ id }) => id)).toEqual([points[0], points[1]])
      expect(await rowsOf(register, found, { departmentIds: [inspectors] })).toHaveLength(3)
      expect(await differences(register.core, { comparisonId: found.id, filter: {}, offset: 4, limit: 1 })).toMatchObject({ total: 6, offset: 4, rows: [{}] })
      for (let again = 0; again < 4; again++) await compare(register, 2025)
      expect((await refusalOf(rowsOf(register, found))).code).toBe('comparison.gone')
    })
  })

  test('is written out as a workbook with every reason, and no text in it acts as a formula', async () => {
    await withGradedRegister(async (register) => {
      const { points } = await changedSince2025(register)
      await register.change((change) => changeRiskPoint(change, { id: points[3], patch: { manifestation: '=cmd()' } }))
      const { id } = await compare(register, 2025)
      for (const [locale, raised] of [['zh-CN', '升级'], ['en', 'Raised']] as const) {
        const { result: file } = await finish(exportComparison(register.core, { comparisonId: id, filter: {}, locale }))
        const { sheets: [sheet] } = await readXlsx(new Uint8Array(await file.arrayBuffer()))
        expect(sheet?.rows).toHaveLength(7)
        expect(sheet?.rows.some((row) => row.includes(raised))).toBe(true)
        expect(sheet?.rows.flat()).toContain('=cmd()')
        const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
        expect(Object.values(parts).map((part) => new TextDecoder().decode(part)).filter((xml) => /<f[ >]/u.test(xml))).toEqual([])
      }
    })
  })
})

test('a measure whose words alone were changed is told, with what it says now', async () => {
  await withGradedRegister(async (register) => {
    const { points, measures } = await smallRegister(register)
    await finish(freezeYear(register.core, officer, 2025))
    for (const patch of [{ owner: '审批岗' }, { content: '按月修订发证规程' }]) {
      await register.change((change) => changeMeasure(change, { id: measures.late, patch }))
      const found = await compare(register, 2025)
      expect(found).toMatchObject({ unchanged: 4, totals: { measures: 1, text: 0 } })
      expect(await rowsOf(register, found)).toMatchObject([{ id: points[2], kinds: ['measures'], measuresAdded: [], measuresGone: [], reason: { action: 'control-measure.change' } }])
    }
  })
})

describe('comparing two years', () => {
  test('gives the same seen from either side, and nothing where both are the same', async () => {
    await withGradedRegister(async (register) => {
      await changedSince2025(register)
      await finish(freezeYear(register.core, officer, 2026))
      const [forth, back, same] = [await compare(register, 2025, 2026), await compare(register, 2026, 2025), await compare(register, 2026)]
      expect(back.totals).toEqual({ ...forth.totals, new: forth.totals.cancelled, cancelled: forth.totals.new, raised: forth.totals.lowered, lowered: forth.totals.raised })
      expect(same).toMatchObject({ unchanged: 5, totals: { new: 0, cancelled: 0, raised: 0, lowered: 0, measures: 0, text: 0 } })
    })
  })

  test('its totals, its departments and its list always agree, and both years add up', async () => {
    const edit = fc.record({ kind: fc.constantFrom('grade', 'add', 'withdraw', 'rewrite', 'move', 'measure'), pick: fc.nat({ max: 50 }), grade: fc.constantFrom(1, 3, 6, 10) })
    await fc.assert(fc.asyncProperty(fc.array(edit, { maxLength: 20 }), async (edits) => {
      await withGradedRegister(async (register) => {
        const { powers, inspectors, permits } = await smallRegister(register)
        await finish(freezeYear(register.core, officer, 2025))
        for (const [step, { kind, pick, grade }] of edits.entries()) {
          const standing = await register.database.read.selectFrom('risk_point').select('id').where('state', '=', 'in-force').orderBy('number').execute()
          const id = standing[pick % Math.max(1, standing.length)]?.id
          if (kind === 'add' || id === undefined) { await aPoint(register, { powerId: powers.penalty, manifestation: `新${step}` }); continue }
          if (kind === 'grade') {
            const items = [await itemFor(register, id, { likelihood: grade, consequence: 40 })]
            await register.change((change) => gradePoints(change, { items, reason: '复评', approver: '主要领导' }))
          }
          if (kind === 'withdraw') await register.change((change) => withdrawRiskPoints(change, [id]))
          if (kind === 'rewrite') await register.change((change) => changeRiskPoint(change, { id, patch: { title: `标题${step}` } }))
          if (kind === 'move') await register.change((change) => changeRiskPoint(change, { id, patch: { departmentId: grade > 3 ? inspectors : permits } }))
          if (kind === 'measure') await register.change((change) => createMeasure(change, { content: `措施${step}`, riskPointIds: [id] }))
        }
        const found = await compare(register, 2025)
        const rows = await rowsOf(register, found)
        for (const kind of differenceKinds) {
          expect(rows.filter(({ kinds }) => kinds.includes(kind))).toHaveLength(found.totals[kind])
          expect(await rowsOf(register, found, { kinds: [kind] })).toHaveLength(found.totals[kind])
          expect(found.byDepartment.reduce((sum, counts) => sum + counts[kind], 0)).toBe(found.totals[kind])
        }
        const { n } = register.database.connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM risk_point WHERE state = 'in-force'").get() ?? { n: -1 }
        expect(found.laterTotal).toBe(n)
        expect(found.byDepartment.reduce((sum, { points }) => sum + points, 0)).toBe(n)
        const kept = rows.length - found.totals.new - found.totals.cancelled
        expect(found.earlierTotal).toBe(found.totals.cancelled + kept + found.unchanged)
        expect(found.laterTotal).toBe(found.totals.new + kept + found.unchanged)
      })
    }), { numRuns: 10 })
  })
})
