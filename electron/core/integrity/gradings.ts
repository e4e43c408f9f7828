import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

const factor = (code: string): string =>
  `CASE WHEN json_type(g.factors, '$.${code}') IN ('integer', 'real') THEN CAST(json_extract(g.factors, '$.${code}') AS REAL) END`

/**
 * Risk points that do not show the grading they stand on: a grade, stage or place in the matrix written past the
 * append-only gradings, the grading of another point, one that a later grading has overtaken, or none at all though
 * there are gradings and nobody is on record for taking the last one back.
 */
export function gradingProblems(connection: Connection): IntegrityProblem[] {
  const wrong = connection.prepare<[], { records: number; first: number | null }>(`
    SELECT count(*) AS records, min(p.number) AS first FROM risk_point p LEFT JOIN grading g ON g.id = p.grading_id
    WHERE g.risk_point_id IS NOT CASE WHEN p.grading_id IS NULL THEN NULL ELSE p.id END
      OR p.grade_code IS NOT g.final_grade OR p.grade_rank IS NOT g.final_rank OR p.grading_stage IS NOT g.stage
      OR p.likelihood IS NOT ${factor('likelihood')} OR p.consequence IS NOT ${factor('consequence')}
      OR (p.grading_id IS NULL AND EXISTS (SELECT 1 FROM grading n WHERE n.risk_point_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.entity_id = p.id AND a.action = 'grading.undo'))
      OR EXISTS (SELECT 1 FROM grading n WHERE n.risk_point_id = p.id AND n.number > g.number)`).get()
  return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.grading', params: { records: wrong.records, first: wrong.first } }]
}
