import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Change, ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'

/** Whether somebody had a hand in putting right what this sheet is about. */
export async function hasRectified(db: Pick<ReadableDatabase, 'selectFrom'>, warningId: string, actor: Actor): Promise<boolean> {
  const steps = await db.selectFrom('warning_step').select(['person', 'person_id']).where('warning_id', '=', warningId).where('action', 'in', ['analyse', 'rectify', 'complete']).execute()
  return steps.some(({ person, person_id: id }) => (actor.id === undefined || id === null ? person === actor.name : id === actor.id))
}

/** Who put it right neither re-checks nor lifts it. @throws Refusal `warning.own-rectification` */
export async function refuseOwnRectification(change: Change, { id, number }: Pick<Row<'warning'>, 'id' | 'number'>): Promise<void> {
  if (await hasRectified(change.db, id, change.actor)) throw new Refusal('warning.own-rectification', { number })
}
