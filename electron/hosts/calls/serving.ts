import { ORPCError } from '@orpc/client'
import type { StandardRPCHandlerOptions } from '@orpc/server/standard'
import type { CallContext } from '#core/registration.ts'
import { carriedFileSerializer, carryFiles } from '#shared/transport/carried-file.ts'
import { YEAR_HEADER } from '#shared/transport/register-year.ts'

/** What both hosts build their handlers with: the same procedures, the same way of carrying files and faults. */
export const servingOptions = (): Pick<StandardRPCHandlerOptions<CallContext>, 'customJsonSerializers' | 'interceptors' | 'clientInterceptors'> => ({
  customJsonSerializers: [carriedFileSerializer],
  interceptors: [({ next, ...options }) => next({ ...options, context: { ...options.context, year: yearIn(options.request.headers[YEAR_HEADER]) } })],
  clientInterceptors: [
    async ({ next, context, path }) => {
      const settle = (error: unknown): unknown => withReference(error, context, path.join('.'))
      try {
        const answer: unknown = await next()
        return isStream(answer) ? carryFiles(answer, settle) : answer
      } catch (error) {
        throw settle(error)
      }
    },
  ],
})

/** What cannot be read as a year is no year that was ever frozen, and core says so. */
const yearIn = (header: string | readonly string[] | undefined): number | undefined => (header === undefined ? undefined : Number(header))

/** The contract's own errors, and oRPC's answer to input that does not fit the contract. */
const toldToThePage: ReadonlySet<unknown> = new Set(['REFUSED', 'STALE', 'FAULT', 'BAD_REQUEST'])

/**
 * Core's registration answers its own faults with a reference. What goes wrong after it (an answer that does not fit
 * the contract) is a fault too and is kept and told in the same way.
 */
function withReference(error: unknown, context: CallContext, procedure: string): unknown {
  if ((error instanceof ORPCError && toldToThePage.has(error.code)) || isCancelled(error)) return error
  return new ORPCError('FAULT', { defined: true, status: 500, data: { reference: context.reportFault(error, procedure) } })
}

const isCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

const isStream = (answer: unknown): answer is AsyncIteratorObject<unknown, unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer && 'next' in answer
