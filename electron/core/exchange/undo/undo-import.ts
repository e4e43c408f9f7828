import type { ImportBatch } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { Actor, Change } from '../../database/database.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { batchById } from '../batches.ts'
import { batchEntries, createdIds } from './batch-entries.ts'
import { refuseBuiltUpon } from './built-upon.ts'
import { reverseEntry } from './reverse-entry.ts'

/** Entries between two chances for other work. */
const breath = 100

/**
 * Takes a whole import back, in one change: what it created is withdrawn, what it changed gets the values it had, grades
 * are given back by new gradings.
 * @throws Refusal `import.batch-unknown`, `import.already-undone`, `import.built-upon`
 */
export async function* undoImport(core: Core, actor: Actor, batchId: string): AsyncGenerator<Progress, ImportBatch, void> {
  yield* reporting((report) => core.database.change(actor, (change) => undoIn(change, batchId, report)))
  return batchById(core.database.read, batchId)
}

async function undoIn(change: Change, batchId: string, report: Report): Promise<void> {
  const { state, fileName } = await batchById(change.db, batchId)
  if (state === 'undone') throw new Refusal('import.already-undone')
  const entries = await batchEntries(change.db, batchId)
  await refuseBuiltUpon(change.db, entries)
  // The entries of the undoing bear the batch's id too: once it is undone, neither side of it counts as building upon.
  change.batchId = batchId
  const createdPoints = new Set(createdIds(entries, 'risk-point'))
  for (const [index, entry] of entries.entries()) {
    await reverseEntry(change, { entry, createdPoints })
    if (index % breath === 0) await report({ done: index, total: entries.length, stage: 'undo' })
  }
  await change.db.updateTable('import_batch').set({ state: 'undone', undone_at: change.at }).where('id', '=', batchId).execute()
  await change.record({ action: 'import-batch.undo', entity: 'import-batch', entityId: batchId, before: { state: 'applied' }, after: { state: 'undone', fileName } })
}
