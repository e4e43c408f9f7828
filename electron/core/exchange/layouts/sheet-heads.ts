import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import { MOST_COLUMNS } from '../../workbooks/layouts/guess-layout.ts'
import { LONGEST_TITLE } from '../../workbooks/layouts/layout.ts'
import type { Sheet, Workbook } from '../../workbooks/workbook.ts'

/** The beginning of a sheet, enough to choose by how it is read. */
export interface SheetHead extends Sheet {
  readonly rowTotal: number
  readonly columnTotal: number
}

/** A header further down is found by its number on the command line only. */
const rowsKept = 100

function headOf({ name, hidden, rows, merges }: Sheet): SheetHead {
  const kept = rows.slice(0, rowsKept).map((row) => row.slice(0, MOST_COLUMNS).map((text) => text.slice(0, LONGEST_TITLE)))
  const inside = merges.filter(({ top, left }) => top < kept.length && left < MOST_COLUMNS)
    .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, kept.length - 1), right: Math.min(merge.right, MOST_COLUMNS - 1) }))
  return { name, hidden, rows: kept, merges: inside, rowTotal: rows.length, columnTotal: rows[0]?.length ?? 0 }
}

interface Kept { readonly heads: readonly SheetHead[]; readonly keptAt: number }

/** Of more files than plans are kept: somebody who drops a folder of workbooks still chooses how each is read. */
const filesKept = 64
const keptFor = 2 * 60 * 60 * 1000

const stores = new WeakMap<Core, Map<string, Kept>>()

function storeOf(core: Core): Map<string, Kept> {
  const store = stores.get(core) ?? new Map<string, Kept>()
  stores.set(core, store)
  for (const [id, { keptAt }] of store) if (core.env.now() - keptAt > keptFor) store.delete(id)
  return store
}

export function keepHeads(core: Core, planId: string, { sheets }: Workbook): void {
  const store = storeOf(core)
  store.set(planId, { heads: sheets.map((sheet) => headOf(sheet)), keptAt: core.env.now() })
  for (const id of [...store.keys()].slice(0, -filesKept)) store.delete(id)
}

export const dropHeads = (core: Core, planId: string): boolean => storeOf(core).delete(planId)

/** @throws Refusal `import.plan-unknown`, also for a sheet the file does not have */
export function findHead(core: Core, planId: string, sheet: number): SheetHead {
  const head = storeOf(core).get(planId)?.heads[sheet]
  if (head === undefined) throw new Refusal('import.plan-unknown')
  return head
}
