import type { PowerPatch } from '#shared/contract/powers.ts'
import type { Change } from '../../database/database.ts'
import { changePower, createPower } from '../../powers/power-records.ts'
import { changedFields } from '../draft/records.ts'
import type { PowerDraft, PowerValues } from '../draft/records.ts'
import type { PlannedIds } from './planned-ids.ts'

export async function writePower(change: Change, ids: PlannedIds, power: PowerDraft): Promise<void> {
  for (const { ref } of power.now.steps) if (!isStanding(power, ref)) ids.make(ref)
  const values = valuesOf(power.now, ids)
  const patch: PowerPatch = Object.fromEntries(changedFields(power).map((field) => [field, values[field]]))
  if (power.standing === undefined) ids.give(power.ref, await createPower(change, { ...patch, name: power.now.name }))
  else await changePower(change, { id: power.ref, patch })
}

const isStanding = ({ standing }: PowerDraft, ref: string): boolean => standing?.steps.some((step) => step.ref === ref) === true

function valuesOf(now: PowerValues, ids: PlannedIds): Record<keyof PowerValues, unknown> {
  return {
    ...now,
    departmentId: ids.orNull(now.departmentId),
    postId: ids.orNull(now.postId),
    steps: now.steps.map(({ ref, name }) => ({ id: ids.of(ref), name })),
  }
}
