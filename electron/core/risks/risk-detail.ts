import type { GradingRecord } from '#shared/contract/grading.ts'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { inOrderOf } from '../lists/list-page.ts'
import { measureRows } from '../measures/measure-rows.ts'
import { figuresOf } from './figures/read-figures.ts'
import { riskRows } from './risk-rows.ts'

/** The full record of a risk point, withdrawn ones too. @throws Refusal `record.missing` */
export async function riskDetail(db: ReadableDatabase, id: string, today: string): Promise<RiskDetail> {
  const found = await db.selectFrom('risk_point').select('number').where('id', '=', id).executeTakeFirst()
  const [row] = found === undefined ? [] : await riskRows(db, [found.number])
  if (row === undefined) throw new Refusal('record.missing')
  return { ...row, controlMeasures: await measuresOfPoint(db, id, today), gradings: await gradingsOf(db, id), figures: await figuresOf(db, id) }
}

async function measuresOfPoint(db: ReadableDatabase, riskPointId: string, today: string): Promise<RiskDetail['controlMeasures']> {
  const links = await db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id').select('m.number')
    .where('l.risk_point_id', '=', riskPointId).where('m.state', '=', 'in-force').orderBy('l.position').orderBy('m.number').execute()
  const numbers = links.map(({ number }) => number)
  return inOrderOf(numbers, await measureRows(db, numbers, today))
}

/** All gradings of a point, the newest first. */
export async function gradingsOf(db: ReadableDatabase, riskPointId: string): Promise<GradingRecord[]> {
  const rows = await db.selectFrom('grading as g')
    .innerJoin('grading_method_version as v', 'v.id', 'g.method_version_id')
    .innerJoin('grading_method as m', 'm.id', 'v.method_id')
    .select([
      'g.id', 'g.risk_point_id as riskPointId', 'm.code as methodCode', 'm.label_zh as labelZh', 'm.label_en as labelEn', 'v.version as methodVersion',
      'v.id as methodVersionId', 'g.stage', 'g.factors', 'g.score', 'g.computed_grade as computedGrade', 'g.overrides', 'g.final_grade as finalGrade',
      'g.direction', 'g.approver', 'g.reason', 'g.source', 'g.graded_by as gradedBy', 'g.graded_at as gradedAt',
    ])
    .where('g.risk_point_id', '=', riskPointId).orderBy('g.number', 'desc').execute()
  return rows.map(({ labelZh, labelEn, factors, overrides, ...row }) => ({
    ...row,
    methodLabels: { 'zh-CN': labelZh, en: labelEn },
    factors: JSON.parse(factors) as GradingRecord['factors'],
    overrides: JSON.parse(overrides) as string[],
  }))
}
