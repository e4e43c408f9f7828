import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { overdueOn } from './measure-list.ts'
import { daysBetween } from './measure-rows.ts'

/** As many groups are told; a screen shows no more, and the list goes on behind them. */
const mostGroups = 200

interface Group { id: string | null; name: string | null; measures: number; earliest: string }

/** Where what is overdue lies, the longest overdue first. The owner is the post that answers, else the name that was written down. */
export async function overdueGroups(db: ReadableDatabase, { by, today }: { by: 'department' | 'owner'; today: string }) {
  const [id, name] = by === 'department'
    ? [sql`r.department_id`, sql`(SELECT d.name FROM department AS d WHERE d.id = r.department_id)`]
    : [sql`r.owner_post_id`, sql`coalesce((SELECT o.name FROM post AS o WHERE o.id = r.owner_post_id), r.owner)`]
  const key = by === 'department' ? sql`r.department_id` : sql`r.owner_post_id, iif(r.owner_post_id IS NULL, r.owner, NULL)`
  const { rows } = await sql<Group>`SELECT ${id} AS id, ${name} AS name, count(*) AS measures, min(r.due_on) AS earliest FROM control_measure AS r
    WHERE r.state = 'in-force' AND ${overdueOn(today)} GROUP BY ${key} ORDER BY earliest, measures DESC`.execute(db)
  return {
    total: rows.length,
    groups: rows.slice(0, mostGroups).map((group) => ({ id: group.id ?? '', name: group.name ?? '', measures: group.measures, mostDaysLate: daysBetween(group.earliest, today) })),
  }
}
