import type { Desk, Level } from '#shared/contract/review.ts'
import type { Factors } from '#shared/contract/grading.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { isDetour } from '#shared/model/review/way.ts'
import type { SnapshotRiskPoint } from '../archive/snapshot.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { todayOf } from '../records/call-changes.ts'
import type { Call } from '../registration.ts'
import { onTheWay, readEntries, stopOf } from './entries.ts'
import type { Entry } from './entries.ts'
import type { MaterialChange } from './differences.ts'
import { isUnderReview } from './move-entries.ts'
import { askedRoles, judge } from './reviewers.ts'
import { readSetting } from './setting.ts'
import type { Setting } from './setting.ts'
import { similarPoints } from './similar.ts'

/**
 * All that lies beside an entry on the review desk.
 * @throws Refusal `record.missing`
 */
export async function readDesk(call: Call, id: string): Promise<Desk> {
  const db = call.core.database.read
  const [entry] = await readEntries(db, [id])
  if (entry === undefined) throw new Refusal('record.missing')
  const setting = await readSetting(db, { today: todayOf(call), entries: [entry] })
  const point = await db.selectFrom('risk_point').select(['manifestation', 'entry_since', 'entry_due_on']).where('id', '=', id).executeTakeFirstOrThrow()
  return {
    id, number: entry.number, revision: entry.revision, entryState: entry.entry_state, entryKind: entry.entry_kind, cycle: entry.entry_cycle, since: point.entry_since,
    dueOn: point.entry_due_on, grade: entry.entry_grade, determinedGrade: entry.determined_grade, ...standing(call, entry, setting),
    levels: await levelsOf(db, id), reExaminations: await reExaminationsOf(db, id), comments: await commentsOf(db, id),
    similar: await similarPoints(db, { id, manifestation: point.manifestation }), lastYear: await lastYearOf(db, id),
  }
}

/** The step waited for, and whether the caller may take it. */
function standing({ caller }: Call, entry: Entry, setting: Setting): Pick<Desk, 'step' | 'verdict'> {
  if (!isUnderReview(entry)) return { step: null, verdict: { may: false, role: null, why: null } }
  const ladder = setting.ladderOf(entry)
  const stop = stopOf(entry, ladder)
  const asking = setting.questionAt(entry, stop)
  const asked = askedRoles(asking)
  const agreement = isDetour(ladder, entry.entry_step, onTheWay(entry))
  const step = {
    kind: ladder.steps[stop.step]?.kind ?? 'determination', roles: [...(asked.length === 0 ? stop.roles : asked)],
    checklist: agreement ? [] : ladder.steps[stop.step]?.checklist ?? [], agreement,
  }
  const person = setting.people.find(({ id }) => id === caller.personId)
  const verdict = person === undefined ? undefined : judge(person, asking)
  if (verdict === undefined) return { step, verdict: { may: false, role: null, why: 'not-your-step' } }
  return { step, verdict: verdict.may ? { may: true, role: verdict.role, why: null } : { may: false, role: null, why: verdict.why } }
}

async function levelsOf(db: ReadableDatabase, riskPointId: string): Promise<Level[]> {
  const rows = await db.selectFrom('review_decision').selectAll().where('risk_point_id', '=', riskPointId).orderBy('number').limit(500).execute()
  return rows.map(asLevel)
}

function asLevel(row: Row<'review_decision'>): Level {
  return {
    id: row.id, cycle: row.cycle, action: row.action, fromState: row.from_state, toState: row.to_state, role: row.role, methodVersionId: row.method_version_id,
    factors: row.factors === null ? null : JSON.parse(row.factors) as Factors, score: row.score, computedGrade: row.computed_grade, overrides: JSON.parse(row.overrides ?? '[]') as string[],
    grade: row.grade, direction: row.direction, reason: row.reason, evidence: JSON.parse(row.evidence) as string[], checklist: JSON.parse(row.checklist) as string[],
    hasSnapshot: row.snapshot_hash !== null, person: row.person, decidedAt: row.decided_at,
  }
}

async function reExaminationsOf(db: ReadableDatabase, riskPointId: string): Promise<Desk['reExaminations']> {
  const rows = await db.selectFrom('re_examination').selectAll().where('risk_point_id', '=', riskPointId).orderBy('number', 'desc').limit(100).execute()
  return rows.map((row) => ({
    id: row.id, cause: row.cause, changes: JSON.parse(row.changes) as MaterialChange[], openedAt: row.opened_at, openedBy: row.opened_by, settledAt: row.settled_at, settledHow: row.settled_how,
  }))
}

async function commentsOf(db: ReadableDatabase, riskPointId: string): Promise<Desk['comments']> {
  const rows = await db.selectFrom('review_comment').selectAll().where('risk_point_id', '=', riskPointId).orderBy('number').limit(500).execute()
  return rows.map(({ id, text, person, written_at }) => ({ id, text, person, writtenAt: written_at }))
}

async function lastYearOf(db: ReadableDatabase, riskPointId: string): Promise<Desk['lastYear']> {
  const row = await db.selectFrom('archive_row as r').innerJoin('archive as a', 'a.number', 'r.archive_number').select(['a.year', 'r.content'])
    .where('r.entity_id', '=', riskPointId).where('r.entity', '=', 'risk-point').orderBy('a.year', 'desc').limit(1).executeTakeFirst()
  if (row === undefined) return null
  const point = JSON.parse(row.content) as SnapshotRiskPoint
  return { year: row.year, grade: point.grading?.finalGrade ?? null, manifestation: point.manifestation, measures: point.measureIds.length }
}
