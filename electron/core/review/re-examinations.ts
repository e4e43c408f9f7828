import type { ReExaminationCause } from '#shared/model/review/decisions.ts'
import { pendingStates } from '#shared/model/review/entry-states.ts'
import type { Change } from '../database/database.ts'
import { materialChanges } from './differences.ts'
import type { MaterialChange } from './differences.ts'
import { snapshotsOf } from './looked-at.ts'
import type { LookedAt } from './looked-at.ts'

/** Entries looked at together: some milliseconds. */
const atOnce = 200

/** Entries somebody has looked at: a change under them has to be noticed. While the writers have an entry nobody has. */
const watchedStates = [...pendingStates, 'in-force'] as const

/** Points touched by a change so far; an import touches thousands, each several times. */
const touched = new WeakMap<Change, Set<string>>()

/**
 * At the end of the change: entries among these points that somebody judged and that are materially different then are
 * marked to be examined again, with what changed since he looked.
 */
export function noticeChanges(change: Change, riskPointIds: readonly string[]): void {
  const known = touched.get(change)
  const ids = known ?? new Set<string>()
  for (const id of riskPointIds) ids.add(id)
  if (known !== undefined) return
  touched.set(change, ids)
  change.atEnd(() => noticeAll(change))
}

async function noticeAll(change: Change): Promise<void> {
  const ids = [...touched.get(change) ?? []]
  touched.delete(change)
  for (let from = 0; from < ids.length; from += atOnce) await noticeChunk(change, ids.slice(from, from + atOnce))
}

async function noticeChunk(change: Change, ids: readonly string[]): Promise<void> {
  const watched = await change.db.selectFrom('risk_point').select('id').where('id', 'in', ids).where('entry_state', 'in', watchedStates).where('state', '=', 'in-force').execute()
  if (watched.length === 0) return
  const looked = await lastLooks(change, watched.map(({ id }) => id))
  if (looked.size === 0) return
  const now = await snapshotsOf(change.db, [...looked.keys()])
  for (const [id, before] of looked) {
    const after = now.get(id)
    const changes = after === undefined ? [] : materialChanges(before, after.content)
    await mark(change, id, { cause: 'changed', changes })
  }
}

/** What was before the eyes of whoever decided last, by risk point. */
async function lastLooks(change: Change, ids: readonly string[]): Promise<Map<string, LookedAt>> {
  const rows = await change.db.selectFrom('review_decision as d').innerJoin('review_snapshot as s', 's.hash', 'd.snapshot_hash')
    .select(['d.risk_point_id', 's.content']).where('d.risk_point_id', 'in', ids).orderBy('d.number').execute()
  return new Map(rows.map((row) => [row.risk_point_id, JSON.parse(row.content) as LookedAt]))
}

/** Marks points for another reason than their own change: a post changed hands, a law, a method. */
export async function markToReExamine(change: Change, riskPointIds: readonly string[], { cause, changes }: { cause: Exclude<ReExaminationCause, 'changed'>; changes: readonly MaterialChange[] }): Promise<number> {
  let marked = 0
  const ids = [...new Set(riskPointIds)]
  for (let from = 0; from < ids.length; from += atOnce) {
    const watched = await change.db.selectFrom('risk_point').select('id').where('id', 'in', ids.slice(from, from + atOnce)).where('entry_state', 'in', watchedStates).where('state', '=', 'in-force').execute()
    for (const { id } of watched) await mark(change, id, { cause, changes })
    marked += watched.length
  }
  return marked
}

/** One open mark per cause: what changed since the last look is told whole, and a change taken back takes the mark back. */
async function mark(change: Change, riskPointId: string, { cause, changes }: { cause: ReExaminationCause; changes: readonly MaterialChange[] }): Promise<void> {
  const open = await change.db.selectFrom('re_examination').select(['id', 'changes']).where('risk_point_id', '=', riskPointId).where('cause', '=', cause).where('settled_at', 'is', null).executeTakeFirst()
  const told = JSON.stringify(changes)
  if (cause === 'changed' && changes.length === 0) return open === undefined ? undefined : settle(change, riskPointId, { ids: [open.id], how: 'taken-back' })
  if (open?.changes === told) return
  if (open === undefined) await change.db.insertInto('re_examination').values({ id: change.newId(), risk_point_id: riskPointId, cause, changes: told, opened_at: change.at, opened_by: change.actor.name }).execute()
  else await change.db.updateTable('re_examination').set({ changes: told }).where('id', '=', open.id).execute()
  await change.db.updateTable('risk_point').set({ to_re_examine: 1 }).where('id', '=', riskPointId).execute()
  await change.record({ action: 'review.to-re-examine', entity: 'review', entityId: riskPointId, after: { cause, fields: [...new Set(changes.map(({ record, field }) => `${record}.${field}`))] } })
}

/** Closes every open mark of an entry; how says by what. Passes over an entry without any. */
export async function settleReExaminations(change: Change, { id }: { id: string }, how: 'review' | 'kept' | 'reopened'): Promise<number> {
  const open = await change.db.selectFrom('re_examination').select('id').where('risk_point_id', '=', id).where('settled_at', 'is', null).execute()
  if (open.length > 0) await settle(change, id, { ids: open.map((row) => row.id), how })
  return open.length
}

async function settle(change: Change, riskPointId: string, { ids, how }: { ids: readonly string[]; how: string }): Promise<void> {
  await change.db.updateTable('re_examination').set({ settled_at: change.at, settled_by: change.actor.name, settled_how: how }).where('id', 'in', ids).execute()
  const left = await change.db.selectFrom('re_examination').select('id').where('risk_point_id', '=', riskPointId).where('settled_at', 'is', null).limit(1).executeTakeFirst()
  if (left === undefined) await change.db.updateTable('risk_point').set({ to_re_examine: 0 }).where('id', '=', riskPointId).execute()
  await change.record({ action: 'review.re-examined', entity: 'review', entityId: riskPointId, after: { how } })
}
