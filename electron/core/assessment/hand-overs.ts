import type { DepartmentStep } from '#shared/model/assessment/states.ts'
import type { ReadableDatabase } from '../database/database.ts'

/** A sheet went from one step to another: handed on, or given back with a reason. */
export interface HandOver {
  readonly campaignDepartmentId: string
  readonly number: number
  readonly action: 'hand-on' | 'send-back'
  readonly from: DepartmentStep
  readonly to: DepartmentStep
  readonly reason: string
  readonly by: string
  readonly byId: string | null
  readonly at: string
}

/** How sheets of departments went from hand to hand, oldest first, as the log has it. */
export async function readHandOvers(db: ReadableDatabase, campaignDepartmentIds: readonly string[]): Promise<HandOver[]> {
  const rows = await db.selectFrom('audit_entry').select(['number', 'entity_id', 'action', 'actor', 'actor_id', 'at', 'before', 'after']).where('entity_id', 'in', campaignDepartmentIds)
    .where('action', 'in', ['assessment.hand-on', 'assessment.send-back']).orderBy('number').execute()
  return rows.map(({ number, entity_id, action, actor, actor_id, at, before, after }) => {
    const [was, is] = [JSON.parse(before ?? '{}') as Step, JSON.parse(after ?? '{}') as Step]
    return { number, campaignDepartmentId: entity_id, action: action === 'assessment.hand-on' ? 'hand-on' : 'send-back', from: was.scoringStep, to: is.scoringStep, reason: is.reason ?? '', by: actor, byId: actor_id, at }
  })
}

interface Step { readonly scoringStep: DepartmentStep; readonly reason?: string }
