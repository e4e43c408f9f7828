import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** Tables whose rows never come to be without an audit entry under their id. */
const traced = ['organisation', 'department', 'post', 'power', 'risk_point', 'control_measure', 'grading_method', 'import_batch', 'archive', 'warning', 'rectification', 'assessment_campaign', 'supervision_batch', 'report_form', 'person', 'post_holding', 'publicity_list', 'filing_sheet'] as const

/** Records nobody is on record for, and gaps in the log itself. */
export function traceProblems(connection: Connection): IntegrityProblem[] {
  return [...traced.flatMap((table) => untraced(connection, table)), ...untracedGradings(connection), ...gaps(connection)]
}

function untraced(connection: Connection, table: (typeof traced)[number]): IntegrityProblem[] {
  const { records, first } = connection.prepare<[], { records: number; first: number | null }>(
    `SELECT count(*) AS records, min(${table === 'grading_method' ? 't.position' : 't.number'}) AS first FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.entity_id = t.id)`).get() ?? { records: 0, first: null }
  return first === null ? [] : [{ code: 'integrity.untraced', params: { table, records, first } }]
}

/** Gradings are on record under their risk point; each has an entry of its own. */
function untracedGradings(connection: Connection): IntegrityProblem[] {
  const { records, first } = connection.prepare<[], { records: number; first: number | null }>(`
    SELECT count(*) AS records, min(p.number) AS first FROM risk_point p
    WHERE (SELECT count(*) FROM grading g WHERE g.risk_point_id = p.id) > (SELECT count(*) FROM audit_entry a WHERE a.entity_id = p.id AND a.entity = 'grading')`).get() ?? { records: 0, first: null }
  return first === null ? [] : [{ code: 'integrity.untraced', params: { table: 'grading', records, first } }]
}

/** Entries are numbered without gaps and never removed. */
function gaps(connection: Connection): IntegrityProblem[] {
  const missing = connection.prepare<[], number>('SELECT coalesce(max(number), 0) - count(*) FROM audit_entry').pluck().get() ?? 0
  return missing === 0 ? [] : [{ code: 'integrity.trace-gap', params: { missing } }]
}
