import { mustEqual, mustMatchTally, mustNotExceed, sumOf, tally } from '#shared/model/report-figures.ts'
import type { Discrepancy, DiscrepancyCode, GradeRow, LabelledCount } from '#shared/model/report-figures.ts'
import type { AnnualReport } from './annual-report-model.ts'

/**
 * Every total that its parts do not add up to: types, departments, categories, grades, matrix, comparison, measures,
 * warnings, and the annexes row by row. Empty when the report foots.
 */
export function checkFigures(report: AnnualReport): Discrepancy[] {
  return [
    ...countsAreCounts(report),
    ...powersFoot(report),
    ...riskPointsFoot(report),
    ...riskAnnexFoots(report),
    ...changesFoot(report),
    ...measuresFoot(report),
    ...warningsFoot(report),
  ]
}

/** Paths of all numbers in the counted part of the report, whatever its shape. */
function numbersIn(value: unknown, path: string): { path: string; value: number }[] {
  if (typeof value === 'number') return [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, path === '' ? key : `${path}.${key}`))
}

function countsAreCounts(report: AnnualReport): Discrepancy[] {
  const { powers, riskPoints, matrix, comparison, gradeChanges, measures, warnings, departmentsTotal, postsTotal } = report
  const counted = { powers, riskPoints, matrix: matrix?.counts, comparison, gradeChanges, measures, warnings, departmentsTotal, postsTotal }
  return numbersIn(counted, '')
    .filter(({ value }) => !Number.isSafeInteger(value) || value < 0)
    .map(({ path, value }) => ({ code: 'not-a-count', label: path, stated: value, counted: 0 }))
}

function powersFoot({ powers, powerCatalogue }: AnnualReport): Discrepancy[] {
  const stated = powers.total
  return [
    ...mustEqual('powers-by-type', '', { stated, counted: sumOf(powers.byType.map((row) => row.count)) }),
    ...mustEqual('powers-by-department', '', { stated, counted: sumOf(powers.byDepartment.map((row) => row.count)) }),
    ...mustNotExceed('powers-discretion', '', { stated, counted: powers.withDiscretion }),
    ...mustNotExceed('powers-benchmark', '', { stated: powers.withDiscretion, counted: powers.withBenchmark }),
    ...mustNotExceed('powers-without-points', '', { stated, counted: powers.withoutRiskPoints }),
    ...mustEqual('powers-annex', '', { stated, counted: powerCatalogue.length }),
    ...mustMatchTally('powers-annex-type', powers.byType, tally(powerCatalogue.map((row) => row.type))),
    ...mustMatchTally('powers-annex-department', powers.byDepartment, tally(powerCatalogue.map((row) => row.department))),
  ]
}

function riskPointsFoot(report: AnnualReport): Discrepancy[] {
  const { riskPoints, matrix, measures } = report
  const stated = riskPoints.total
  return [
    ...mustEqual('points-by-grade', '', { stated, counted: sumOf(riskPoints.byGrade) + riskPoints.ungraded }),
    ...mustNotExceed('points-to-confirm', '', { stated, counted: riskPoints.toConfirm }),
    ...crossTableFoots(report, riskPoints.byCategory, { row: 'points-category-row', column: 'points-category-grade' }),
    ...crossTableFoots(report, riskPoints.byDepartment, { row: 'points-department-row', column: 'points-department-grade' }),
    ...mustNotExceed('points-matrix', '', { stated, counted: sumOf((matrix?.counts ?? []).flat()) }),
    ...mustEqual('points-measures', '', { stated, counted: measures.pointsWithMeasures + measures.pointsWithoutMeasures }),
  ]
}

function crossTableFoots(report: AnnualReport, rows: readonly GradeRow[], codes: { row: DiscrepancyCode; column: DiscrepancyCode }): Discrepancy[] {
  const { grades, riskPoints } = report
  const column = (label: string, stated: number, counted: number) => mustEqual(codes.column, label, { stated, counted })
  return [
    ...rows.flatMap((row) => mustEqual(codes.row, row.label, { stated: row.total, counted: sumOf(row.byGrade) + row.ungraded })),
    ...grades.flatMap((grade, index) => column(grade.label, riskPoints.byGrade[index] ?? 0, sumOf(rows.map((row) => row.byGrade[index] ?? 0)))),
    ...column('', riskPoints.ungraded, sumOf(rows.map((row) => row.ungraded))),
    ...column('', riskPoints.total, sumOf(rows.map((row) => row.total))),
  ]
}

function totals(rows: readonly GradeRow[]): LabelledCount[] {
  return rows.map((row) => ({ label: row.label, count: row.total }))
}

function riskAnnexFoots({ grades, riskPoints, riskList, measures }: AnnualReport): Discrepancy[] {
  const byGrade = grades.map((grade, index) => ({ label: grade.code, count: riskPoints.byGrade[index] ?? 0 }))
  return [
    ...mustEqual('points-annex', '', { stated: riskPoints.total, counted: riskList.length }),
    ...mustMatchTally('points-annex-grade', [...byGrade, { label: '', count: riskPoints.ungraded }], tally(riskList.map((row) => row.grade ?? ''))),
    ...mustMatchTally('points-annex-category', totals(riskPoints.byCategory), tally(riskList.map((row) => row.category))),
    ...mustMatchTally('points-annex-department', totals(riskPoints.byDepartment), tally(riskList.map((row) => row.department))),
    ...mustEqual('points-annex-measures', '', { stated: measures.pointsWithoutMeasures, counted: riskList.filter((row) => row.measures.length === 0).length }),
  ]
}

function changesFoot({ comparison, gradeChanges, adjustments, riskPoints }: AnnualReport): Discrepancy[] {
  const kept = comparison === undefined ? 0 : comparison.raised + comparison.lowered + comparison.unchanged
  const againstLastYear = comparison === undefined ? [] : [
    ...mustEqual('comparison-this-year', '', { stated: riskPoints.total, counted: kept + comparison.added }),
    ...mustEqual('comparison-last-year', '', { stated: comparison.previousTotal, counted: kept + comparison.cancelled }),
  ]
  const directions = [{ label: 'raised', count: gradeChanges.raised }, { label: 'lowered', count: gradeChanges.lowered }]
  return [
    ...againstLastYear,
    ...mustEqual('changes', '', { stated: gradeChanges.total, counted: gradeChanges.raised + gradeChanges.lowered }),
    ...mustMatchTally('changes-annex', directions, tally(adjustments.map((row) => row.direction))),
  ]
}

function measuresFoot({ measures }: AnnualReport): Discrepancy[] {
  const { total, due, done, overdue, notYetDue, longTerm, undated } = measures
  return [
    ...mustEqual('measures-total', '', { stated: total, counted: due + notYetDue + longTerm + undated }),
    ...mustEqual('measures-due', '', { stated: due, counted: done + overdue }),
  ]
}

function warningsFoot({ warnings }: AnnualReport): Discrepancy[] {
  if (warnings === undefined) return []
  const { total, byLevel, closed, open } = warnings
  return [
    ...mustEqual('warnings-by-level', '', { stated: total, counted: sumOf(byLevel.map((row) => row.count)) }),
    ...mustEqual('warnings-closed', '', { stated: total, counted: closed + open }),
  ]
}
