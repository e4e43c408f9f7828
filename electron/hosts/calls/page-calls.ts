import { userInfo } from 'node:os'
import type { Core } from '#core/core.ts'
import { openSession } from '#core/people/session.ts'
import type { CallContext } from '#core/registration.ts'
import type { FaultLog } from './fault-log.ts'

/**
 * The calls of a window. Who is behind them is kept here, in the host, and never said by the page, so a page that was
 * tampered with cannot act in another name.
 */
export function pageCalls(core: Core, faults: FaultLog): CallContext {
  return { core, identity: openSession(accountName()), reportFault: faults.report }
}

/** An account without a name (some containers) is still one person. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return 'officer'
  }
}
