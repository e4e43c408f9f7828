import { z } from 'zod'
import { auditActorKinds } from '#shared/model/states.ts'
import { idSchema } from './lists.ts'
import { procedure } from './procedure.ts'

export const historyEntrySchema = z.object({
  number: z.number().int(),
  at: z.string(),
  actorKind: z.enum(auditActorKinds),
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  batchId: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const history = {
  /** Newest first. Ids inside before/after come with their names under `names`. */
  ofRecord: procedure('register.read').input(z.object({ entityId: idSchema, beforeNumber: z.number().int().optional(), limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ entries: z.array(historyEntrySchema), names: z.record(z.string(), z.string()), more: z.boolean() })),
  /** What was done to the data last; signing in and out is told by the log alone. */
  recent: procedure('register.read').input(z.object({ beforeNumber: z.number().int().optional(), limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ entries: z.array(historyEntrySchema), names: z.record(z.string(), z.string()), more: z.boolean() })),
}
