import type { ImportBatch } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { Actor, Change } from '../../database/database.ts'
import { keepingCopy } from '../../database/copies/kept-copies.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { batchById } from '../batches.ts'
import { lastEntry } from '../plan/last-entry.ts'
import { dropPlan, findPlan } from '../plan/plan-store.ts'
import type { StoredPlan } from '../plan/plan-store.ts'
import { doesSomething } from '../plan/preview.ts'
import { writeDraft } from './write-draft.ts'

/**
 * Carries out a plan after keeping a checked copy of the register.
 * @throws Refusal `import.plan-unknown`, `import.nothing-to-do`, and `import.plan-outdated` when anything was changed
 * after the plan was made
 */
export async function* applyImport(core: Core, actor: Actor, planId: string): AsyncGenerator<Progress, ImportBatch, void> {
  const stored = findPlan(core, planId)
  if (!doesSomething(stored.plan.summary)) throw new Refusal('import.nothing-to-do')
  refuseOutdated(stored, await lastEntry(core.database.read))
  yield* keepingCopy(core, 'import')
  return yield* carryOut(core, actor, stored)
}

/** All accepted rows in one change, or none. @throws Refusal `import.plan-outdated` */
export async function* carryOut(core: Core, actor: Actor, stored: StoredPlan): AsyncGenerator<Progress, ImportBatch, void> {
  const batchId = yield* reporting((report) => core.database.change(actor, async (change) => {
    refuseOutdated(stored, await lastEntry(change.db))
    return writeBatch(change, stored, report)
  }))
  dropPlan(core, stored.plan.planId)
  return batchById(core.database.read, batchId)
}

function refuseOutdated({ madeOn }: StoredPlan, last: string): void {
  if (madeOn !== last) throw new Refusal('import.plan-outdated')
}

async function writeBatch(change: Change, { plan, draft, fileHash }: StoredPlan, report: Report): Promise<string> {
  const { fileName, formCodes, summary } = plan
  const batchId = change.newId()
  await writeDraft({ change, draft, report, begin: async () => {
    await change.db.insertInto('import_batch').values({
      id: batchId, file_name: fileName, file_hash: fileHash, form_codes: JSON.stringify(formCodes), summary: JSON.stringify(summary), state: 'applied',
      imported_by: change.actor.name, imported_at: change.at, undone_at: null,
    }).execute()
    change.batchId = batchId
    await change.record({ action: 'import-batch.create', entity: 'import-batch', entityId: batchId, after: { fileName, formCodes, summary } })
  } })
  return batchId
}
