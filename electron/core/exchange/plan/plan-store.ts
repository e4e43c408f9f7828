import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import { dropHeads } from '../layouts/sheet-heads.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'

/** A plan with what it takes to carry it out. It lives in memory only: closing the program forgets it. */
export interface StoredPlan {
  readonly plan: ImportPlan
  readonly draft: RegisterDraft
  readonly fileHash: string
  /** The last audit entry the plan was made on; '' in a register without any. */
  readonly madeOn: string
  readonly madeAt: number
}

/** A plan of 10 000 rows takes some 50 MB; nobody looks at more than one file at a time. */
const keptAtMost = 4
const keptFor = 2 * 60 * 60 * 1000

const stores = new WeakMap<Core, Map<string, StoredPlan>>()

function storeOf(core: Core): Map<string, StoredPlan> {
  const known = stores.get(core) ?? new Map<string, StoredPlan>()
  stores.set(core, known)
  for (const [id, { madeAt }] of known) if (core.env.now() - madeAt > keptFor) known.delete(id)
  return known
}

export function keepPlan(core: Core, stored: StoredPlan): void {
  const store = storeOf(core)
  store.set(stored.plan.planId, stored)
  for (const id of [...store.keys()].slice(0, -keptAtMost)) store.delete(id)
}

/** @throws Refusal `import.plan-unknown` for one that was never made, was carried out, or is too old */
export function findPlan(core: Core, planId: string): StoredPlan {
  const stored = storeOf(core).get(planId)
  if (stored === undefined) throw new Refusal('import.plan-unknown')
  return stored
}

export function dropPlan(core: Core, planId: string): boolean {
  dropHeads(core, planId)
  return storeOf(core).delete(planId)
}
