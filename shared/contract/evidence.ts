import { z } from 'zod'
import { localeSchema } from './exchange.ts'
import { historyEntrySchema } from './history.ts'
import { codesSchema, idSchema, listOf, pageSchema, shortTextSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'

const instantSchema = z.iso.datetime()

export const logFilterSchema = z.object({
  id: idSchema.optional(),
  /** In the values before and after, or in the name of who acted. */
  text: shortTextSchema.optional(),
  /** Names as the log has them. */
  actors: codesSchema.optional(),
  /** Codes of what was touched, e.g. 'risk-point'. */
  entities: codesSchema.optional(),
  /** From this instant on. */
  from: instantSchema.optional(),
  /** Before this instant. */
  before: instantSchema.optional(),
  /** Only what concerns this record. */
  entityId: z.string().max(200).optional(),
  /** Only what belongs to this import. */
  batchId: idSchema.optional(),
})
export type LogFilter = z.infer<typeof logFilterSchema>

export const logEntrySchema = historyEntrySchema.extend({
  id: z.string(),
  /** Which account it was, where somebody had signed in. */
  actorId: z.string().nullable(),
  hash: z.string(),
  /** Names of the records that the entry mentions by id. */
  names: z.record(z.string(), z.string()),
})
export type LogEntry = z.infer<typeof logEntrySchema>

export const logHeadSchema = z.object({ number: z.number().int(), hash: z.string(), at: z.string(), occasion: z.string(), keyId: z.string() })

export const evidence = {
  /** Newest first. */
  log: procedure('log.read').input(pageSchema.extend({ filter: logFilterSchema.default({}) })).output(listOf(logEntrySchema)),
  /** Who and what the log knows of, for choosing. */
  logChoices: procedure('log.read').output(z.object({ actors: z.array(z.string()), entities: z.array(z.string()) })),
  /** In plain words, oldest first. */
  exportLog: procedure('log.export').input(z.object({ filter: logFilterSchema.default({}), format: z.enum(['xlsx', 'csv']), locale: localeSchema })).output(longWork(z.file())),
  /** The signed heads that are kept, newest first. */
  heads: procedure('log.read').output(z.array(logHeadSchema)),
}
