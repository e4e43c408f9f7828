import { userInfo } from 'node:os'
import type { Core } from '#core/core.ts'
import type { CallContext } from '#core/registration.ts'
import type { FaultLog } from './fault-log.ts'

/**
 * Whoever sits at the computer: in this edition the person signed in to the operating system is the officer. The host
 * says so, never the page, so a page that was tampered with cannot act in another name.
 */
export function officerCalls(core: Core, faults: FaultLog): CallContext {
  return { core, actor: { kind: 'person', name: accountName() }, role: 'officer', reportFault: faults.report }
}

/** An account without a name (some containers) is still one person. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return 'officer'
  }
}
