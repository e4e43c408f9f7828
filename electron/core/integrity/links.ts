import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** The last word of the log on each pair of point and measure. */
const told = `told AS MATERIALIZED (
  SELECT entity_id AS point, coalesce(after ->> 'measureId', before ->> 'measureId') AS measure, action, max(number)
  FROM audit_entry WHERE entity = 'risk-point' AND action IN ('risk-point.link', 'risk-point.unlink') GROUP BY 1, 2)`

/** Points whose measures are not those the log tells of: one taken from them or laid to them past the program. */
export function linkProblems(connection: Connection): IntegrityProblem[] {
  const wrong = connection.prepare<[], { records: number; first: number | null }>(`
    WITH ${told}, wrong AS (
      SELECT point FROM told t WHERE (action = 'risk-point.link') <> EXISTS (SELECT 1 FROM risk_point_measure l WHERE l.risk_point_id = t.point AND l.measure_id = t.measure)
      UNION SELECT l.risk_point_id FROM risk_point_measure l LEFT JOIN told t ON t.point = l.risk_point_id AND t.measure = l.measure_id WHERE t.point IS NULL)
    SELECT count(*) AS records, min(p.number) AS first FROM wrong w JOIN risk_point p ON p.id = w.point`).get()
  return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.last-kept', params: { table: 'risk_point_measure', column: 'measure_id', records: wrong.records, first: wrong.first } }]
}
