import { sql } from 'kysely'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import type { WarningRuleCode } from '#shared/model/warnings/rules.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { dueFor } from '../disposal/due.ts'
import { keepStep } from '../disposal/keep-step.ts'
import type { Finding } from '../rules/rule.ts'

export interface Entering { readonly rule: WarningRuleCode; readonly level: WarningLevel; readonly run: number; readonly holidays: Holidays }

/**
 * What a page of a rule found: a subject with an open warning of this rule is only seen again, any other gets one; so a
 * finding that was lifted and comes back is a new warning.
 */
export async function enterFindings(change: Change, findings: readonly Finding[], entering: Entering): Promise<{ found: number; seen: number }> {
  const bySubject = new Map(findings.map((finding) => [finding.subjectId, finding]))
  if (bySubject.size === 0) return { found: 0, seen: 0 }
  const standing = await change.db.selectFrom('warning').selectAll().where('rule_code', '=', entering.rule).where(sql<boolean>`closed = 0`).where('subject_id', 'in', [...bySubject.keys()]).execute()
  await seeAgain(change, standing, { bySubject, run: entering.run })
  const known = new Set(standing.map((row) => row.subject_id))
  const fresh = [...bySubject.values()].filter(({ subjectId }) => !known.has(subjectId))
  await enterNew(change, fresh, entering)
  return { found: fresh.length, seen: standing.length }
}

async function seeAgain(change: Change, standing: readonly Row<'warning'>[], { bySubject, run }: { bySubject: ReadonlyMap<string, Finding>; run: number }): Promise<void> {
  if (standing.length === 0) return
  const reasons = JSON.stringify(standing.map((row) => ({ id: row.id, reason: JSON.stringify(bySubject.get(row.subject_id ?? '')?.reason ?? {}) })))
  // Once it is issued the sheet says what it said; until then the figures are today's.
  await sql`UPDATE warning SET last_seen_on = ${change.today}, last_seen_run = ${run}, cleared_on = NULL, reason = iif(warning.state = 'found', j.value ->> '$.reason', warning.reason)
    FROM json_each(${reasons}) AS j WHERE warning.id = j.value ->> '$.id'`.execute(change.db)
  for (const row of standing) if (row.cleared_on !== null) await keepStep(change, row, { action: 'reappear', to: row.state, role: 'service', levelCode: row.level_code, dueOn: row.due_on })
}

async function enterNew(change: Change, fresh: readonly Finding[], { rule, level, run, holidays }: Entering): Promise<void> {
  if (fresh.length === 0) return
  const dueOn = dueFor('found', level, { today: change.today, holidays })
  const rows = fresh.map((finding) => ({ finding, id: change.newId() }))
  for (let from = 0; from < rows.length; from += 100) {
    await change.db.insertInto('warning').values(rows.slice(from, from + 100).map(({ finding, id }) => ({
      id, rule_code: rule, source_code: null, subject_entity: finding.entity, subject_id: finding.subjectId, department_id: finding.departmentId, power_id: finding.powerId, risk_point_id: finding.riskPointId,
      level_code: level.code, level_rank: level.severityRank, object: finding.object, reason: JSON.stringify(finding.reason), state_since: change.today, due_on: dueOn,
      needs_approval: level.needsApproval ? 1 as const : 0 as const, found_at: change.at, found_on: change.today, found_by: change.actor.name, last_seen_on: change.today, last_seen_run: run,
      late_for: null, issue_year: null, issue_number: null, issued_on: null, rectify_by: null, cleared_on: null, closed_on: null,
    }))).execute()
  }
  for (const { finding, id } of rows) {
    await change.record({ action: 'warning.find', entity: 'warning', entityId: id, after: { rule, warningLevel: level.code, object: finding.object, departmentId: finding.departmentId } })
  }
}
