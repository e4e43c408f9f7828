import type { Scope } from '#shared/contract/publicity.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Gate } from '../permission/gate.ts'
import { waitingEntries } from './waiting.ts'
import type { OutsideStep } from './waiting.ts'

/** As many entries as one list holds; more are put on several. */
const mostEntries = 20_000
const atOnce = 500

/**
 * The entries a new list or sheet takes in, each asked for permission.
 * @throws Refusal `publicity.nothing-waiting`, `publicity.too-many`
 */
export async function takeIn(change: Change, step: OutsideStep, { scope, except, gate }: { scope: Scope; except: readonly string[]; gate: Gate }): Promise<string[]> {
  const left = new Set(except)
  const found = await waitingEntries(change.db, step, scope).select(['r.id', 'r.department_id']).orderBy('r.department_id').orderBy('r.power_id').orderBy('r.number').limit(mostEntries + except.length + 1).execute()
  const taken = found.filter(({ id }) => !left.has(id))
  if (taken.length === 0) throw new Refusal('publicity.nothing-waiting')
  if (taken.length > mostEntries) throw new Refusal('publicity.too-many', { limit: mostEntries })
  for (const departmentId of new Set(taken.map((row) => row.department_id))) gate.require({ departmentId, state: step })
  return taken.map(({ id }) => id)
}

/** Writes down what a list holds. */
export async function enterListed(change: Change, { listId, step, ids }: { listId: string; step: OutsideStep; ids: readonly string[] }): Promise<void> {
  const rows = ids.map((riskPointId, position) => ({ list_id: listId, position, step, risk_point_id: riskPointId, outcome: null }))
  for (let from = 0; from < rows.length; from += atOnce) await change.db.insertInto('listed_entry').values(rows.slice(from, from + atOnce)).execute()
}

/** Takes what still waits off a list; it waits for another one. */
export const releaseListed = (change: Change, listId: string) =>
  change.db.updateTable('listed_entry').set({ outcome: 'left-out' }).where('list_id', '=', listId).where('outcome', 'is', null).execute()
