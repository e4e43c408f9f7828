import { z } from 'zod'

/** What the main process orders of the core's process; a page's port travels with `page`. */
export const coreOrderSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('page') }), z.object({ kind: z.literal('close') })])
export type CoreOrder = z.infer<typeof coreOrderSchema>

/** What the core's process tells the main process. Data never goes this way, only how the core itself is doing. */
export const coreReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** An expected refusal to open the data folder; nothing was changed. */
  z.object({ kind: z.literal('refused'), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** A fault of the program at start, written down under this reference. */
  z.object({ kind: z.literal('failed'), reference: z.string() }),
  /** Closed cleanly; the process ends next. */
  z.object({ kind: z.literal('closed') }),
])
export type CoreReport = z.infer<typeof coreReportSchema>
