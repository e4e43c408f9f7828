import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFilter } from '#core/lists/filter-rules.ts'
import { pageNumbers } from '#core/lists/page-numbers.ts'
import { riskList } from '#core/risks/risk-list.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeAll(async () => {
  sample = await openSample()
  // Far apart, so that three hundred points stand in many blocks; some blocks are empty, some points withdrawn.
  const { connection } = sample.register.database
  connection.prepare(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
    INSERT INTO risk_point (number, id, power_id, manifestation, manifestation_key, created_at, updated_at)
    SELECT 100 + i * 211 + (i / 100) * 20000, 'p' || i, ?, 'x', 'x', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z' FROM n`).run(sample.licence)
  connection.exec("UPDATE risk_point SET state = 'withdrawn' WHERE number % 7 = 0; UPDATE risk_point SET state = 'in-force' WHERE number % 14 = 0")
})
afterAll(() => sample.register.close())

const selection = readFilter(riskList.filters, {}, '2026-06-15')
const inForce = (direction: 'asc' | 'desc'): number[] =>
  sample.register.database.connection.prepare<[], number>(`SELECT number FROM risk_point WHERE state = 'in-force' ORDER BY number ${direction}`).pluck().all()

describe('a jump into the whole list', () => {
  it.each(['asc', 'desc'] as const)('ends where passing over all records before would have ended, %s', async (direction) => {
    const all = inForce(direction)
    for (const offset of [0, 1, 18, 19, 20, 100, 150, all.length - 50, all.length - 1, all.length, all.length + 9]) {
      const page = await pageNumbers(sample.register.database.read, riskList, { selection, sort: { column: 'number', direction }, offset, limit: 50, total: all.length })
      expect(page, String(offset)).toEqual(all.slice(offset, offset + 50))
    }
  })

  it('begins at a number the totals tell', async () => {
    const { db, plans } = planningDatabase(sample.register.database.connection)
    await pageNumbers(db, riskList, { selection, sort: { column: 'number', direction: 'asc' }, offset: 200, limit: 50, total: 280 })
    expect(stepsOf(plans).filter((step) => / r /u.test(step))).toEqual([expect.stringMatching(/^SEARCH r USING COVERING INDEX risk_point_by_state \(state=\? AND rowid>\?\)/u)])
  })
})
