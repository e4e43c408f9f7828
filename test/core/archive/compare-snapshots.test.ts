import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { archiveBefore } from '#core/archive/archives.ts'
import { compareSnapshots } from '#core/archive/compare-snapshots.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { liveSnapshot } from '#core/archive/live-snapshot.ts'
import type { RegisterSnapshot, SnapshotRiskPoint } from '#core/archive/snapshot.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { aPoint, finish, itemFor, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

test('points are matched by their records: new, cancelled, raised, lowered, unchanged', async () => {
  await withGradedRegister(async (register) => {
    const { points, powers } = await smallRegister(register)
    await finish(freezeYear(register.core, officer, 2025))
    const approved = { reason: '整改到位', approver: '主要领导' }
    const items = [await itemFor(register, points[0], { likelihood: 1, consequence: 7 }), await itemFor(register, points[1], { likelihood: 10, consequence: 100 }), await itemFor(register, points[4], { likelihood: 10, consequence: 100 })]
    await register.change((change) => gradePoints(change, { items, ...approved }))
    await register.change((change) => withdrawRiskPoints(change, [points[2]]))
    await aPoint(register, { powerId: powers.penalty, manifestation: '有案不立' })
    await aPoint(register, { powerId: powers.penalty, manifestation: '新查找的风险' })
    const earlier = await archiveBefore(register.database.read, 2026)
    if (earlier === undefined) throw new Error('no earlier year')
    const comparison = await compareSnapshots(earlier, liveSnapshot(register.database.read, { year: 2026, today: '2026-06-15' }))
    expect(comparison).toEqual({ earlierTotal: 5, added: 2, cancelled: 1, raised: 1, lowered: 1, unchanged: 2 })
  })
})

test('the year before is the latest frozen one, and never the year itself', async () => {
  await withGradedRegister(async (register) => {
    for (const year of [2019, 2023, 2025]) await finish(freezeYear(register.core, officer, year))
    const before = async (year: number) => (await archiveBefore(register.database.read, year))?.year
    expect([await before(2026), await before(2025), await before(2024), await before(2019)]).toEqual([2025, 2023, 2023, undefined])
  })
})

/** A snapshot of nothing but graded points. */
function snapshotOf(year: number, ranks: ReadonlyMap<string, number | null>): RegisterSnapshot {
  const points = [...ranks].map(([id, rank]) => ({ id, grading: rank === null ? null : { finalRank: rank } })) as unknown as SnapshotRiskPoint[]
  return {
    source: 'archive', year, takenOn: '',
    rows: async function* (entity) { if (entity === 'risk-point') yield points as never },
    count: (entity) => Promise.resolve(entity === 'risk-point' ? points.length : 0),
  }
}

test('both years always add up', async () => {
  const ranks = fc.dictionary(fc.constantFrom(...'abcdefghij'), fc.constantFrom(null, 1, 2, 3)).map((entries) => new Map(Object.entries(entries)))
  await fc.assert(fc.asyncProperty(ranks, ranks, async (before, after) => {
    const { earlierTotal, added, cancelled, raised, lowered, unchanged } = await compareSnapshots(snapshotOf(2025, before), snapshotOf(2026, after))
    expect(earlierTotal).toBe(before.size)
    expect(cancelled + raised + lowered + unchanged).toBe(before.size)
    expect(added + raised + lowered + unchanged).toBe(after.size)
    for (const count of [added, cancelled, raised, lowered, unchanged]) expect(count).toBeGreaterThanOrEqual(0)
  }))
})
