import { idleMinutesDefault } from '#shared/model/people/idle-minutes.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import { StaleRecord } from '../stale-record.ts'

/** Minutes without a sign of life after which a session is locked. */
export async function readIdleMinutes(db: ReadableDatabase): Promise<number> {
  return (await readSessionRules(db)).idleMinutes
}

export async function readSessionRules(db: ReadableDatabase): Promise<{ idleMinutes: number; revision: number }> {
  const rule = await db.selectFrom('session_rule').select(['idle_minutes', 'revision']).executeTakeFirst()
  return { idleMinutes: rule?.idle_minutes ?? idleMinutesDefault, revision: rule?.revision ?? 1 }
}

/** @throws StaleRecord */
export async function changeSessionRules(change: Change, { idleMinutes, revision }: { idleMinutes: number; revision: number }): Promise<number> {
  const stands = await readSessionRules(change.db)
  if (stands.revision !== revision) throw new StaleRecord('session-rule', { ...stands })
  if (stands.idleMinutes === idleMinutes) return revision
  await change.db.updateTable('session_rule').set({ idle_minutes: idleMinutes, revision: revision + 1 }).execute()
  await change.record({ action: 'session-rule.change', entity: 'session-rule', entityId: 'session-rule', before: { idleMinutes: stands.idleMinutes }, after: { idleMinutes } })
  return revision + 1
}
