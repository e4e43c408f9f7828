import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '#core/database/database.ts'
import { changeMeasure, createMeasure, linkMeasure, reinstateMeasures, unlinkMeasure, withdrawMeasures } from '#core/measures/measure-records.ts'
import { changePower, createPower, reinstatePowers, withdrawPowers } from '#core/powers/power-records.ts'
import { changeRiskPoint, createRiskPoint, reinstateRiskPoints, withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { declareGrade, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())

interface World { powers: string[]; points: string[]; measures: string[] }
type Step = (world: World, values: readonly number[]) => Promise<void>

/** Everything a person or an import can do to what the totals count. What the rules refuse changes nothing and is fine. */
function steps({ register, approvals, works }: Sample): Step[] {
  const departments = [approvals, works, null]
  const run = async <T>(work: (change: Change) => Promise<T>): Promise<T | undefined> => {
    try { return await register.change(work) } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
  return [
    async (world, [a = 0, b = 0]) => {
      const id = await run((change) => createPower(change, { name: '职权', departmentId: pick(departments, a), discretion: pick(['yes', 'no', 'unknown'] as const, b), steps: a % 2 ? [{ name: '受理' }] : [] }))
      if (id) world.powers.push(id)
    },
    async (world, [a = 0, b = 0]) => { await run((change) => changePower(change, { id: pick(world.powers, a), patch: { departmentId: pick(departments, b), benchmarkNo: b % 2 ? '基准' : null, typeCode: b % 2 ? 'penalty' : null } })) },
    async (world, [a = 0]) => { await run((change) => withdrawPowers(change, [pick(world.powers, a)])) },
    async (world, [a = 0]) => { await run((change) => reinstatePowers(change, [pick(world.powers, a)])) },
    async (world, [a = 0, b = 0]) => {
      const id = await run((change) => createRiskPoint(change, { powerId: pick(world.powers, a), manifestation: '表现', categoryCode: b % 2 ? 'post-duties' : null, confirmCode: b % 3 ? null : 'grade.split' }))
      if (id) world.points.push(id)
    },
    async (world, [a = 0, b = 0, c = 0]) => { await run((change) => changeRiskPoint(change, { id: pick(world.points, a), patch: { powerId: pick(world.powers, b), departmentId: pick(departments, c), confirmCode: c % 2 ? null : 'power.ambiguous' } })) },
    async (world, [a = 0]) => { await run((change) => withdrawRiskPoints(change, [pick(world.points, a)])) },
    async (world, [a = 0]) => { await run((change) => reinstateRiskPoints(change, [pick(world.points, a)])) },
    async (world, [a = 0, b = 0]) => declareGrade(register, pick(world.points, a), pick([{ code: 'high', rank: 3 }, { code: 'low', rank: 1 }], b), b % 2 ? { likelihood: 6, consequence: 40 } : {}),
    async (world, [a = 0, b = 0]) => {
      const id = await run((change) => createMeasure(change, { content: '措施', departmentId: pick(departments, a), riskPointIds: [pick(world.points, b)], owner: a % 2 ? '股长' : null }))
      if (id) world.measures.push(id)
    },
    async (world, [a = 0, b = 0]) => { await run((change) => changeMeasure(change, { id: pick(world.measures, a), patch: { progress: pick(['planned', 'done'] as const, b), dueOn: b % 4 ? `2026-0${1 + b % 9}-01` : null, owner: b % 3 ? '主任' : null, kindCode: 'prevention', riskPointIds: b % 2 ? world.points.slice(0, 2) : [] } })) },
    async (world, [a = 0, b = 0]) => { await run((change) => linkMeasure(change, { riskPointId: pick(world.points, a), measureId: pick(world.measures, b), position: 0, basis: 'shared' })) },
    async (world, [a = 0, b = 0]) => { await run((change) => unlinkMeasure(change, { riskPointId: pick(world.points, a), measureId: pick(world.measures, b) })) },
    async (world, [a = 0]) => { await run((change) => withdrawMeasures(change, [pick(world.measures, a)])) },
    async (world, [a = 0]) => { await run((change) => reinstateMeasures(change, [pick(world.measures, a)])) },
  ]
}

function pick<T>(from: readonly T[], at: number): T {
  const found = from[at % from.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** The same figures counted row by row; each pair must be the same. */
const recounts = [
  [
    'SELECT category_code, grade_code, grading_stage, confirm_code, has_measure, points FROM risk_point_total WHERE points <> 0',
    `SELECT coalesce(category_code, '') AS category_code, coalesce(grade_code, '') AS grade_code, coalesce(grading_stage, '') AS grading_stage, coalesce(confirm_code, '') AS confirm_code,
      EXISTS (SELECT 1 FROM risk_point_measure l JOIN control_measure m ON m.id = l.measure_id AND m.state = 'in-force' WHERE l.risk_point_id = r.id) AS has_measure, count(*) AS points
      FROM risk_point r WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5`,
  ],
  [
    'SELECT department_id, grade_code, points FROM risk_point_department_total WHERE points <> 0',
    "SELECT coalesce(department_id, '') AS department_id, coalesce(grade_code, '') AS grade_code, count(*) AS points FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2",
  ],
  [
    'SELECT likelihood, consequence, grade_code, points FROM risk_point_cell_total WHERE points <> 0',
    "SELECT coalesce(likelihood, 0.0) AS likelihood, coalesce(consequence, 0.0) AS consequence, coalesce(grade_code, '') AS grade_code, count(*) AS points FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3",
  ],
  [
    'SELECT type_code, discretion, has_benchmark, has_risk, has_step, powers FROM power_total WHERE powers <> 0',
    `SELECT coalesce(type_code, '') AS type_code, discretion, benchmark_no IS NOT NULL AS has_benchmark,
      EXISTS (SELECT 1 FROM risk_point r WHERE r.power_id = p.id AND r.state = 'in-force') AS has_risk, EXISTS (SELECT 1 FROM process_step s WHERE s.power_id = p.id) AS has_step, count(*) AS powers
      FROM power p WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5`,
  ],
  [
    'SELECT department_id, powers FROM power_department_total WHERE powers <> 0',
    "SELECT coalesce(department_id, '') AS department_id, count(*) AS powers FROM power WHERE state = 'in-force' GROUP BY 1",
  ],
  [
    'SELECT kind_code, progress, term, has_owner, measures FROM control_measure_total WHERE measures <> 0',
    "SELECT coalesce(kind_code, '') AS kind_code, progress, term, owner IS NOT NULL AS has_owner, count(*) AS measures FROM control_measure WHERE state = 'in-force' GROUP BY 1, 2, 3, 4",
  ],
  [
    'SELECT department_id, measures FROM control_measure_department_total WHERE measures <> 0',
    "SELECT coalesce(department_id, '') AS department_id, count(*) AS measures FROM control_measure WHERE state = 'in-force' GROUP BY 1",
  ],
  [
    'SELECT due_on, measures FROM measure_due_total WHERE measures <> 0',
    "SELECT due_on, count(*) AS measures FROM control_measure WHERE state = 'in-force' AND due_on IS NOT NULL AND progress <> 'done' GROUP BY 1",
  ],
  [
    "SELECT block, records FROM record_block_total WHERE list = 'risk_point' AND records <> 0",
    "SELECT number / 4096 AS block, count(*) AS records FROM risk_point WHERE state = 'in-force' GROUP BY 1",
  ],
  [
    "SELECT block, records FROM record_block_total WHERE list = 'control_measure' AND records <> 0",
    "SELECT number / 4096 AS block, count(*) AS records FROM control_measure WHERE state = 'in-force' GROUP BY 1",
  ],
  ['SELECT id, risk_count AS n FROM power', "SELECT id, (SELECT count(*) FROM risk_point r WHERE r.power_id = p.id AND r.state = 'in-force') AS n FROM power p"],
  [
    'SELECT id, measure_count AS n FROM risk_point',
    "SELECT id, (SELECT count(*) FROM risk_point_measure l JOIN control_measure m ON m.id = l.measure_id WHERE l.risk_point_id = r.id AND m.state = 'in-force') AS n FROM risk_point r",
  ],
  [
    'SELECT id, risk_count AS n FROM control_measure',
    "SELECT id, (SELECT count(*) FROM risk_point_measure l JOIN risk_point r ON r.id = l.risk_point_id WHERE l.measure_id = m.id AND r.state = 'in-force') AS n FROM control_measure m",
  ],
] as const

describe('the totals kept', () => {
  it('equal a recount after any sequence of changes', async () => {
    const { connection } = sample.register.database
    const all = steps(sample)
    const world: World = { powers: [sample.licence, sample.tender], points: [sample.point], measures: [sample.measure] }
    const sequence = fc.array(fc.tuple(fc.nat(all.length - 1), fc.array(fc.nat(50), { minLength: 3, maxLength: 3 })), { minLength: 5, maxLength: 30 })
    await fc.assert(fc.asyncProperty(sequence, async (taken) => {
      for (const [step, values] of taken) await all[step]?.(world, values)
      for (const [kept, recount] of recounts) {
        const rows = (query: string) => connection.prepare<[], Record<string, unknown>>(query).all().map((row) => JSON.stringify(row)).toSorted()
        expect(rows(kept)).toEqual(rows(recount))
      }
    }), { numRuns: 40 })
  })
})
