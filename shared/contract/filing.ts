import { z } from 'zod'
import { filingStates } from '#shared/model/publicity.ts'
import { dateSchema, idSchema, listOf, pageSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'
import { scopeSchema, waitingEntrySchema } from './publicity.ts'

export const filingSheetSchema = z.object({
  id: idSchema, number: z.number().int(), revision: z.number().int(), title: z.string(), documentNumber: z.string(), recipient: z.string(), datedOn: z.string(),
  state: z.enum(filingStates), receiptNumber: z.string(), receivedOn: z.string().nullable(), entries: z.number().int(), evidence: z.number().int(),
  drawnUpBy: z.string(), filedBy: z.string().nullable(), filedAt: z.string().nullable(),
})
export type FilingSheet = z.infer<typeof filingSheetSchema>

const headSchema = z.object({ title: z.string().trim().min(1).max(200), documentNumber: z.string().trim().max(100).default(''), recipient: z.string().trim().min(1).max(200), datedOn: dateSchema })
const savedSheetSchema = z.object({ id: idSchema, revision: z.number().int() })

export const filing = {
  start: procedure('register.read').output(z.object({ recipient: z.string(), datedOn: z.string(), waiting: z.number().int() })),
  waiting: procedure('register.read').input(pageSchema.extend({ scope: scopeSchema })).output(listOf(waitingEntrySchema)),
  sheets: procedure('register.read').output(z.array(filingSheetSchema)),
  entries: procedure('register.read').input(pageSchema.extend({ id: idSchema })).output(listOf(waitingEntrySchema)),
  create: procedure('entry.file', 'asks').input(headSchema.extend({ scope: scopeSchema, except: z.array(idSchema).max(5000).default([]) })).output(savedSheetSchema),
  change: procedure('entry.file', 'asks').input(headSchema.extend({ id: idSchema, revision: z.number().int() })).output(savedSheetSchema),
  drop: procedure('entry.file', 'asks').input(savedSheetSchema).output(savedSheetSchema),
  /** Notes the higher office's receipt and puts the entries in force. */
  file: procedure('entry.file', 'asks').input(savedSheetSchema.extend({ receivedOn: dateSchema, receiptNumber: z.string().trim().max(100).default('') })).output(longWork(z.object({ moved: z.number().int() }))),
}
