import { z } from 'zod'
import { largestAttachment, secrecies } from '#shared/model/attachments.ts'
import { itemStates, packageItems } from '#shared/model/inspection-package.ts'
import { reportEditions } from '#shared/model/report-editions.ts'
import { attachmentSchema } from './attachments.ts'
import { localeSchema } from './exchange.ts'
import { idSchema } from './lists.ts'
import { longWork, procedure } from './procedure.ts'
import { yearSchema } from './reports.ts'

const orderSchema = z.object({ year: yearSchema, edition: z.enum(reportEditions), locale: localeSchema })

export const packageItemSchema = z.object({
  code: z.enum(packageItems),
  state: z.enum(itemStates),
  /** Whether the office hands in documents of its own. */
  own: z.boolean(),
  /** Why there is nothing to hand over; null while the item applies. */
  notApplicable: z.string().nullable(),
  /** What the register writes for it in this edition: kinds of report, and how many of each. */
  reports: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  /** Documents of the office, of any secrecy; the edition carries only some of them. */
  files: z.array(attachmentSchema),
  /** Files attached to records of the register that this edition carries. */
  attachments: z.number().int(),
  /** Files of both sorts that it does not. */
  withheld: z.number().int(),
  /** Texts of the items of the assessment form it is evidence for. */
  indicators: z.array(z.string()),
  /** Whether the log goes in as a whole or as a summary; absent for other items and editions. */
  log: z.enum(['whole', 'summary']).optional(),
})
export type PackageItemInfo = z.infer<typeof packageItemSchema>

export const builtPackageSchema = z.object({
  /** By which it is read and discarded. */
  id: idSchema,
  fileName: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  files: z.number().int(),
})
export type BuiltPackage = z.infer<typeof builtPackageSchema>

/** Bytes read at once of a package that was built: its size has no bound, the memory of a page has. */
export const packagePart = 4 * 1024 * 1024

export const inspectionPackage = {
  /** The items in the order of an inspection, as an edition would carry them. */
  items: procedure('report.export').input(orderSchema).output(z.object({ items: z.array(packageItemSchema), frozen: z.boolean(), printsPdf: z.boolean() })),
  /** Hands in a document of the office. */
  attach: procedure('entry.attach', 'asks')
    .input(z.object({ year: yearSchema, item: z.enum(packageItems), file: z.file().max(largestAttachment), secrecy: z.enum(secrecies).default('internal') }))
    .output(attachmentSchema),
  /** Says that an item does not apply in a year, and why; null takes it back. */
  mark: procedure('entry.attach', 'asks').input(z.object({ year: yearSchema, item: z.enum(packageItems), notApplicable: z.string().trim().min(1).max(500).nullable() })).output(z.object({ marked: z.boolean() })),
  build: procedure('report.export').input(orderSchema.extend({ pdf: z.boolean().default(false), purpose: z.string().trim().max(500) })).output(longWork(builtPackageSchema)),
  /** A part of a package that was built. Once its end has been read it may be discarded. */
  read: procedure('report.export').input(z.object({ id: idSchema, offset: z.number().int().min(0) })).output(z.file()),
  discard: procedure('report.export').input(z.object({ id: idSchema })).output(z.object({ discarded: z.boolean() })),
}
