import { ContractProcedure, isContractProcedure, ORPCError } from '@orpc/contract'
import type { AnyContractProcedure, AnyContractRouter, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { implement } from '@orpc/server'
import type { AnyRouter } from '@orpc/server'
import type { ProcedureMeta } from '#shared/contract/procedure.ts'
import type { Caller } from '#shared/model/caller.ts'
import { readingPermissions, scopedPermissions } from '#shared/model/permissions.ts'
import type { Permission } from '#shared/model/permissions.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from './core.ts'
import { databaseRefusal } from './database/storage-refusal.ts'
import { openGate } from './permission/gate.ts'
import type { Gate } from './permission/gate.ts'
import type { Identity } from './permission/identity.ts'
import { StaleRecord } from './stale-record.ts'
import { frozenCore } from './years/frozen-years.ts'

/** Who is calling and on what; the host knows the first, never the page. */
export interface CallContext {
  core: Core
  identity: Identity
  /** The frozen year to look at in place of today's register; it can only be read. */
  year?: number | undefined
  /** Keeps what a fault said, away from the page; answers the reference under which it was kept. */
  reportFault: (fault: unknown, procedure: string) => string
}

export interface Call extends CallContext {
  caller: Caller
  /** The caller as the log names him. */
  actor: Actor
  gate: Gate
  signal: AbortSignal
}

/** How the log names somebody who calls. */
export const actorOf = ({ personId, name, grants }: Caller): Actor =>
  ({ kind: grants.some(({ role }) => role === 'service') && personId === null ? 'service' : 'person', name, ...(personId === null ? {} : { id: personId }) })

/** For each procedure of a contract the function that carries it out; leaving one out does not compile. */
export type Handlers<T> = T extends ContractProcedure<infer I, infer O, infer _E, infer _M>
  ? (input: InferSchemaOutput<I>, call: Call) => Promise<InferSchemaInput<O>> | InferSchemaInput<O>
  : { [K in keyof T]: Handlers<T[K]> }

/**
 * The only way a procedure comes to be served: soundness of the input (oRPC, by the contract's schema), permission,
 * the handler, and errors as data, in this order, for every one of them.
 * @throws Error at start, when a procedure of the contract names no permission or has no handler.
 */
export function serve<T extends AnyContractRouter>(contract: T, handlers: Handlers<T>): AnyRouter {
  return serveAt(contract, handlers, [])
}

function serveAt(contract: AnyContractRouter, handlers: unknown, path: readonly string[]): AnyRouter {
  if (isContractProcedure(contract)) return serveProcedure(contract, handlers, path.join('.'))
  const inner: Record<string, AnyRouter> = {}
  for (const [name, part] of Object.entries(contract)) {
    inner[name] = serveAt(part, isRecord(handlers) ? handlers[name] : undefined, [...path, name])
  }
  return inner
}

function serveProcedure(contract: AnyContractProcedure, handler: unknown, name: string): AnyRouter {
  const meta = contract['~orpc'].meta as ProcedureMeta
  const { permission } = meta
  if (permission === undefined) throw new Error(`procedure ${name} names no permission`)
  if (isScoped(permission) && meta.touches === undefined) throw new Error(`procedure ${name} does not say what it touches`)
  if (typeof handler !== 'function') throw new Error(`procedure ${name} has no handler`)
  return implement(contract).$context<CallContext>().handler(async ({ input, context, signal }) => {
    try {
      const caller = await context.identity.caller(context.core)
      const gate = await openGate(context.core, caller, { meta: { ...meta, permission }, input })
      const core = context.year === undefined ? context.core : await frozenFor(context.core, context.year, { actor: actorOf(caller), permission })
      const call: Call = { ...context, core, caller, actor: actorOf(caller), gate, signal: signal ?? new AbortController().signal }
      const answer: unknown = await Reflect.apply(handler, undefined, [input, call])
      if (isLongWork(answer)) return guarded(answer, { call, meta, name })
      demandAsked(call, meta, name)
      return answer
    } catch (error) {
      throw asData(error, context, name)
    }
  })
}

/** The frozen year that is looked at; only reading is let through to it. */
function frozenFor(core: Core, year: number, { actor, permission }: { actor: Actor; permission: Permission }): Promise<Core> {
  if (!readingPermissions.includes(permission)) throw new Refusal('archive.read-only', { year })
  return frozenCore(core, actor, year)
}

const isScoped = (permission: string): boolean => scopedPermissions.some((scoped) => scoped === permission)

/** A handler that promised to ask for each record and did not has let something through unseen. */
function demandAsked({ gate }: Call, { touches }: ProcedureMeta, name: string): void {
  if (touches === 'asks' && !gate.asked) throw new Error(`procedure ${name} did not ask whether it may touch what it touched`)
}

/** Long work fails while it is being read, so its errors are turned into data there too. */
async function* guarded(work: AsyncGenerator<unknown, unknown, void>, { call, meta, name }: { call: Call; meta: ProcedureMeta; name: string }): AsyncGenerator<unknown, unknown, void> {
  try {
    const answer = yield* work
    demandAsked(call, meta, name)
    return answer
  } catch (error) {
    throw asData(error, call, name)
  }
}

function asData(error: unknown, call: CallContext, name: string): unknown {
  if (error instanceof ORPCError) return error
  const refusal = error instanceof Refusal ? error : databaseRefusal(error, call.core)
  if (refusal !== undefined) return refused(refusal)
  if (error instanceof StaleRecord) return new ORPCError('STALE', { defined: true, status: 409, data: { id: error.id, current: error.current } })
  return new ORPCError('FAULT', { defined: true, status: 500, data: { reference: call.reportFault(error, name) } })
}

const refused = ({ code, params, field }: Refusal) =>
  new ORPCError('REFUSED', { defined: true, status: 422, data: { code, params, ...(field === undefined ? {} : { field }) } })

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isLongWork = (value: unknown): value is AsyncGenerator<unknown, unknown, void> =>
  isRecord(value) && typeof Reflect.get(value, Symbol.asyncIterator) === 'function' && typeof Reflect.get(value, 'next') === 'function'
