import { z } from 'zod'

export const idSchema = z.uuid()
export const idsSchema = z.array(idSchema).min(1).max(5000)
/** Free text of a record. Longer than any cell of a workbook; a limit all the same, because all input is hostile. */
export const textSchema = z.string().max(40_000)
export const shortTextSchema = z.string().trim().max(500)
export const dateSchema = z.iso.date()

/** Rows come by page; a page is never more than 500 rows. */
export const pageSchema = z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50) })

export const sortSchema = <const T extends readonly [string, ...string[]]>(columns: T) =>
  z.object({ column: z.enum(columns), direction: z.enum(['asc', 'desc']) })

export const listOf = <T extends z.ZodType>(row: T) => z.object({ total: z.number().int(), offset: z.number().int(), rows: z.array(row) })

/** '' in a list of codes or ids means: none set. */
export const codesSchema = z.array(z.string().max(200)).max(500)

/** One record to be saved: `revision` is the one that was read; `patch` holds only the fields that change. */
export const saveItem = <T extends z.ZodType>(patch: T) => z.object({ id: idSchema, revision: z.number().int(), patch })

/** What a save answers: the new revision, and the old values of the changed fields, which is what undoing needs. */
export const savedSchema = z.array(z.object({ id: idSchema, revision: z.number().int(), before: z.record(z.string(), z.unknown()) }))
