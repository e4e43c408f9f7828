import type { Change } from '../../database/database.ts'
import { restoreGrading } from '../../grading/restore-grading.ts'
import { changeMeasure, linkMeasure, unlinkMeasure, withdrawMeasures } from '../../measures/measure-records.ts'
import { withdrawDepartments } from '../../organisation/department-records.ts'
import { withdrawPosts } from '../../organisation/post-records.ts'
import { changePower, withdrawPowers } from '../../powers/power-records.ts'
import { changeRiskPoint, withdrawRiskPoints } from '../../risks/risk-records.ts'
import type { BatchEntry } from './batch-entries.ts'

interface Reversal { readonly entry: BatchEntry; readonly createdPoints: ReadonlySet<string> }

type Reverse = (change: Change, reversal: Reversal) => Promise<unknown>

/** How each action of an import is taken back. Records are withdrawn, never deleted; fields get the values they had. */
const reversals: Readonly<Record<string, Reverse>> = {
  'department.create': (change, { entry }) => withdrawDepartments(change, [entry.entityId]),
  'post.create': (change, { entry }) => withdrawPosts(change, [entry.entityId]),
  'power.create': (change, { entry }) => withdrawPowers(change, [entry.entityId]),
  'power.change': (change, { entry }) => changePower(change, { id: entry.entityId, patch: entry.before }),
  'risk-point.create': (change, { entry }) => withdrawPoint(change, entry),
  'risk-point.change': (change, { entry }) => changeRiskPoint(change, { id: entry.entityId, patch: entry.before }),
  'risk-point.link': (change, { entry }) => unlinkMeasure(change, { riskPointId: entry.entityId, measureId: String(entry.after['measureId']) }),
  'risk-point.unlink': (change, { entry }) => linkMeasure(change, linkBefore(entry)),
  'control-measure.create': (change, { entry }) => withdrawMeasures(change, [entry.entityId]),
  'control-measure.change': (change, { entry }) => changeMeasure(change, { id: entry.entityId, patch: entry.before }),
  'grading.declare': (change, reversal) => takeBackGrading(change, reversal),
}

/** The batch's own entry tells of the import, not of a record. */
const passedOver: ReadonlySet<string> = new Set(['import-batch.create'])

/** @throws Error for an action no import performs */
export async function reverseEntry(change: Change, reversal: Reversal): Promise<void> {
  const { action } = reversal.entry
  // What review noticed of the import it notices of the taking back as well.
  if (passedOver.has(action) || action.startsWith('review.')) return
  const reverse = reversals[action]
  if (reverse === undefined) throw new Error(`an import cannot have done ${action}`)
  await reverse(change, reversal)
}

/** A point leaves the step it stands on, so that a step the same import added can go as well. */
async function withdrawPoint(change: Change, { entityId, after }: BatchEntry): Promise<void> {
  if (typeof after['stepId'] === 'string') await changeRiskPoint(change, { id: entityId, patch: { stepId: null } })
  await withdrawRiskPoints(change, [entityId])
}

function linkBefore({ entityId, before }: BatchEntry): Parameters<typeof linkMeasure>[1] {
  return { riskPointId: entityId, measureId: String(before['measureId']), position: Number(before['position']), basis: before['basis'] === 'shared' ? 'shared' : 'stated' }
}

/** A point that goes altogether keeps its gradings on record; one that stays gets back what counted before. */
async function takeBackGrading(change: Change, { entry, createdPoints }: Reversal): Promise<void> {
  const { entityId: riskPointId, before } = entry
  if (createdPoints.has(riskPointId)) return
  const point = await change.db.selectFrom('risk_point').select(['responsible_leader', 'confirm_code']).where('id', '=', riskPointId).executeTakeFirstOrThrow()
  await restoreGrading(change, { riskPointId, gradingId: typeof before['gradingId'] === 'string' ? before['gradingId'] : null })
  // Restoring may carry the leader along by its own rule; what counts here is who was named before.
  const responsibleLeader = 'responsibleLeader' in before ? before['responsibleLeader'] as string | null : point.responsible_leader
  await changeRiskPoint(change, { id: riskPointId, patch: { responsibleLeader } })
}
