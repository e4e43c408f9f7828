import { sql } from 'kysely'
import { pointFinding } from './points.ts'
import type { PointRow } from './points.ts'
import type { Finding, Rule } from './rule.ts'

/** The first point of a department that bears a text; with how many points bear it everywhere, in how many places. */
interface Row extends PointRow { readonly manifestation_key: string; readonly department: string | null; readonly points: number; readonly places: number }

/** Beginnings of texts taken at once; those that only begin alike are told apart afterwards. */
const headsAtOnce = 100
/** Points that may share them: where many texts begin alike, fewer beginnings are taken, so that no page takes long. */
const pointsAtOnce = 5000

/**
 * The same manifestation in several departments or at several posts: every department concerned gets one warning, about
 * the first of its points that bears the text.
 */
export const copiedText: Rule = {
  code: 'copied-text',
  page: async (db, { params, after }) => {
    const { rows: found } = await sql<Head>`SELECT substr(manifestation_key, 1, 16) AS head, count(*) AS points FROM risk_point INDEXED BY risk_point_by_wording
      WHERE state = 'in-force' AND substr(manifestation_key, 1, 16) > ${after?.[0] ?? ''} GROUP BY 1 HAVING count(*) >= ${params['leastPoints'] ?? 2} ORDER BY 1 LIMIT ${headsAtOnce}`.execute(db)
    const heads = firstOf(found)
    const last = heads.at(-1)
    if (last === undefined) return { findings: [], next: undefined }
    // Summed up in SQL: however many points bear a text, no more than one row of each department comes here.
    const { rows } = await sql<Row>`SELECT * FROM (
        SELECT min(r.number) AS number, r.id, r.department_id, r.power_id, r.manifestation, r.manifestation_key, d.name AS department,
          sum(count(*)) OVER alike AS points, sum(count(DISTINCT coalesce(r.post_id, ''))) OVER alike AS places
        FROM json_each(${JSON.stringify(heads.map(({ head }) => head))}) AS j CROSS JOIN risk_point AS r INDEXED BY risk_point_by_wording LEFT JOIN department AS d ON d.id = r.department_id
        WHERE r.state = 'in-force' AND substr(r.manifestation_key, 1, 16) = j.value AND length(r.manifestation_key) >= ${params['leastSigns'] ?? 10}
        GROUP BY r.manifestation_key, r.department_id WINDOW alike AS (PARTITION BY r.manifestation_key))
      WHERE points >= ${params['leastPoints'] ?? 2} AND places >= 2 ORDER BY number`.execute(db)
    const alike = Map.groupBy(rows, (row) => row.manifestation_key)
    return { findings: [...alike.values()].flatMap(findingsOf), next: heads.length === found.length && found.length < headsAtOnce ? undefined : [last.head] }
  },
}

interface Head { readonly head: string; readonly points: number }

/** As many as share no more points than are taken at once, and at least one. */
function firstOf(found: readonly Head[]): readonly Head[] {
  let points = 0
  const over = found.findIndex((head) => (points += head.points) > pointsAtOnce)
  return over === -1 ? found : found.slice(0, Math.max(1, over))
}

function findingsOf(departments: readonly Row[]): Finding[] {
  const named = departments.flatMap(({ department }) => department ?? []).slice(0, 5).join('、')
  return departments.map((row) => pointFinding(row, { points: row.points, places: row.places, departments: named }))
}
