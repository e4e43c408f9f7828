import { sql } from 'kysely'
import type { Warning, WarningFilter } from '#shared/contract/warnings.ts'
import type { Reason } from '#shared/model/warnings/rules.ts'
import type { ReadableDatabase } from '../database/database.ts'

interface Order { readonly filter: WarningFilter; readonly offset: number; readonly limit: number }

/** '' among ids or codes stands for "none set". */
const among = (column: string, codes: readonly string[]) => {
  const named = codes.filter((code) => code !== '')
  const ref = sql.ref(`w.${column}`)
  const none = codes.includes('') ? [sql<boolean>`${ref} IS NULL`] : []
  const some = named.length === 0 ? [] : [sql<boolean>`${ref} IN (${sql.join(named)})`]
  return sql<boolean>`(${sql.join([...some, ...none], sql` OR `)})`
}

// Fixed values stand in the text: only so does SQLite see that a partial index holds all there is to find.
function warningsOf(db: ReadableDatabase, { view, states, levels, rules, sources, departmentIds, overdue, cleared, powerId, riskPointId }: WarningFilter, today: string) {
  let found = db.selectFrom('warning as w')
  if (overdue === true) found = found.where(sql<boolean>`w.closed = 0 AND w.due_on IS NOT NULL`).where('w.due_on', '<', today)
  else if (cleared === true) found = found.where(sql<boolean>`w.closed = 0 AND w.cleared_on IS NOT NULL`)
  else if (view !== 'all') found = found.where(sql<boolean>`w.closed = ${sql.lit(view === 'closed' ? 1 : 0)}`)
  if (states !== undefined && states.length > 0) found = found.where('w.state', 'in', states)
  for (const [column, codes] of [['level_code', levels], ['rule_code', rules], ['source_code', sources], ['department_id', departmentIds]] as const) {
    if (codes !== undefined && codes.length > 0) found = found.where(among(column, codes))
  }
  if (powerId !== undefined) found = found.where('w.power_id', '=', powerId)
  if (riskPointId !== undefined) found = found.where('w.risk_point_id', '=', riskPointId)
  return found
}

/** Heaviest and newest first; what is overdue by the day it was due. */
export async function listWarnings(db: ReadableDatabase, { filter, offset, limit }: Order, today: string): Promise<{ total: number; offset: number; rows: Warning[]; overdue: number }> {
  const count = async (asked: WarningFilter): Promise<number> => (await warningsOf(db, asked, today).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  const chosen = warningsOf(db, filter, today).select('w.id')
  const page = filter.overdue === true ? chosen.orderBy('w.due_on').orderBy('w.level_rank', 'desc').orderBy('w.number', 'desc') : chosen.orderBy('w.level_rank', 'desc').orderBy('w.number', 'desc')
  const ids = (await page.offset(offset).limit(limit).execute()).map(({ id }) => id)
  const rows = new Map((await readWarnings(db, ids, today)).map((row) => [row.id, row]))
  return { total: await count(filter), offset, rows: ids.flatMap((id) => rows.get(id) ?? []), overdue: filter.view === 'closed' ? 0 : await count({ ...filter, overdue: true }) }
}

/** Warnings as the page shows them, in no order. */
export async function readWarnings(db: Pick<ReadableDatabase, 'selectFrom'>, ids: readonly string[], today: string): Promise<Warning[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('warning as w').leftJoin('department as d', 'd.id', 'w.department_id').leftJoin('power as p', 'p.id', 'w.power_id').leftJoin('risk_point as r', 'r.id', 'w.risk_point_id')
    .selectAll('w').select(['d.name as department_name', 'p.name as power_name', 'r.number as point_number', 'r.manifestation']).where('w.id', 'in', ids).execute()
  return rows.map((row) => ({
    id: row.id, number: row.number, revision: row.revision, ruleCode: row.rule_code, sourceCode: row.source_code, subjectEntity: row.subject_entity, subjectId: row.subject_id,
    departmentId: row.department_id, departmentName: row.department_name, powerId: row.power_id, powerName: row.power_name, riskPointId: row.risk_point_id, riskPointNumber: row.point_number, manifestation: row.manifestation,
    levelCode: row.level_code, object: row.object, reason: JSON.parse(row.reason) as Reason, situation: row.situation, state: row.state, stateSince: row.state_since, dueOn: row.due_on,
    overdue: row.closed === 0 && row.due_on !== null && row.due_on < today, escalations: row.escalations, needsApproval: row.needs_approval === 1, approved: row.approved === 1,
    issueYear: row.issue_year, issueNumber: row.issue_number, issuedOn: row.issued_on, rectifyBy: row.rectify_by, foundOn: row.found_on, foundBy: row.found_by, lastSeenOn: row.last_seen_on,
    clearedOn: row.cleared_on, closedOn: row.closed_on,
  }))
}
