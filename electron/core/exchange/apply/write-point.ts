import type { RiskPatch } from '#shared/contract/risks.ts'
import type { Change } from '../../database/database.ts'
import { recordGrading } from '../../grading/record-grading.ts'
import { changeRiskPoint, createRiskPoint } from '../../risks/risk-records.ts'
import type { RiskFields } from '../../risks/risk-records.ts'
import { changedFields } from '../draft/records.ts'
import type { PlannedGrading, PointDraft, PointValues } from '../draft/records.ts'
import type { PlannedIds } from './planned-ids.ts'

export async function writePoint(change: Change, ids: PlannedIds, { point, statedVersionId }: { point: PointDraft; statedVersionId: string }): Promise<void> {
  const fields = changedFields(point)
  if (point.standing === undefined) {
    const input = patchOf(point.now, fields.filter((field) => field !== 'responsibleLeader' || !leaderFollows(point)), ids)
    const departmentId = ids.orNull(point.now.departmentId)
    ids.give(point.ref, await createRiskPoint(change, { ...input, departmentId, powerId: ids.of(point.power.ref), manifestation: point.now.manifestation }))
  }
  const id = ids.of(point.ref)
  if (point.grading !== undefined) await recordGrading(change, gradingOf(point.grading, { riskPointId: id, statedVersionId }))
  if (point.standing === undefined) return
  // After the grading, because a leader whom the file names stays even where the new grade would bring another.
  const patched = fields.filter((field) => field !== 'responsibleLeader')
  const patch = { ...patchOf(point.now, patched, ids), ...(leaderFollows(point) ? {} : { responsibleLeader: point.now.responsibleLeader }) }
  if (Object.keys(patch).length > 0) await changeRiskPoint(change, { id, patch })
}

/** The leader that follows from the grade is set with the grading. */
const leaderFollows = ({ grading, namedLeader }: PointDraft): boolean => grading !== undefined && namedLeader === undefined

function patchOf(now: PointValues, fields: readonly (keyof PointValues)[], ids: PlannedIds): RiskFields {
  const values = { ...now, departmentId: ids.orNull(now.departmentId), postId: ids.orNull(now.postId), stepId: ids.orNull(now.stepId) } satisfies RiskPatch & PointValues
  return Object.fromEntries(fields.map((field) => [field, values[field]]))
}

function gradingOf({ methodVersionId, ...grading }: PlannedGrading, { riskPointId, statedVersionId }: { riskPointId: string; statedVersionId: string }): Parameters<typeof recordGrading>[1] {
  return { ...grading, riskPointId, methodVersionId: methodVersionId ?? statedVersionId, stage: 'declared', source: 'import' }
}
