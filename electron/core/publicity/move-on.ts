import { setImmediate } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Change } from '../database/database.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { advanceEntry } from '../review/advance.ts'
import { readEntries } from '../review/entries.ts'
import { settingFor } from '../review/setting.ts'

const chunkSize = 100

/** Which entries go on, by what decision, and the words it is noted with. */
export interface MovingOn { readonly action: 'publish' | 'file'; readonly id: string; readonly reason: string; readonly evidence: readonly string[] }

const steps = { publish: { state: 'publicity', outcome: 'published' }, file: { state: 'filing', outcome: 'filed' } } as const

/**
 * Brings the entries of a list or sheet to the next stop of their ladders, chunk by chunk, each chunk a change of its
 * own. Stopped half-way it goes on from there the next time.
 */
export async function* moveOn(call: Call, moving: MovingOn): AsyncGenerator<Progress, number, void> {
  const open = () => call.core.database.read.selectFrom('listed_entry').where('list_id', '=', moving.id).where('outcome', 'is', null)
  const { total } = await open().select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let [moved, done] = [0, 0]
  yield { done, total, stage: 'review' }
  for (;;) {
    const rows = await open().select('risk_point_id').orderBy('position').limit(chunkSize).execute()
    if (rows.length === 0 || call.signal.aborted) return moved
    moved += await changeBy(call, (change) => moveChunk(change, call, { moving, ids: rows.map((row) => row.risk_point_id) }))
    done += rows.length
    yield { done, total, stage: 'review' }
    await setImmediate()
  }
}

async function moveChunk(change: Change, call: Call, { moving, ids }: { moving: MovingOn; ids: readonly string[] }): Promise<number> {
  const { action, id, reason, evidence } = moving
  const { state, outcome } = steps[action]
  const entries = await readEntries(change.db, ids)
  const setting = await settingFor(change, entries)
  let moved = 0
  for (const entry of entries) {
    // One that left the step by another way is taken off the list and nothing more.
    const role = entry.entry_state === state ? call.gate.require({ departmentId: entry.department_id, state }) : ''
    const advanced = await advanceEntry(change, action, { entry, setting, role, reason, evidence })
    await change.db.updateTable('listed_entry').set({ outcome: advanced ? outcome : 'left-out' }).where('list_id', '=', id).where('risk_point_id', '=', entry.id).execute()
    if (advanced) moved++
  }
  if (moved === 0) await change.record({ action: 'publicity.leave-out', entity: action === 'publish' ? 'publicity' : 'filing', entityId: id, after: { leftOut: entries.length } })
  return moved
}
