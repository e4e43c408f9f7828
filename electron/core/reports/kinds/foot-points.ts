import { mustEqual, mustMatchTally, tally } from '#shared/model/report-figures.ts'
import type { Discrepancy, LabelledCount } from '#shared/model/report-figures.ts'
import { among } from '../../lists/page-values.ts'
import { refuseWhere } from '../report-does-not-foot.ts'
import type { PointView, Reading } from './read-points.ts'

/** Which of the points a list holds: those of some grades, or all. */
interface Held { readonly gradeCodes?: readonly string[] }

/**
 * Holds the rows of a list against what the register counts by itself: the totals that triggers keep by department and
 * grade, and a count by category.
 * @throws {ReportDoesNotFoot}
 */
export async function footPoints(reading: Reading, points: readonly PointView[], held: Held = {}): Promise<void> {
  const { words, order } = reading
  const stated = await keptTotals(reading, held)
  const sum = (label: (row: Kept) => string): LabelledCount[] => stated.map((row) => ({ label: label(row), count: row.points }))
  const discrepancies: Discrepancy[] = [
    ...mustEqual('rows-total', '', { stated: stated.reduce((total, row) => total + row.points, 0), counted: points.length }),
    ...mustMatchTally('rows-grade', sum((row) => words.grade(row.grade)), tally(points.map((point) => words.grade(point.gradeCode)))),
    ...mustMatchTally('rows-department', sum((row) => words.department(row.department)), tally(points.map((point) => point.department))),
    ...mustMatchTally('rows-category', await countedCategories(reading, held), tally(points.map((point) => point.category))),
  ]
  refuseWhere(discrepancies, order.locale)
}

interface Kept { readonly department: string | null; readonly grade: string | null; readonly points: number }

/** '' stands in the totals for none. */
async function keptTotals({ db, order }: Reading, { gradeCodes }: Held): Promise<Kept[]> {
  let found = db.selectFrom('risk_point_department_total').select(['department_id', 'grade_code', 'points']).where('points', '>', 0)
  if (order.departmentIds !== undefined && order.departmentIds.length > 0) found = found.where(among('department_id', order.departmentIds))
  if (gradeCodes !== undefined) found = found.where(among('grade_code', gradeCodes))
  const rows = await found.execute()
  return rows.map((row) => ({ department: row.department_id || null, grade: row.grade_code || null, points: row.points }))
}

async function countedCategories({ db, order, words }: Reading, { gradeCodes }: Held): Promise<LabelledCount[]> {
  let found = db.selectFrom('risk_point').select(({ fn }) => ['category_code', fn.countAll<number>().as('points')]).where('state', '=', 'in-force').groupBy('category_code')
  if (order.departmentIds !== undefined && order.departmentIds.length > 0) found = found.where(among('department_id', order.departmentIds))
  if (gradeCodes !== undefined) found = found.where(among('grade_code', gradeCodes))
  return (await found.execute()).map((row) => ({ label: words.category(row.category_code), count: row.points }))
}

/** 风险点 40 个：高 8 个、中 12 个、低 20 个. */
export function pointSum({ order, words }: Reading, points: readonly PointView[]): string {
  const zh = order.locale === 'zh-CN'
  const counts = tally(points.map((point) => words.grade(point.gradeCode)))
  const ungraded = zh ? '未评定' : 'ungraded'
  const known = new Set(words.grades.map(words.grade))
  const labels = [...words.grades.map(words.grade), ...[...counts.keys()].filter((label) => !known.has(label))]
  const parts = labels.filter((label) => counts.has(label)).map((label) => (zh ? `${label || ungraded}${counts.get(label)}个` : `${label || ungraded} ${counts.get(label)}`))
  return zh ? `合计：风险点${points.length}个${parts.length === 0 ? '' : `，其中${parts.join('、')}`}。` : `Total: ${points.length} risk points${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.`
}
