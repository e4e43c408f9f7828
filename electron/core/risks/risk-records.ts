import type { RiskPatch } from '#shared/contract/risks.ts'
import type { ConfirmCode } from '#shared/model/states.ts'
import type { Change } from '../database/database.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Saved } from '../records/change-record.ts'
import { reinstateRecords, withdrawRecords } from '../records/change-state.ts'
import { createRecord } from '../records/create-record.ts'
import { riskKind } from './risk-kind.ts'

export type RiskFields = RiskPatch & { confirmCode?: ConfirmCode | null | undefined }

/**
 * Enters a risk point on a power and answers its id.
 * @throws Refusal `power.unknown`, `step.of-another-power`, `vocabulary.unknown`, `department.unknown`, `post.unknown`
 */
export const createRiskPoint = (change: Change, input: RiskFields & { powerId: string; manifestation: string }): Promise<string> =>
  createRecord(change, riskKind, input)

/** @throws StaleRecord; Refusal as `createRiskPoint` */
export const changeRiskPoint = (change: Change, item: { id: string; revision?: number | undefined; patch: RiskFields }): Promise<Saved> =>
  changeRecord(change, riskKind, item)

export const withdrawRiskPoints = (change: Change, ids: readonly string[]): Promise<number> => withdrawRecords(change, riskKind, ids)

/** @throws Refusal `risk.power-withdrawn`, `department.unknown`, `post.unknown` */
export const reinstateRiskPoints = (change: Change, ids: readonly string[]): Promise<number> => reinstateRecords(change, riskKind, ids)

/** Takes the open question off points; those without one are passed over. */
export async function confirmRiskPoints(change: Change, ids: readonly string[]): Promise<number> {
  let confirmed = 0
  for (const id of new Set(ids)) {
    const { before } = await changeRiskPoint(change, { id, patch: { confirmCode: null } })
    if ('confirmCode' in before) confirmed++
  }
  return confirmed
}
