import { sql } from 'kysely'
import type { WarningRuleCode } from '#shared/model/warnings/rules.ts'
import type { Change } from '../../database/database.ts'
import { keepStep } from '../disposal/keep-step.ts'

const atOnce = 200

/**
 * Open warnings of a rule that this run did not find any more: they are marked as gone, which suggests lifting them and
 * lifts nothing. Answers how many of one chunk; fewer than a whole chunk: there are no more.
 */
export async function clearGone(change: Change, { rule, run }: { rule: WarningRuleCode; run: number }): Promise<{ cleared: number; more: boolean }> {
  const gone = await change.db.selectFrom('warning').selectAll().where('rule_code', '=', rule).where(sql<boolean>`closed = 0 AND cleared_on IS NULL`)
    .where(({ or, eb }) => or([eb('last_seen_run', '<', run), eb('last_seen_run', 'is', null)])).orderBy('number').limit(atOnce).execute()
  for (const row of gone) {
    await change.db.updateTable('warning').set({ cleared_on: change.today }).where('id', '=', row.id).execute()
    await keepStep(change, row, { action: 'clear', to: row.state, role: 'service', levelCode: row.level_code, dueOn: row.due_on })
  }
  return { cleared: gone.length, more: gone.length === atOnce }
}
