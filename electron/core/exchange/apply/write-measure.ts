import type { MeasurePatch } from '#shared/contract/measures.ts'
import type { Change } from '../../database/database.ts'
import { changeMeasure, createMeasure } from '../../measures/measure-records.ts'
import { changedFields } from '../draft/records.ts'
import type { MeasureDraft } from '../draft/records.ts'
import type { PlannedIds } from './planned-ids.ts'

export async function writeMeasure(change: Change, ids: PlannedIds, measure: MeasureDraft): Promise<void> {
  const values = { ...measure.now, departmentId: ids.orNull(measure.now.departmentId), ownerPostId: ids.orNull(measure.now.ownerPostId) }
  const patch: MeasurePatch = Object.fromEntries(changedFields(measure).map((field) => [field, values[field]]))
  if (measure.standing === undefined) ids.give(measure.ref, await createMeasure(change, { ...patch, content: measure.now.content }))
  else await changeMeasure(change, { id: measure.ref, patch })
}
