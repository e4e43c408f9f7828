import type { Database as Connection } from 'better-sqlite3'
import type { IntegrityProblem } from './problem.ts'

/** The departments of a grant in one text, as the register has them and as the log told of them. */
const reach = "iif(g.whole_organisation, 'all', (SELECT json_group_array(department_id) FROM (SELECT department_id FROM role_grant_department WHERE grant_id = g.id ORDER BY department_id)))"
const toldReach = "iif(json_type(a.after, '$.departments') = 'text', a.after ->> 'departments', (SELECT json_group_array(value) FROM (SELECT DISTINCT value FROM json_each(a.after, '$.departments') ORDER BY value)))"

/** A grant is ended by its own entry, or by a later one that gives the same role anew. */
const ended = `(EXISTS (SELECT 1 FROM audit_entry e WHERE e.entity_id = g.id AND e.action = 'role-grant.end')
  OR EXISTS (SELECT 1 FROM role_grant n WHERE n.person_id = g.person_id AND n.role = g.role AND n.number > g.number))`

/** Roles that nobody is on record for giving like this: to another person, of another kind or reach, or taken away already. */
export function grantProblems(connection: Connection): IntegrityProblem[] {
  const wrong = connection.prepare<[], { records: number; first: number | null }>(`
    SELECT count(*) AS records, min(g.number) AS first FROM role_grant g
    WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.entity_id = g.id AND a.action = 'role-grant.create'
        AND a.after ->> 'personId' = g.person_id AND a.after ->> 'role' = g.role AND ${toldReach} = ${reach})
      OR (g.ended_at IS NULL AND ${ended})`).get()
  return wrong === undefined || wrong.first === null ? [] : [{ code: 'integrity.untraced', params: { table: 'role_grant', records: wrong.records, first: wrong.first } }]
}
