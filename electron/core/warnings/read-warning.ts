import type { Warning, WarningStep } from '#shared/contract/warnings.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { readWarnings } from './list-warnings.ts'

const toStep = (row: Row<'warning_step'>): WarningStep => ({
  id: row.id, action: row.action, fromState: row.from_state, toState: row.to_state, role: row.role, text: row.text, way: row.way, rectifyBy: row.rectify_by, evidence: JSON.parse(row.evidence) as string[],
  levelCode: row.level_code, dueOn: row.due_on, wasDueOn: row.was_due_on, person: row.person, doneAt: row.done_at, doneOn: row.done_on,
})

/** A sheet with everything that was done with it, in order. @throws Refusal `record.missing` */
export async function readWarning(db: Pick<ReadableDatabase, 'selectFrom'>, id: string, today: string): Promise<{ warning: Warning; steps: WarningStep[] }> {
  const [warning] = await readWarnings(db, [id], today)
  if (warning === undefined) throw new Refusal('record.missing')
  const steps = await db.selectFrom('warning_step').selectAll().where('warning_id', '=', id).orderBy('number').execute()
  return { warning, steps: steps.map(toStep) }
}
