import type { Overview } from '#shared/contract/overview.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { readFigures } from './figures.ts'
import { countOpenWarnings, countOverdueWarnings } from '../warnings/figures.ts'
import { sumBy, sumOf } from './sums.ts'

type PointTotal = Row<'risk_point_total'>
type PowerTotal = Row<'power_total'>
type MeasureTotal = Row<'control_measure_total'>

/**
 * The register in figures. Everything comes from the tables of totals, read once and added up here, so the cost does
 * not grow with the register; what is overdue is the sum of what was due on each day before.
 */
export async function readOverview(db: ReadableDatabase, today: string): Promise<Overview> {
  const points = await db.selectFrom('risk_point_total').selectAll().where('points', '>', 0).execute()
  const byDepartment = await db.selectFrom('risk_point_department_total').selectAll().where('points', '>', 0).execute()
  const cells = await db.selectFrom('risk_point_cell_total').selectAll().where('points', '>', 0).execute()
  const powers = await db.selectFrom('power_total').selectAll().where('powers', '>', 0).execute()
  const measures = await db.selectFrom('control_measure_total').selectAll().where('measures', '>', 0).execute()
  return {
    ...ofPowers(powers),
    ...ofPoints(points),
    byDepartment: inDepartments(byDepartment, await departmentNames(db)),
    matrix: inCells(cells),
    figures: await readFigures(db),
    ...ofMeasures(measures),
    attention: {
      ...pointsToAttend(points, await heaviestGrade(db)),
      ...powersToAttend(powers),
      overdueMeasures: await countOverdue(db, today),
      measuresWithoutOwner: sumOf(measures.filter((total) => total.has_owner === 0), 'measures'),
      overdueWarnings: await countOverdueWarnings(db, today),
      openWarnings: await countOpenWarnings(db),
    },
  }
}

function ofPowers(powers: readonly PowerTotal[]): Pick<Overview, 'powers' | 'powersByType'> {
  return {
    powers: sumOf(powers, 'powers'),
    powersByType: sumBy(powers, 'powers', (total) => ({ typeCode: total.type_code })),
  }
}

function ofPoints(points: readonly PointTotal[]): Pick<Overview, 'riskPoints' | 'riskPointsByGrade' | 'byCategory'> {
  return {
    riskPoints: sumOf(points, 'points'),
    riskPointsByGrade: sumBy(points, 'points', (total) => ({ gradeCode: total.grade_code })),
    byCategory: sumBy(points, 'points', (total) => ({ categoryCode: total.category_code, gradeCode: total.grade_code })),
  }
}

const inDepartments = (totals: readonly Row<'risk_point_department_total'>[], names: ReadonlyMap<string, string>): Overview['byDepartment'] =>
  totals.map(({ department_id: departmentId, grade_code: gradeCode, points }) => ({ departmentId, departmentName: names.get(departmentId) ?? '', gradeCode, points }))

/** Points without a place in the matrix stand under 0 and are left out. */
const inCells = (totals: readonly Row<'risk_point_cell_total'>[]): Overview['matrix'] =>
  totals.filter(({ likelihood, consequence }) => likelihood > 0 && consequence > 0)
    .map(({ likelihood, consequence, grade_code: gradeCode, points }) => ({ likelihood, consequence, gradeCode, points }))

function ofMeasures(measures: readonly MeasureTotal[]): Pick<Overview, 'measures' | 'measuresByProgress'> {
  return {
    measures: sumOf(measures, 'measures'),
    measuresByProgress: sumBy(measures, 'measures', (total) => ({ progress: total.progress })),
  }
}

function pointsToAttend(points: readonly PointTotal[], heaviest: string | undefined) {
  const without = points.filter((total) => total.has_measure === 0)
  return {
    toConfirm: sumOf(points.filter((total) => total.confirm_code !== ''), 'points'),
    ungraded: sumOf(points.filter((total) => total.grade_code === ''), 'points'),
    notAccepted: sumOf(points.filter((total) => total.grading_stage === 'declared'), 'points'),
    highestWithoutMeasure: sumOf(without.filter((total) => total.grade_code === heaviest), 'points'),
    withoutMeasure: sumOf(without, 'points'),
  }
}

function powersToAttend(powers: readonly PowerTotal[]) {
  return {
    powersWithoutRisk: sumOf(powers.filter((total) => total.has_risk === 0), 'powers'),
    powersWithoutSteps: sumOf(powers.filter((total) => total.has_step === 0), 'powers'),
    discretionWithoutBenchmark: sumOf(powers.filter((total) => total.discretion === 'yes' && total.has_benchmark === 0), 'powers'),
  }
}

async function departmentNames(db: ReadableDatabase): Promise<Map<string, string>> {
  const rows = await db.selectFrom('department').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The level of the organisation's scale that counts heaviest. */
async function heaviestGrade(db: ReadableDatabase): Promise<string | undefined> {
  const row = await db.selectFrom('organisation as o').innerJoin('scale as s', 's.code', 'o.scale_code').select('s.levels').executeTakeFirst()
  const levels = JSON.parse(row?.levels ?? '[]') as { code: string; severityRank: number }[]
  return levels.toSorted((a, b) => b.severityRank - a.severityRank)[0]?.code
}

/** Measures past their day and not done, from what is due on each day. */
async function countOverdue(db: ReadableDatabase, today: string): Promise<number> {
  const { n } = await db.selectFrom('measure_due_total').select(({ fn }) => fn.sum<number | null>('measures').as('n')).where('due_on', '<', today).executeTakeFirstOrThrow()
  return n ?? 0
}
