import type { MeasurePatch } from '#shared/contract/measures.ts'
import type { Change } from '../database/database.ts'
import { changeRecord } from '../records/change-record.ts'
import type { Saved } from '../records/change-record.ts'
import { reinstateRecords, withdrawRecords } from '../records/change-state.ts'
import { createRecord } from '../records/create-record.ts'
import { readStanding, updateColumns } from '../records/stored-record.ts'
import { measureKind } from './measure-kind.ts'
import { checkPoint, removeLink, storeLink } from './measure-links.ts'
import type { Link, LinkBasis } from './measure-links.ts'

/**
 * Enters a control measure and answers its id.
 * @throws Refusal `measure.day-missing`, `measure.day-unneeded`, `risk.unknown`, `vocabulary.unknown`, `department.unknown`
 */
export const createMeasure = (change: Change, input: MeasurePatch & { content: string }): Promise<string> => createRecord(change, measureKind, input)

/** @throws StaleRecord; Refusal as `createMeasure` */
export const changeMeasure = (change: Change, item: { id: string; revision?: number | undefined; patch: MeasurePatch }): Promise<Saved> =>
  changeRecord(change, measureKind, item)

export const withdrawMeasures = (change: Change, ids: readonly string[]): Promise<number> => withdrawRecords(change, measureKind, ids)

/** @throws Refusal `department.unknown` */
export const reinstateMeasures = (change: Change, ids: readonly string[]): Promise<number> => reinstateRecords(change, measureKind, ids)

/**
 * Ties one measure to one point. Doing it twice changes nothing.
 * @returns whether the link is new
 * @throws Refusal `record.missing`, `risk.unknown`
 */
export async function linkMeasure(change: Change, link: Link & { position: number; basis: LinkBasis }): Promise<boolean> {
  const stands = await readStanding(change.db, measureKind, link.measureId)
  await checkPoint(change, link.riskPointId)
  const made = await storeLink(change, link)
  if (made) await updateColumns(change, measureKind, { stands, columns: {} })
  return made
}

/** @returns whether there was such a link */
export async function unlinkMeasure(change: Change, link: Link): Promise<boolean> {
  const stands = await readStanding(change.db, measureKind, link.measureId)
  const gone = await removeLink(change, link)
  if (gone) await updateColumns(change, measureKind, { stands, columns: {} })
  return gone
}
