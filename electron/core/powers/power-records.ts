import type { PowerPatch } from '#shared/contract/powers.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Change } from '../database/database.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Saved } from '../records/change-record.ts'
import { reinstateRecords, withdrawRecords } from '../records/change-state.ts'
import { createRecord } from '../records/create-record.ts'
import { powerKind } from './power-kind.ts'
import { powerLists } from './power-lists.ts'
import type { Step } from './process-steps.ts'

/**
 * Enters a power and answers its id.
 * @throws Refusal `power.code-taken`, `vocabulary.unknown`, `department.unknown`, `post.unknown`, `post.of-another-department`
 */
export const createPower = (change: Change, input: PowerPatch & { name: string }): Promise<string> => createRecord(change, powerKind, input)

/** @throws StaleRecord; Refusal as `createPower`, and `power.step-in-use`, `step.of-another-power` */
export const changePower = (change: Change, item: { id: string; revision?: number | undefined; patch: PowerPatch }): Promise<Saved> =>
  changeRecord(change, powerKind, item)

/** @throws Refusal `power.has-risk-points` */
export const withdrawPowers = (change: Change, ids: readonly string[]): Promise<number> => withdrawRecords(change, powerKind, ids)

/** @throws Refusal `power.code-taken`, `department.unknown`, `post.unknown` */
export const reinstatePowers = (change: Change, ids: readonly string[]): Promise<number> => reinstateRecords(change, powerKind, ids)

/** Adds a step behind the last one and answers its id; a step of that name is not added twice. */
export async function addStep(change: Change, powerId: string, name: string): Promise<string> {
  const lists = await powerLists.read(change.db, powerId)
  const steps = lists['steps'] as readonly Step[]
  const known = steps.find((step) => keyOf(step.name) === keyOf(name))
  if (known) return known.id
  const id = change.newId()
  await changePower(change, { id: powerId, patch: { steps: [...steps, { id, name }] } })
  return id
}
