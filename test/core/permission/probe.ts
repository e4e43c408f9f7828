import { ContractProcedure, isContractProcedure } from '@orpc/contract'
import type { AnyContractProcedure } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { AnyRouter, RouterClient } from '@orpc/server'
import { serve } from '#core/registration.ts'
import type { Call, CallContext, Handlers } from '#core/registration.ts'
import { contract } from '#shared/contract/index.ts'
import type { ProcedureMeta } from '#shared/contract/procedure.ts'
import type { Subject } from '#shared/model/permissions.ts'

export interface Probed { readonly name: string; readonly meta: ProcedureMeta }

/** Every procedure of the contract. */
export const procedures: readonly Probed[] = Object.entries(contract).flatMap(([area, of]) => Object.entries(of).map(([name, procedure]) => ({ name: `${area}.${name}`, meta: (procedure as AnyContractProcedure)['~orpc'].meta as ProcedureMeta })))

/** What a probe is asked with: identifiers for the gate to look up, and the subject for a handler that asks by itself. */
export interface Question { readonly ids: readonly string[]; readonly subject: Subject }

/** The contract with its permissions as they are and its shapes left open, so that only the gate can refuse. */
function open(part: object): object {
  return Object.fromEntries(Object.entries(part).map(([name, inner]: [string, object]) => [name, isContractProcedure(inner) ? new ContractProcedure({ ...inner['~orpc'], inputSchema: undefined, outputSchema: undefined }) : open(inner)]))
}

function handlers(part: object): object {
  return Object.fromEntries(Object.entries(part).map(([name, inner]: [string, object]) => [name, isContractProcedure(inner) ? probe(inner['~orpc'].meta as ProcedureMeta) : handlers(inner)]))
}

/** Does nothing but what the gate demands of a handler. */
const probe = ({ touches }: ProcedureMeta) => (input: unknown, { gate }: Call): string => {
  if (touches === 'asks') gate.require((input as Question).subject)
  return 'done'
}

type Ask = (procedure: string, question: Question) => Promise<boolean>

/** Calls procedures through the real registration and gate; answers whether they were carried out. */
export function asker(context: CallContext): Ask {
  const router = serve(open(contract) as typeof contract, handlers(contract) as Handlers<typeof contract>)
  const client: RouterClient<AnyRouter> = createRouterClient(router, { context })
  return async (procedure, question) => {
    const [area = '', name = ''] = procedure.split('.')
    const call = (client as Record<string, Record<string, (input: Question) => Promise<unknown>>>)[area]?.[name]
    if (call === undefined) throw new Error(`no procedure ${procedure}`)
    return call(question).then(() => true, (error: unknown) => {
      if (isRefused(error)) return false
      throw error
    })
  }
}

const isRefused = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'REFUSED'
