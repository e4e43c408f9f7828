import type { EventPlan } from '#shared/contract/warnings.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { ReadEvent } from './read-events.ts'

/** A plan with the events it would take in. It lives in memory only: closing the program forgets it. */
export interface StoredEventPlan { readonly plan: EventPlan; readonly events: readonly ReadEvent[]; readonly fileHash: string; readonly madeAt: number }

const keptAtMost = 4
const keptFor = 2 * 60 * 60 * 1000

const stores = new WeakMap<Core, Map<string, StoredEventPlan>>()

function storeOf(core: Core): Map<string, StoredEventPlan> {
  const store = stores.get(core) ?? new Map<string, StoredEventPlan>()
  stores.set(core, store)
  for (const [id, { madeAt }] of store) if (core.env.now() - madeAt > keptFor) store.delete(id)
  return store
}

export function keepEventPlan(core: Core, stored: StoredEventPlan): void {
  const store = storeOf(core)
  store.set(stored.plan.planId, stored)
  for (const id of [...store.keys()].slice(0, -keptAtMost)) store.delete(id)
}

/** @throws Refusal `import.plan-unknown` for one that was never made, was carried out, or is too old */
export function findEventPlan(core: Core, planId: string): StoredEventPlan {
  const stored = storeOf(core).get(planId)
  if (stored === undefined) throw new Refusal('import.plan-unknown')
  return stored
}

export const dropEventPlan = (core: Core, planId: string): boolean => storeOf(core).delete(planId)
