import type { RiskFigure } from '#shared/contract/risks.ts'
import type { ReadableDatabase } from '../../database/database.ts'

/** Every expected and verified grade of a point, the newest first. */
export async function figuresOf(db: ReadableDatabase, riskPointId: string): Promise<RiskFigure[]> {
  const rows = await db.selectFrom('risk_figure as f')
    .innerJoin('grading_method_version as v', 'v.id', 'f.method_version_id').innerJoin('grading_method as m', 'm.id', 'v.method_id')
    .select([
      'f.id', 'f.figure', 'm.label_zh as labelZh', 'm.label_en as labelEn', 'v.version as methodVersion', 'v.id as methodVersionId', 'f.factors', 'f.score', 'f.computed_grade as computedGrade',
      'f.overrides', 'f.grade', 'f.reason', 'f.set_by as setBy', 'f.set_at as setAt', 'f.set_on as setOn',
    ]).where('f.risk_point_id', '=', riskPointId).orderBy('f.number', 'desc').execute()
  return rows.map(({ labelZh, labelEn, factors, overrides, ...row }) => ({
    ...row, methodLabels: { 'zh-CN': labelZh, en: labelEn }, factors: JSON.parse(factors) as RiskFigure['factors'], overrides: JSON.parse(overrides) as string[],
  }))
}
