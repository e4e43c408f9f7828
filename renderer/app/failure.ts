import { ORPCError } from '@orpc/client'
import { z } from 'zod'

const refusedSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), field: z.string().optional() })
const staleSchema = z.object({ id: z.string(), current: z.record(z.string(), z.unknown()) })
const faultSchema = z.object({ reference: z.string() })

/** Why something did not happen, as the page tells it. Nothing was changed in any of these cases. */
export type Failure =
  | { readonly kind: 'refused'; readonly code: string; readonly params: Record<string, string | number>; readonly field?: string | undefined }
  | { readonly kind: 'stale'; readonly id: string; readonly current: Record<string, unknown> }
  | { readonly kind: 'fault'; readonly reference: string }
  /** Input the contract does not admit: a fault of this page, told apart for the diagnostic text. */
  | { readonly kind: 'unsound'; readonly message: string }
  /** Core cannot be reached. */
  | { readonly kind: 'unreachable' }

/** Reads an error of the connection. Anything unknown counts as not having reached core. */
export function failureOf(error: unknown): Failure {
  if (error instanceof z.ZodError) return { kind: 'unsound', message: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
  if (!(error instanceof ORPCError)) return { kind: 'unreachable' }
  const refused = error.code === 'REFUSED' ? refusedSchema.safeParse(error.data) : undefined
  if (refused?.success) return { kind: 'refused', ...refused.data }
  const stale = error.code === 'STALE' ? staleSchema.safeParse(error.data) : undefined
  if (stale?.success) return { kind: 'stale', ...stale.data }
  const fault = error.code === 'FAULT' ? faultSchema.safeParse(error.data) : undefined
  if (fault?.success) return { kind: 'fault', ...fault.data }
  if (error.code === 'BAD_REQUEST') return { kind: 'unsound', message: error.message }
  return { kind: 'fault', reference: error.code }
}
