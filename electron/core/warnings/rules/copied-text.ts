import { sql } from 'kysely'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import type { Finding, Rule } from './rule.ts'

interface Row extends PointRow { readonly manifestation_key: string; readonly post_id: string | null; readonly department: string | null }

/** Beginnings of texts taken at once; those that only begin alike are told apart afterwards. */
const headsAtOnce = 100

/**
 * The same manifestation in several departments or at several posts: every department concerned gets one warning, about
 * the first of its points that bears the text.
 */
export const copiedText: Rule = {
  code: 'copied-text',
  page: async (db, { params, after }) => {
    const { rows: heads } = await sql<{ head: string }>`SELECT substr(manifestation_key, 1, 16) AS head FROM risk_point INDEXED BY risk_point_by_wording
      WHERE state = 'in-force' AND substr(manifestation_key, 1, 16) > ${after?.[0] ?? ''} GROUP BY 1 HAVING count(*) >= ${params['leastPoints'] ?? 2} ORDER BY 1 LIMIT ${headsAtOnce}`.execute(db)
    const last = heads.at(-1)
    if (last === undefined) return { findings: [], next: undefined }
    const { rows } = await sql<Row>`SELECT r.number, r.id, r.department_id, r.power_id, r.manifestation, r.manifestation_key, r.post_id, d.name AS department
      FROM json_each(${JSON.stringify(heads.map(({ head }) => head))}) AS j CROSS JOIN risk_point AS r INDEXED BY risk_point_by_wording LEFT JOIN department AS d ON d.id = r.department_id
      WHERE r.state = 'in-force' AND substr(r.manifestation_key, 1, 16) = j.value ORDER BY r.number`.execute(db)
    const alike = [...Map.groupBy(rows, (row) => row.manifestation_key)].filter(([key]) => [...key].length >= (params['leastSigns'] ?? 10))
    return { findings: alike.flatMap(([, group]) => findingsOf(group, params['leastPoints'] ?? 2)), next: heads.length < headsAtOnce ? undefined : [last.head] }
  },
}

function findingsOf(group: readonly Row[], least: number): Finding[] {
  const places = new Set(group.map((row) => `${row.department_id ?? ''} ${row.post_id ?? ''}`))
  if (group.length < least || places.size < 2) return []
  const departments = [...Map.groupBy(group, (row) => row.department_id).values()]
  const named = departments.flatMap(([first]) => first?.department ?? []).slice(0, 5).join('、')
  return departments.flatMap(([first]) => (first === undefined ? [] : [pointFinding(first, { points: group.length, places: places.size, departments: named })]))
}
