import type { Factors } from '#shared/contract/grading.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { standingStop } from '#shared/model/review/way.ts'
import type { OnTheWay, Stop } from '#shared/model/review/way.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

const columns = [
  'risk_point.id', 'risk_point.number', 'risk_point.revision', 'risk_point.state', 'risk_point.department_id', 'risk_point.post_id', 'risk_point.grading_id',
  'risk_point.grade_code', 'risk_point.grade_rank', 'risk_point.grading_stage', 'risk_point.confirm_code', 'risk_point.entry_state', 'risk_point.entry_cycle',
  'risk_point.entry_kind', 'risk_point.entry_step', 'risk_point.entry_ladder', 'risk_point.entry_grade', 'risk_point.entry_grade_rank', 'risk_point.entry_heaviest',
  'risk_point.entry_needs', 'risk_point.entry_lowered', 'risk_point.determined_grade', 'risk_point.determined_rank', 'risk_point.to_re_examine', 'risk_point.updated_at',
] as const

/** A risk point's entry as review needs it. */
export type Entry = Pick<Row<'risk_point'>, 'id' | 'number' | 'revision' | 'state' | 'department_id' | 'post_id' | 'grading_id' | 'grade_code' | 'grade_rank' | 'grading_stage' | 'confirm_code'
  | 'entry_state' | 'entry_cycle' | 'entry_kind' | 'entry_step' | 'entry_ladder' | 'entry_grade' | 'entry_grade_rank' | 'entry_heaviest' | 'entry_needs' | 'entry_lowered'
  | 'determined_grade' | 'determined_rank' | 'to_re_examine' | 'updated_at'>

/** Entries in order of number; unknown ids are left out. */
export const readEntries = (db: ReadableDatabase, ids: readonly string[]): Promise<Entry[]> =>
  db.selectFrom('risk_point').select(columns).where('id', 'in', ids).orderBy('number').execute()

/** The grade proposed at one level, with what it was worked out from. */
export interface Level {
  readonly methodVersionId: string
  readonly factors: Factors
  readonly score: number | null
  readonly computedGrade: string
  readonly overrides: readonly string[]
  readonly grade: string
  readonly rank: number
}

/** How an entry is on its way. @throws Error for an entry that is not */
export function onTheWay(entry: Entry): OnTheWay {
  if (entry.entry_grade === null) throw new Error(`entry ${entry.number} is on its way without a grade`)
  return { grade: entry.entry_grade, heaviest: entry.entry_heaviest ?? entry.entry_grade, needs: entry.entry_needs }
}

/** Where an entry waits. */
export const stopOf = (entry: Entry, ladder: Ladder): Stop => standingStop(ladder, { state: entry.entry_state, step: entry.entry_step }, onTheWay(entry))

/** Every decision of the entries' present cycles, oldest first, by risk point. */
export async function decisionsOfCycle(db: ReadableDatabase, entries: readonly Entry[]): Promise<Map<string, Row<'review_decision'>[]>> {
  const cycles = new Map(entries.map((entry) => [entry.id, entry.entry_cycle]))
  const rows = await db.selectFrom('review_decision').selectAll().where('risk_point_id', 'in', [...cycles.keys()]).orderBy('risk_point_id').orderBy('number').execute()
  return Map.groupBy(rows.filter((row) => row.cycle === cycles.get(row.risk_point_id)), (row) => row.risk_point_id)
}

/** The level a grading stands for. */
export const levelFrom = (grading: Row<'grading'>): Level => ({
  methodVersionId: grading.method_version_id, factors: JSON.parse(grading.factors) as Factors, score: grading.score, computedGrade: grading.computed_grade,
  overrides: JSON.parse(grading.overrides) as string[], grade: grading.final_grade, rank: grading.final_rank,
})

/** The grading a point bears. @throws Refusal `review.ungraded` */
export async function standingGrading(db: ReadableDatabase, entry: Entry): Promise<Row<'grading'>> {
  const grading = entry.grading_id === null ? undefined : await db.selectFrom('grading').selectAll().where('id', '=', entry.grading_id).executeTakeFirst()
  if (grading === undefined) throw new Refusal('review.ungraded', { number: entry.number })
  return grading
}

/** The level that stands: that of the last decision which named a grade. */
export function standingLevel(decisions: readonly Row<'review_decision'>[]): Level | undefined {
  const last = decisions.findLast((decision) => decision.grade !== null)
  if (last === undefined || last.grade === null || last.grade_rank === null || last.method_version_id === null) return undefined
  return {
    methodVersionId: last.method_version_id, factors: JSON.parse(last.factors ?? '{}') as Factors, score: last.score, computedGrade: last.computed_grade ?? last.grade,
    overrides: JSON.parse(last.overrides ?? '[]') as string[], grade: last.grade, rank: last.grade_rank,
  }
}
