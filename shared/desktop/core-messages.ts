import { z } from 'zod'

/** What the main process orders of the core's process, or answers it; a page's port travels with `page`. */
export const coreOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('printed'), id: z.string(), pdf: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('not-printed'), id: z.string() }),
])
export type CoreOrder = z.infer<typeof coreOrderSchema>

/** What the core's process tells the main process: how the core itself is doing, and what is to be printed. No other data goes this way. */
export const coreReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** An expected refusal to open the data folder; nothing was changed. */
  z.object({ kind: z.literal('refused'), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** A fault of the program at start, written down under this reference. */
  z.object({ kind: z.literal('failed'), reference: z.string() }),
  /** Closed cleanly; the process ends next. */
  z.object({ kind: z.literal('closed') }),
  /** A page that refers to nothing outside itself, to be made a PDF. */
  z.object({ kind: z.literal('print'), id: z.string(), html: z.string() }),
  /** Nobody waits for it any more. */
  z.object({ kind: z.literal('stop-printing'), id: z.string() }),
])
export type CoreReport = z.infer<typeof coreReportSchema>
