import { z } from 'zod'
import { attachedEntities, largestAttachment, secrecies } from '#shared/model/attachments.ts'
import { idSchema, textSchema } from './lists.ts'
import { procedure } from './procedure.ts'

export const attachmentSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  entity: z.enum(attachedEntities),
  entityId: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256 of the content, hexadecimal. */
  hash: z.string(),
  secrecy: z.enum(secrecies),
  note: z.string(),
  addedBy: z.string(),
  addedAt: z.string(),
})
export type Attachment = z.infer<typeof attachmentSchema>

export const attachments = {
  /** Of one record, oldest first. */
  list: procedure('register.read').input(z.object({ entityId: idSchema })).output(z.array(attachmentSchema)),
  /** Those named, for showing what a decision rests on. */
  named: procedure('register.read').input(z.object({ ids: z.array(idSchema).max(500) })).output(z.array(attachmentSchema)),
  add: procedure('entry.attach', 'asks')
    // Evidence of an execution comes by the measures: what a measure's state follows from.
    .input(z.object({ entity: z.enum(attachedEntities).exclude(['measure-execution']), entityId: idSchema, file: z.file().max(largestAttachment), secrecy: z.enum(secrecies).default('internal'), note: textSchema.default('') }))
    .output(attachmentSchema),
  /** Changes the mark or the note; what a file is never changes. */
  mark: procedure('entry.attach', 'asks').input(z.object({ attachmentId: idSchema, secrecy: z.enum(secrecies).optional(), note: textSchema.optional() })).output(attachmentSchema),
  /** Takes a file off its record. One that a decision rests on stays. */
  withdraw: procedure('entry.attach', 'asks').input(z.object({ attachmentId: idSchema })).output(z.object({ withdrawn: z.number().int() })),
  /** The content, checked against its hash before it is handed out. */
  read: procedure('register.read').input(z.object({ attachmentId: idSchema })).output(z.file()),
}
