import type { Database as Connection } from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureOf, rowsBehind } from '#core/assessment/indicators/figures.ts'
import { readMoment } from '#core/assessment/indicators/moment.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { indicatorCodes } from '#shared/model/assessment/indicators.ts'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { officer } from '../helpers/register.ts'
import { freeze2026, withAssessed } from './assessed-register.ts'
import type { Assessed } from './assessed-register.ts'

const held = Promise.withResolvers<Assessed>()
const over = Promise.withResolvers<void>()
let running: Promise<void>
beforeAll(async () => {
  running = withAssessed(async (assessed) => {
    await freeze2026(assessed)
    held.resolve(assessed)
    await over.promise
  })
  await Promise.race([held.promise, running])
})
afterAll(async () => {
  over.resolve()
  await running
})

/**
 * Every figure a second time, in plain SQL over all departments at once: id of the department, and whether the record
 * counts. The register was frozen on 20 June 2026.
 */
const independent: Record<IndicatorCode, string> = {
  flowchart: 'SELECT p.department_id d, count(s.id) > 0 c FROM power p LEFT JOIN process_step s ON s.power_id = p.id GROUP BY p.id',
  'legal-basis': 'SELECT p.department_id d, count(b.id) > 0 c FROM power p LEFT JOIN legal_basis b ON b.power_id = p.id GROUP BY p.id',
  benchmark: "SELECT department_id d, length(benchmark_no) > 0 AND benchmark_calibrated_on > '' c FROM power WHERE discretion = 'yes'",
  'powers-with-points': 'SELECT p.department_id d, count(r.id) > 0 c FROM power p LEFT JOIN risk_point r ON r.power_id = p.id GROUP BY p.id',
  'no-case': "SELECT department_id d, name <> '对擅自取水的处罚' c FROM power",
  'points-with-post': 'SELECT r.department_id d, p.id IS NOT NULL c FROM risk_point r LEFT JOIN post p ON p.id = r.post_id',
  'points-graded': 'SELECT r.department_id d, g.id IS NOT NULL c FROM risk_point r LEFT JOIN grading g ON g.id = r.grading_id',
  'points-with-measures': 'SELECT r.department_id d, count(m.measure_id) > 0 c FROM risk_point r LEFT JOIN risk_point_measure m ON m.risk_point_id = r.id GROUP BY r.id',
  'heaviest-measures': "SELECT r.department_id d, count(m.measure_id) > 0 c FROM risk_point r JOIN grading g ON g.id = r.grading_id AND g.final_grade = 'high' LEFT JOIN risk_point_measure m ON m.risk_point_id = r.id GROUP BY r.id",
  'reviewed-in-time': "SELECT department_id d, manifestation = '现场核查走过场' c FROM risk_point WHERE title = '现场核查' OR manifestation IN ('超时办结', '发证把关不严')",
  'points-published': "SELECT r.department_id d, count(p.id) > 0 c FROM risk_point r LEFT JOIN review_decision p ON p.risk_point_id = r.id AND p.action = 'publish' WHERE r.determined_grade > '' GROUP BY r.id",
  'points-filed': "SELECT r.department_id d, count(p.id) > 0 c FROM risk_point r LEFT JOIN review_decision p ON p.risk_point_id = r.id AND p.action = 'file' WHERE r.determined_grade > '' GROUP BY r.id",
  'grades-confirmed': "SELECT department_id d, 1 - grade_to_confirm c FROM risk_point WHERE coalesce(year_mark, '') <> 'new'",
  're-examinations': "SELECT r.department_id d, e.settled_at > '' c FROM re_examination e JOIN risk_point r ON r.id = e.risk_point_id WHERE e.opened_at > '2026'",
  'grade-change-reason': "SELECT r.department_id d, length(trim(g.reason)) > 0 c FROM grading g JOIN risk_point r ON r.id = g.risk_point_id WHERE g.direction IN ('raised', 'lowered') AND g.graded_on > '2026'",
  'measures-owner': "SELECT department_id d, length(trim(coalesce(owner, ''))) > 0 OR owner_post_id > '' c FROM control_measure",
  'measures-on-time': "SELECT department_id d, progress = 'done' c FROM control_measure WHERE due_on < '2026-06-20'",
  'measures-evidenced': `SELECT m.department_id d, count(e.id) > 0 AND count(f.id) = count(e.id) c FROM control_measure m
    LEFT JOIN (SELECT * FROM measure_execution WHERE id NOT IN (SELECT execution_id FROM execution_withdrawal)) e ON e.measure_id = m.id AND e.done_on > '2026'
    LEFT JOIN attachment f ON f.entity_id = e.id WHERE m.due_on < '2026-06-20' OR e.id > '' GROUP BY m.id`,
  'warnings-settled': "SELECT department_id d, object IN ('按期办结', '领导批准迟', '等待批准', '上年逾期本年升级') c FROM warning WHERE issued_on > '' AND coalesce(closed_on, '2026') >= '2026'",
  'warnings-not-escalated': "SELECT department_id d, object NOT IN ('逾期剖析', '上年逾期本年升级') c FROM warning WHERE issued_on > '' AND coalesce(closed_on, '2026') >= '2026'",
  'rectified-in-time': "SELECT department_id d, problem = '按期销号' c FROM rectification WHERE problem NOT IN ('按期整改待销号', '未到期', '上年销号')",
  'adjustments-in-time': "SELECT department_id d, settled_at < '2026-06-19' c FROM adjustment_task WHERE due_on <= '2026-12-31' AND (state <> 'open' OR due_on < '2026-06-20')",
  'posts-with-holder': 'SELECT p.department_id d, count(h.id) > 0 c FROM post p LEFT JOIN post_holding h ON h.post_id = p.id GROUP BY p.id',
}

function countIndependently(connection: Connection, code: IndicatorCode, departmentId: string) {
  return connection.prepare<[string], { counts: number; all: number }>(`SELECT coalesce(sum(coalesce(c, 0)), 0) counts, count(*) "all" FROM (${independent[code]}) WHERE d = ?`).get(departmentId)
}

test.each(indicatorCodes)('the figure %s of a frozen year is what an independent query counts, and its rows are those it counted', async (code) => {
  const { register, small } = await held.promise
  const source = await frozenCore(register.core, officer, 2026)
  const moment = await readMoment(source, 2026)
  for (const departmentId of [small.permits, small.inspectors]) {
    const figure = await figureOf(source.database.read, code, { departmentId, moment })
    expect(figure).toEqual(countIndependently(source.database.connection, code, departmentId))
    const order = { departmentId, moment, offset: 0, limit: 100 }
    const rows = await rowsBehind(source.database.read, code, order)
    expect(rows.total).toBe(figure.all)
    expect(rows.rows.filter(({ counts }) => counts)).toHaveLength(figure.counts)
    expect(await rowsBehind(source.database.read, code, { ...order, counts: false })).toMatchObject({ total: figure.all - figure.counts })
    for (const { label } of rows.rows) expect(label).not.toBe('')
  }
})

test('the test register has something to count and something that fails for nearly every figure', async () => {
  const { register, small } = await held.promise
  const source = await frozenCore(register.core, officer, 2026)
  const moment = await readMoment(source, 2026)
  const told = await Promise.all(indicatorCodes.map(async (code) => {
    const figures = await Promise.all([small.permits, small.inspectors].map((departmentId) => figureOf(source.database.read, code, { departmentId, moment })))
    return [code, figures.reduce((sum, { counts }) => sum + counts, 0), figures.reduce((sum, { all }) => sum + all, 0)]
  }))
  expect(told).toEqual([
    ['flowchart', 1, 3], ['legal-basis', 1, 3], ['benchmark', 0, 2], ['powers-with-points', 2, 3], ['no-case', 2, 3], ['points-with-post', 1, 5], ['points-graded', 4, 5], ['points-with-measures', 3, 5],
    ['heaviest-measures', 1, 2], ['reviewed-in-time', 1, 3], ['points-published', 1, 2], ['points-filed', 0, 2], ['grades-confirmed', 0, 1], ['re-examinations', 1, 2], ['grade-change-reason', 1, 2],
    ['measures-owner', 1, 5], ['measures-on-time', 1, 3], ['measures-evidenced', 1, 4],
    ['warnings-settled', 4, 6], ['warnings-not-escalated', 4, 6], ['rectified-in-time', 1, 4], ['adjustments-in-time', 1, 3], ['posts-with-holder', 0, 1],
  ])
})

test('figures and the rows behind them are searched by index and never scan what grows', async () => {
  const { register, small } = await held.promise
  const { db, plans } = planningDatabase(register.database.connection)
  const moment = await readMoment(register.core, 2026)
  for (const code of indicatorCodes) {
    await figureOf(db, code, { departmentId: small.permits, moment })
    await rowsBehind(db, code, { departmentId: small.permits, moment, offset: 0, limit: 50 })
  }
  expect(plans.length).toBe(indicatorCodes.length * 3)
  expect(stepsOf(plans).filter((step) => /^SCAN (?!json_each)/u.test(step))).toEqual([])
})
