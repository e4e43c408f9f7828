import type { Database as Connection } from 'better-sqlite3'
import { blockBits } from '../database/migrations/0003-work-of-the-year/totals.ts'
import type { IntegrityProblem } from './problem.ts'

/** A count kept in a record against its recount. */
interface KeptCount { table: string; column: string; recount: string }

const keptCounts: readonly KeptCount[] = [
  { table: 'power', column: 'risk_count', recount: "SELECT count(*) FROM risk_point p WHERE p.power_id = t.id AND p.state = 'in-force'" },
  { table: 'power', column: 'step_count', recount: 'SELECT count(*) FROM process_step s WHERE s.power_id = t.id' },
  { table: 'risk_point', column: 'measure_count', recount: "SELECT count(*) FROM risk_point_measure l JOIN control_measure m ON m.id = l.measure_id WHERE l.risk_point_id = t.id AND m.state = 'in-force'" },
  { table: 'control_measure', column: 'risk_count', recount: "SELECT count(*) FROM risk_point_measure l JOIN risk_point r ON r.id = l.risk_point_id WHERE l.measure_id = t.id AND r.state = 'in-force'" },
  {
    table: 'control_measure', column: 'execution_count',
    recount: 'SELECT count(*) FROM measure_execution e WHERE e.measure_id = t.id AND NOT EXISTS (SELECT 1 FROM execution_withdrawal w WHERE w.execution_id = e.id)',
  },
]

/** Records whose kept count is not what a recount gives, by count. */
export function countProblems(connection: Connection): IntegrityProblem[] {
  return keptCounts.flatMap(({ table, column, recount }) => {
    const wrong = connection.prepare<[], { records: number; first: number | null }>(
      `SELECT count(*) AS records, min(t.number) AS first FROM ${table} t WHERE t.${column} <> (${recount})`).get()
    return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.count', params: { table, column, records: wrong.records, first: wrong.first } }]
  })
}

/** A totals table against the register it sums up; both as (group…, number), groups written alike. */
interface KeptTotal {
  table: string
  sum: string
  recount: string
  /** Whether frozen years do without it: it is counted anew where one is opened. */
  derived?: true
}

const blocks = (table: 'power' | 'risk_point' | 'control_measure'): string => `SELECT '${table}', number >> ${blockBits}, count(*) FROM ${table} WHERE state = 'in-force' GROUP BY 2`
const figures = (figure: 'expected' | 'verified'): string => `SELECT '${figure}', ${figure}_grade, count(*) FROM risk_point WHERE state = 'in-force' AND ${figure}_grade IS NOT NULL GROUP BY 2`

const keptTotals: readonly KeptTotal[] = [
  {
    table: 'risk_point_total',
    sum: 'category_code, grade_code, grading_stage, confirm_code, has_measure, points AS n',
    recount: `SELECT coalesce(category_code, ''), coalesce(grade_code, ''), coalesce(grading_stage, ''), coalesce(confirm_code, ''), measure_count > 0, count(*)
      FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5`,
  },
  {
    table: 'risk_point_department_total',
    sum: 'department_id, grade_code, points AS n',
    recount: "SELECT coalesce(department_id, ''), coalesce(grade_code, ''), count(*) FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2",
  },
  {
    table: 'risk_point_cell_total',
    sum: 'likelihood, consequence, grade_code, points AS n',
    recount: "SELECT coalesce(likelihood, 0.0), coalesce(consequence, 0.0), coalesce(grade_code, ''), count(*) FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3",
  },
  {
    table: 'entry_total',
    sum: 'entry_state, department_id, grade_code, points AS n',
    recount: "SELECT entry_state, coalesce(department_id, ''), coalesce(entry_grade, ''), count(*) FROM risk_point WHERE state = 'in-force' GROUP BY 1, 2, 3",
  },
  {
    table: 'power_total',
    sum: 'type_code, discretion, has_benchmark, has_risk, has_step, powers AS n',
    recount: `SELECT coalesce(type_code, ''), discretion, benchmark_no IS NOT NULL, risk_count > 0, step_count > 0, count(*)
      FROM power WHERE state = 'in-force' GROUP BY 1, 2, 3, 4, 5`,
  },
  {
    table: 'power_department_total',
    sum: 'department_id, powers AS n',
    recount: "SELECT coalesce(department_id, ''), count(*) FROM power WHERE state = 'in-force' GROUP BY 1",
  },
  {
    table: 'control_measure_total',
    sum: 'kind_code, progress, term, has_owner, measures AS n',
    recount: `SELECT coalesce(kind_code, ''), progress, term, owner IS NOT NULL OR owner_post_id IS NOT NULL, count(*)
      FROM control_measure WHERE state = 'in-force' GROUP BY 1, 2, 3, 4`,
  },
  {
    table: 'control_measure_department_total',
    sum: 'department_id, measures AS n',
    recount: "SELECT coalesce(department_id, ''), count(*) FROM control_measure WHERE state = 'in-force' GROUP BY 1",
  },
  {
    table: 'warning_total',
    sum: 'state, level_code, rule_code, department_id, warnings AS n',
    recount: "SELECT state, level_code, coalesce(rule_code, ''), coalesce(department_id, ''), count(*) FROM warning GROUP BY 1, 2, 3, 4",
  },
  {
    table: 'warning_due_total', derived: true,
    sum: 'due_on, warnings AS n',
    recount: 'SELECT due_on, count(*) FROM warning WHERE closed = 0 AND due_on IS NOT NULL GROUP BY 1',
  },
  {
    table: 'measure_due_total', derived: true,
    sum: 'due_on, measures AS n',
    recount: "SELECT due_on, count(*) FROM control_measure WHERE state = 'in-force' AND due_on IS NOT NULL AND progress <> 'done' GROUP BY 1",
  },
  {
    table: 'risk_figure_total', derived: true,
    sum: 'figure, grade_code, points AS n',
    recount: `SELECT * FROM (${figures('expected')}) UNION ALL SELECT * FROM (${figures('verified')})`,
  },
  {
    table: 'record_block_total', derived: true,
    sum: 'list, block, records AS n',
    recount: `SELECT * FROM (${blocks('power')}) UNION ALL SELECT * FROM (${blocks('risk_point')}) UNION ALL SELECT * FROM (${blocks('control_measure')})`,
  },
]

/** Fills totals from the records of a register that was put together without triggers: those that no frozen year keeps, or all. */
export function countTotals(connection: Connection, which: 'derived' | 'all'): void {
  for (const { table, recount, derived } of keptTotals) if (which === 'all' || derived) connection.exec(`DELETE FROM ${table}; INSERT INTO ${table} ${recount}`)
}

/** Totals tables that do not say what a recount of the register gives. A group that came down to nothing keeps a 0. */
export function totalProblems(connection: Connection): IntegrityProblem[] {
  return keptTotals.flatMap(({ table, sum, recount }) => {
    const kept = `SELECT * FROM (SELECT ${sum} FROM ${table}) WHERE n <> 0`
    const groups = connection.prepare<[], number>(`SELECT (SELECT count(*) FROM (${kept} EXCEPT SELECT * FROM (${recount}))) + (SELECT count(*) FROM (SELECT * FROM (${recount}) EXCEPT ${kept}))`).pluck().get() ?? 0
    return groups === 0 ? [] : [{ code: 'integrity.total', params: { table, groups } }]
  })
}
