import { setImmediate } from 'node:timers/promises'
import type { Factors } from '#shared/contract/grading.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import type { Actor, Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { levelFrom, readEntries } from '../review/entries.ts'
import { takeOverEntry } from '../review/move-entries.ts'
import { settingFor } from '../review/setting.ts'
import { recordGrading } from './record-grading.ts'

export interface AcceptOrder {
  readonly ids?: readonly string[] | undefined
  readonly all?: true | undefined
  readonly reason: string
}

export interface Accepted { accepted: number; alreadyAccepted: number; ungraded: number; toConfirm: number; inReview: number }

type Point = Pick<Row<'risk_point'>, 'id' | 'number' | 'grading_id' | 'grading_stage' | 'confirm_code' | 'grade_to_confirm' | 'entry_state'>

/** A chunk takes some fifty milliseconds; other work gets its turn between chunks. */
const chunkSize = 200

/**
 * Takes over what was determined on paper: the declared grades become the organisation's without the review that took
 * place elsewhere; entries that are under review here are left to it. Chunk by chunk, each a change of its own: stopping half-way
 * leaves whole points accepted and the rest as they were, and accepting again goes on from there.
 * @throws Refusal `grading.accept-nothing` where neither points nor all are named, `record.missing`
 */
export async function* acceptGradings(core: Core, actor: Actor, order: AcceptOrder): AsyncGenerator<Progress, Accepted, void> {
  const { database } = core
  const counts: Accepted = { accepted: 0, alreadyAccepted: 0, ungraded: 0, toConfirm: 0, inReview: 0 }
  const total = await howMany(database.read, order)
  let done = 0
  yield { done, total, stage: 'accept' }
  for await (const chunk of chunks(database.read, order)) {
    const part = await acceptChunk(core, actor, { ids: chunk, reason: order.reason })
    for (const key of ['accepted', 'alreadyAccepted', 'ungraded', 'toConfirm', 'inReview'] as const) counts[key] += part[key]
    done += chunk.length
    yield { done, total: Math.max(total, done), stage: 'accept' }
    await setImmediate()
  }
  return counts
}

async function howMany(db: ReadableDatabase, { ids, all }: AcceptOrder): Promise<number> {
  if (all !== true && ids !== undefined) return new Set(ids).size
  if (all !== true) throw new Refusal('grading.accept-nothing')
  const { points } = await db.selectFrom('risk_point').select(({ fn }) => fn.countAll<number>().as('points')).where('state', '=', 'in-force').executeTakeFirstOrThrow()
  return points
}

async function* chunks(db: ReadableDatabase, { ids, all }: AcceptOrder): AsyncGenerator<string[], void, void> {
  if (all !== true) {
    const named = [...new Set(ids)]
    for (let from = 0; from < named.length; from += chunkSize) yield named.slice(from, from + chunkSize)
    return
  }
  for (let after = 0; ;) {
    const rows = await db.selectFrom('risk_point').select(['id', 'number']).where('state', '=', 'in-force').where('number', '>', after).orderBy('number').limit(chunkSize).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
    yield rows.map((row) => row.id)
  }
}

type Verdict = keyof Accepted

/** An open question keeps a grade from being accepted; a grade that already stands needs no second acceptance, until a new year begins. */
function verdictOn(point: Point): Verdict {
  if (point.grading_id === null) return 'ungraded'
  if (point.entry_state !== 'draft' && point.entry_state !== 'in-force') return 'inReview'
  if (point.entry_state === 'in-force' && point.grading_stage === 'accepted' && point.grade_to_confirm === 0) return 'alreadyAccepted'
  return point.confirm_code === null ? 'accepted' : 'toConfirm'
}

async function acceptChunk({ database }: Core, actor: Actor, { ids, reason }: { ids: readonly string[]; reason: string }): Promise<Accepted> {
  return database.change(actor, async (change) => {
    const counts: Accepted = { accepted: 0, alreadyAccepted: 0, ungraded: 0, toConfirm: 0, inReview: 0 }
    const points = await change.db.selectFrom('risk_point').select(['id', 'number', 'state', 'grading_id', 'grading_stage', 'confirm_code', 'grade_to_confirm', 'entry_state']).where('id', 'in', ids).execute()
    const found = new Set(points.map((point) => point.id))
    const unknown = ids.find((id) => !found.has(id))
    if (unknown !== undefined) throw new Refusal('record.missing')
    const open = points.filter((point) => point.state === 'in-force').toSorted((a, b) => a.number - b.number)
    for (const point of open) counts[verdictOn(point)]++
    await acceptEach(change, open.filter((point) => verdictOn(point) === 'accepted'), reason)
    return counts
  })
}

async function acceptEach(change: Change, points: readonly Point[], reason: string): Promise<void> {
  const ids = points.flatMap((point) => point.grading_id ?? [])
  const declared = ids.length === 0 ? [] : await change.db.selectFrom('grading').selectAll().where('id', 'in', ids).orderBy('number').execute()
  for (const grading of declared) {
    await recordGrading(change, {
      riskPointId: grading.risk_point_id,
      stage: 'accepted',
      methodVersionId: grading.method_version_id,
      factors: JSON.parse(grading.factors) as Factors,
      score: grading.score,
      computedGrade: grading.computed_grade,
      overrides: JSON.parse(grading.overrides) as string[],
      finalGrade: grading.final_grade,
      finalRank: grading.final_rank,
      direction: grading.direction,
      approver: grading.approver,
      reason: reason.trim() === '' ? grading.reason : reason.trim(),
      source: 'person',
    })
  }
  await putInForce(change, declared, reason.trim())
}

/** What was taken over is in force, and what it looks like now is kept for noticing later changes. */
async function putInForce(change: Change, declared: readonly Row<'grading'>[], reason: string): Promise<void> {
  if (declared.length === 0) return
  const entries = await readEntries(change.db, declared.map((grading) => grading.risk_point_id))
  const setting = await settingFor(change, entries)
  const levels = new Map(declared.map((grading) => [grading.risk_point_id, levelFrom(grading)]))
  for (const entry of entries) {
    const level = levels.get(entry.id)
    if (level !== undefined) await takeOverEntry(change, { entry, setting }, { level, reason })
  }
}
