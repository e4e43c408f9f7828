import { setImmediate } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import type { RiskFilter } from '#shared/contract/risks.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { RefusalParams } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { eachChunkOfNumbers } from '../lists/each-chunk.ts'
import { readFilter } from '../lists/filter-rules.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { riskList } from '../risks/risk-list.ts'
import { readEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { settingFor } from './setting.ts'
import type { Setting } from './setting.ts'

/** The entries an order is for: those named with the revision that was seen, or a whole list without those taken out. */
export type Selection =
  | { readonly items: readonly { readonly id: string; readonly revision?: number | undefined }[] }
  | { readonly filter: RiskFilter; readonly except: readonly string[]; /** When the list was read: entries saved later are left alone. */ readonly seenAt: string }

export interface Left { readonly id: string; readonly number: number; readonly code: string; readonly params: RefusalParams }
/** `reasons`: the first that were left alone, with why. */
export interface Outcome { done: number; left: number; reasons: Left[] }

/** Entries taken through one change: some hundred milliseconds, then other work gets its turn. */
const chunkSize = 100
const mostReasons = 500

export interface Work { readonly change: Change; readonly entry: Entry; readonly setting: Setting; readonly role: string; readonly personId: string }

/**
 * Does one thing to many entries, chunk by chunk, each chunk a change of its own. What cannot be done to an entry is
 * told of that entry, and the others go on: permission is asked, and a trace is left, for every single one.
 * The work must refuse before it writes anything.
 */
export async function* eachEntry(call: Call, selection: Selection, work: (work: Work) => Promise<void>): AsyncGenerator<Progress, Outcome, void> {
  const outcome: Outcome = { done: 0, left: 0, reasons: [] }
  const ids = await idsOf(call, selection)
  const revisions = 'items' in selection ? new Map(selection.items.map((item) => [item.id, item.revision])) : new Map<string, number>()
  const seenAt = 'items' in selection ? undefined : selection.seenAt
  yield { done: 0, total: ids.length, stage: 'review' }
  for (let from = 0; from < ids.length; from += chunkSize) {
    if (call.signal.aborted) return outcome
    await doChunk(call, { ids: ids.slice(from, from + chunkSize), revisions, seenAt, outcome }, work)
    yield { done: Math.min(from + chunkSize, ids.length), total: ids.length, stage: 'review' }
    await setImmediate()
  }
  return outcome
}

async function idsOf(call: Call, selection: Selection): Promise<string[]> {
  if ('items' in selection) return [...new Set(selection.items.map(({ id }) => id))]
  const db = call.core.database.read
  const [ids, except] = [[] as string[], new Set(selection.except)]
  for await (const numbers of eachChunkOfNumbers(db, riskList, readFilter(riskList.filters, selection.filter, todayOf(call)))) {
    const rows = await db.selectFrom('risk_point').select('id').where('number', 'in', numbers).orderBy('number').execute()
    ids.push(...rows.map(({ id }) => id).filter((id) => !except.has(id)))
  }
  return ids
}

interface Chunk { readonly ids: readonly string[]; readonly revisions: ReadonlyMap<string, number | undefined>; readonly seenAt: string | undefined; readonly outcome: Outcome }

async function doChunk(call: Call, { ids, revisions, seenAt, outcome }: Chunk, work: (work: Work) => Promise<void>): Promise<void> {
  await call.core.database.change(call.actor, async (change) => {
    const entries = await readEntries(change.db, ids)
    if (entries.length < ids.length && entries.length === 0) throw new Refusal('record.missing')
    const setting = await settingFor(change, entries)
    for (const entry of entries) {
      try {
        const role = call.gate.require({ departmentId: entry.department_id, state: entry.entry_state })
        refuseChanged(entry, revisions.get(entry.id), seenAt)
        await work({ change, entry, setting, role, personId: call.caller.personId ?? '' })
        outcome.done++
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        outcome.left++
        if (outcome.reasons.length < mostReasons) outcome.reasons.push({ id: entry.id, number: entry.number, code: error.code, params: error.params })
      }
    }
  })
}

/** The second of two people is told, and nothing of the first is overwritten. */
function refuseChanged(entry: Entry, revision: number | undefined, seenAt: string | undefined): void {
  const changed = (revision !== undefined && revision !== entry.revision) || (seenAt !== undefined && entry.updated_at > seenAt)
  if (changed) throw new Refusal('review.changed-since', { number: entry.number })
}
