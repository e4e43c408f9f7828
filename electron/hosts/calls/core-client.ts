import { createRouterClient } from '@orpc/server'
import type { AnyRouter, RouterClient } from '@orpc/server'
import type { CallContext } from '#core/registration.ts'
import { createRouter } from '#core/router.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import type { Progress } from '#shared/contract/procedure.ts'

/**
 * Asks core within one program by the contract: the same gate as for the page, with its checks of input, permission
 * and answer, only without a wire.
 */
export function coreClient(context: CallContext): ContractClient {
  const client: RouterClient<AnyRouter> = createRouterClient(createRouter(), { context })
  return client as ContractClient
}

/** Reads long work to its end and passes its progress on. */
export async function readToEnd<T>(work: AsyncIteratorObject<Progress, T, void>, onProgress: (progress: Progress) => void = () => undefined): Promise<T> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
    onProgress(step.value)
  }
}
