import type { Factors } from '#shared/contract/grading.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import { recordGrading } from './record-grading.ts'

/**
 * Makes an earlier grading of a point count again, or none. Gradings are only ever appended, so the earlier one is
 * repeated with source 'undo'; where the point had none, it is left without a grade and its gradings stay on record.
 * @throws Refusal `record.missing`
 */
export async function restoreGrading(change: Change, { riskPointId, gradingId }: { riskPointId: string; gradingId: string | null }): Promise<void> {
  if (gradingId === null) return clearGrade(change, riskPointId)
  const earlier = await change.db.selectFrom('grading').selectAll().where('id', '=', gradingId).executeTakeFirst()
  if (earlier === undefined) throw new Refusal('record.missing')
  await recordGrading(change, {
    riskPointId,
    stage: earlier.stage,
    methodVersionId: earlier.method_version_id,
    factors: JSON.parse(earlier.factors) as Factors,
    score: earlier.score,
    computedGrade: earlier.computed_grade,
    overrides: JSON.parse(earlier.overrides) as string[],
    finalGrade: earlier.final_grade,
    finalRank: earlier.final_rank,
    direction: 'same',
    approver: earlier.approver,
    reason: earlier.reason,
    source: 'undo',
  })
}

async function clearGrade(change: Change, riskPointId: string): Promise<void> {
  const point = await change.db.selectFrom('risk_point').select(['revision', 'grading_id', 'grade_code', 'grading_stage', 'likelihood', 'consequence']).where('id', '=', riskPointId).executeTakeFirst()
  if (point === undefined) throw new Refusal('record.missing')
  if (point.grading_id === null) return
  await change.db.updateTable('risk_point')
    .set({ grading_id: null, grade_code: null, grade_rank: null, grading_stage: null, likelihood: null, consequence: null, revision: point.revision + 1, updated_at: change.at })
    .where('id', '=', riskPointId).execute()
  await change.record({
    action: 'grading.undo',
    entity: 'grading',
    entityId: riskPointId,
    before: { gradingId: point.grading_id, gradeCode: point.grade_code, gradingStage: point.grading_stage, likelihood: point.likelihood, consequence: point.consequence },
    after: { gradingId: null, gradeCode: null, gradingStage: null, likelihood: null, consequence: null },
  })
}
