import { sql } from 'kysely'
import { termOf } from '#shared/model/warnings/disposal.ts'
import { heavierLevel } from '#shared/model/warnings/levels.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import { dueFor } from '../disposal/due.ts'
import { keepStep } from '../disposal/keep-step.ts'

const atOnce = 200

export interface LateSetting { readonly levels: readonly WarningLevel[]; readonly holidays: Holidays }

/**
 * Steps that are late: the sheet rises to the next heavier level, whose term runs from today; at the heaviest it stays
 * overdue, and that is written down once for each day due.
 */
export async function noteLate(change: Change, setting: LateSetting): Promise<{ late: number; more: boolean }> {
  const rows = await change.db.selectFrom('warning').selectAll().where(sql<boolean>`closed = 0 AND due_on IS NOT NULL`).where('due_on', '<', change.today)
    .where(({ or, eb, ref }) => or([eb('late_for', 'is', null), eb('late_for', '<>', ref('due_on'))])).orderBy('due_on').orderBy('level_rank').orderBy('number').limit(atOnce).execute()
  for (const row of rows) await raise(change, row, setting)
  return { late: rows.length, more: rows.length === atOnce }
}

async function raise(change: Change, row: Row<'warning'>, { levels, holidays }: LateSetting): Promise<void> {
  const heavier = heavierLevel(levels, row.level_rank)
  const due = heavier === undefined ? null : dueFor(row.state, heavier, { today: change.today, holidays })
  const dueOn = due ?? row.due_on
  const levelCode = heavier?.code ?? row.level_code
  await change.db.updateTable('warning').set({
    level_code: levelCode, level_rank: heavier?.severityRank ?? row.level_rank, due_on: dueOn, late_for: dueOn === row.due_on ? row.due_on : null,
    escalations: row.escalations + (heavier === undefined ? 0 : 1), revision: row.revision + 1,
    ...(termOf[row.state] === 'complete' && due !== null ? { rectify_by: due } : {}),
    // Not issued yet: whether a leader approves is the matter of the level it will be issued at.
    ...(heavier !== undefined && row.state === 'found' ? { needs_approval: heavier.needsApproval ? 1 as const : 0 as const } : {}),
  }).where('id', '=', row.id).execute()
  await keepStep(change, row, { action: 'late', to: row.state, role: 'service', levelCode, dueOn })
}
