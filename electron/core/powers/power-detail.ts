import { sql } from 'kysely'
import type { PowerDetail } from '#shared/contract/powers.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { inOrderOf } from '../lists/list-page.ts'
import { among } from '../lists/page-values.ts'
import { measureRows } from '../measures/measure-rows.ts'
import { riskRows } from '../risks/risk-rows.ts'
import { powerRows } from './power-rows.ts'

/** How many risk points a power's page shows; `riskCount` tells of more. */
const pointsShown = 200

export type PowerRecord = Omit<PowerDetail, 'riskPoints' | 'measures' | 'steps'>

/** Whole powers without what hangs on them, in the order of the numbers. */
export async function powerRecords(db: ReadableDatabase, numbers: readonly number[]): Promise<PowerRecord[]> {
  const rows = inOrderOf(numbers, await powerRows(db, numbers))
  const rest = await db.selectFrom('power').select([
    'number', 'code_scheme as codeScheme', 'exercised_by as exercisedBy', 'fee_basis as feeBasis', 'duties', 'liability', 'remarks',
    'three_majors as threeMajors', 'past_case as pastCase', 'created_at as createdAt',
  ]).where(among('number', numbers)).execute()
  const more = new Map(rest.map((row) => [row.number, { ...row, threeMajors: row.threeMajors === 1, pastCase: row.pastCase === 1 }]))
  const bases = await legalBases(db, rows.map(({ id }) => id))
  return rows.flatMap((row) => {
    const fields = more.get(row.number)
    return fields === undefined ? [] : [{ ...row, ...fields, legalBases: bases.get(row.id) ?? [] }]
  })
}

async function legalBases(db: ReadableDatabase, powerIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('legal_basis').select(['power_id', 'text']).where(among('power_id', powerIds)).orderBy('power_id').orderBy('position').execute()
  return new Map([...Map.groupBy(rows, (row) => row.power_id)].map(([id, of]) => [id, of.map(({ text }) => text)]))
}

/** The steps of a power in order, each with the number of risk points in force on it. */
function stepsOf(db: ReadableDatabase, powerId: string): Promise<PowerDetail['steps']> {
  const pointsOnStep = sql<number>`(SELECT count(*) FROM risk_point AS r WHERE r.step_id = s.id AND r.state = 'in-force')`
  return db.selectFrom('process_step as s').select(['s.id', 's.name', pointsOnStep.as('riskCount')])
    .where('s.power_id', '=', powerId).orderBy('s.position').execute()
}

/** The full record of a power, withdrawn ones too. @throws Refusal `record.missing` */
export async function powerDetail(db: ReadableDatabase, id: string, today: string): Promise<PowerDetail> {
  const found = await db.selectFrom('power').select('number').where('id', '=', id).executeTakeFirst()
  const [record] = found === undefined ? [] : await powerRecords(db, [found.number])
  if (record === undefined) throw new Refusal('record.missing')
  const points = await db.selectFrom('risk_point').select('number').where('power_id', '=', id).where('state', '=', 'in-force').orderBy('number').limit(pointsShown).execute()
  const numbers = points.map(({ number }) => number)
  return { ...record, steps: await stepsOf(db, id), riskPoints: inOrderOf(numbers, await riskRows(db, numbers)), measures: await measuresOfPower(db, id, today) }
}

async function measuresOfPower(db: ReadableDatabase, powerId: string, today: string): Promise<PowerDetail['measures']> {
  const links = await db.selectFrom('risk_point as r').innerJoin('risk_point_measure as l', 'l.risk_point_id', 'r.id').innerJoin('control_measure as m', 'm.id', 'l.measure_id')
    .select(['m.number', 'r.id as riskPointId']).where('r.power_id', '=', powerId).where('r.state', '=', 'in-force').where('m.state', '=', 'in-force')
    .orderBy('m.number').orderBy('r.number').execute()
  const byMeasure = Map.groupBy(links, ({ number }) => number)
  const numbers = [...byMeasure.keys()]
  const rows = inOrderOf(numbers, await measureRows(db, numbers, today))
  return rows.map((row) => ({ ...row, riskPointIds: (byMeasure.get(row.number) ?? []).map(({ riskPointId }) => riskPointId) }))
}
