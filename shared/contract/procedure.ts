import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import type { Permission, ScopedPermission } from '#shared/model/permissions.ts'

/** What core knows of a procedure besides its shapes. */
export interface ProcedureMeta { permission?: Permission; touches?: Touches }

/**
 * How a procedure with a scoped permission says what it touches: by the ids in its input (`id`, `ids`, `items[].id`),
 * looked up among these records before it runs; or `asks`, where the handler itself asks for each record.
 */
export type Touches = 'risk-point' | 'power' | 'control-measure' | 'asks'

/** Errors cross the port as data; their sentences live in the locales under `errors.<code>`. */
const errors = {
  /** Expected: nothing was changed, the sentence says what to mend. */
  REFUSED: {
    status: 422,
    data: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), field: z.string().optional() }),
  },
  /** Somebody saved the record meanwhile: nothing was changed; `current` is how it stands now. */
  STALE: { status: 409, data: z.object({ id: z.string(), current: z.record(z.string(), z.unknown()) }) },
  /** A fault of the program: written to the diagnostic file under this reference. */
  FAULT: { status: 500, data: z.object({ reference: z.string() }) },
}

/**
 * Begins a procedure. The permission is the argument because a procedure without one must not exist, and a permission
 * that depends on departments or states must say what is touched: else it does not compile. The registration in core
 * refuses a contract that was built any other way.
 */
export const procedure = <P extends Permission>(permission: P, ...[touches]: P extends ScopedPermission ? [Touches] : []) =>
  oc.$meta<ProcedureMeta>({}).errors(errors).meta({ permission, ...(touches === undefined ? {} : { touches }) })

/** One report of how far long work has come; `total` is 0 while it is not known. */
export const progressSchema = z.object({ done: z.number(), total: z.number(), stage: z.string() })
export type Progress = z.infer<typeof progressSchema>

/** Output of long work: reports of progress, then the result. Stopping to read cancels the work. */
export const longWork = <T extends z.ZodType>(result: T) => eventIterator(progressSchema, result)
