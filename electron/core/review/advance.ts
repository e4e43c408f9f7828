import { stopFrom } from '#shared/model/review/way.ts'
import type { Change } from '../database/database.ts'
import { writersColumns } from './columns-of-writers.ts'
import { dueOn } from './deadlines.ts'
import { onTheWay } from './entries.ts'
import type { Entry } from './entries.ts'
import { keepDecision } from './keep-decision.ts'
import type { Setting } from './setting.ts'

interface Advancing { readonly entry: Entry; readonly setting: Setting; readonly role: string; readonly reason: string; readonly evidence: readonly string[] }

/** Steps in which nobody judges: something was done outside and is noted. */
const waitsFor = { publish: 'publicity', file: 'filing' } as const

/**
 * Notes that an entry was published or filed, and brings it to the next stop of its ladder.
 * @returns false where the entry does not wait for that step any more; nothing is done then
 */
export async function advanceEntry(change: Change, action: keyof typeof waitsFor, { entry, setting, role, reason, evidence }: Advancing): Promise<boolean> {
  if (entry.entry_state !== waitsFor[action]) return false
  const ladder = setting.ladderOf(entry)
  const next = stopFrom(ladder, entry.entry_step + 1, onTheWay(entry))
  await keepDecision(change, entry, { action, to: next.state, role, reason, evidence, entry: { entry_step: next.step, entry_due_on: dueOn(ladder, next, setting) } })
  return true
}

/** Gives an entry that was determined back to its writers because an objection to it was upheld. */
export async function returnPublished(change: Change, { entry, setting, role, reason, evidence }: Advancing): Promise<boolean> {
  if (entry.entry_state !== 'publicity') return false
  await keepDecision(change, entry, {
    action: 'return', to: 'returned', role, reason, evidence, snapshot: setting.snapshotOf(entry),
    entry: writersColumns(entry),
  })
  return true
}
