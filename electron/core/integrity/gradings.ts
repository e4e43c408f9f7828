import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

const factor = (code: string): string =>
  `CASE WHEN json_type(g.factors, '$.${code}') IN ('integer', 'real') THEN CAST(json_extract(g.factors, '$.${code}') AS REAL) END`

/**
 * Risk points that do not show the grading they stand on: a grade, stage or place in the matrix written past the
 * append-only gradings, or the grading of another point.
 */
export function gradingProblems(connection: Connection): IntegrityProblem[] {
  const wrong = connection.prepare<[], { records: number; first: number | null }>(`
    SELECT count(*) AS records, min(p.number) AS first FROM risk_point p LEFT JOIN grading g ON g.id = p.grading_id
    WHERE g.risk_point_id IS NOT CASE WHEN p.grading_id IS NULL THEN NULL ELSE p.id END
      OR p.grade_code IS NOT g.final_grade OR p.grade_rank IS NOT g.final_rank OR p.grading_stage IS NOT g.stage
      OR p.likelihood IS NOT ${factor('likelihood')} OR p.consequence IS NOT ${factor('consequence')}`).get()
  return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.grading', params: { records: wrong.records, first: wrong.first } }]
}
