import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discrepancyCodes, percentText, rateInTenths, sharesInTenths, sumOf } from '#shared/model/report-figures.ts'
import type { AnnualReport } from '#core/reports/annual-report-model.ts'
import { checkFigures } from '#core/reports/check-figures.ts'
import { findingsOf } from '#core/reports/findings.ts'
import { annualPaper } from '#core/reports/annual/annual-paper.ts'
import { ReportDoesNotFoot } from '#core/reports/report-does-not-foot.ts'
import { buildRiskListXlsx } from '#core/reports/risk-list-xlsx.ts'
import { riskRow, smallReport } from './report-fixture.ts'

const comparison = { previousYear: 2024, previousTotal: 4, added: 2, cancelled: 1, raised: 1, lowered: 1, unchanged: 1 }
const warnings = { total: 3, byLevel: [{ label: '红色', count: 1 }, { label: '黄色', count: 2 }], closed: 2, open: 1 }
const adjustment = { date: '2025-03-01', department: '行政审批股', riskPoint: '现场核查', from: '中', to: '高', direction: 'raised' as const, reason: '', decidedBy: '' }
const matrix = { likelihood: ['大', '小'], severity: ['重', '轻'], counts: [[1, 1], [1, 1]] }

/** Foots, and has every optional part that can disagree with itself. */
const sound: AnnualReport = smallReport({ comparison, warnings, matrix, adjustments: [adjustment], gradeChanges: { total: 1, raised: 1, lowered: 0 } })

const { powers, riskPoints, measures } = sound
const [firstCategory, ...otherCategories] = riskPoints.byCategory
const [firstDepartment, ...otherDepartments] = riskPoints.byDepartment
if (firstCategory === undefined || firstDepartment === undefined) throw new Error('the fixture has categories and departments')

/** One way to spoil each total; the key is the discrepancy it must bring. */
const spoilt: Record<(typeof discrepancyCodes)[number], AnnualReport> = {
  'not-a-count': { ...sound, postsTotal: -1 },
  'powers-by-type': { ...sound, powers: { ...powers, byType: [{ label: '行政许可', count: 3 }, { label: '行政处罚', count: 1 }] } },
  'powers-by-department': { ...sound, powers: { ...powers, byDepartment: powers.byDepartment.slice(1) } },
  'powers-discretion': { ...sound, powers: { ...powers, withDiscretion: 4 } },
  'powers-benchmark': { ...sound, powers: { ...powers, withBenchmark: 3 } },
  'powers-without-points': { ...sound, powers: { ...powers, withoutRiskPoints: 4 } },
  'powers-annex': { ...sound, powerCatalogue: sound.powerCatalogue.slice(1) },
  'powers-annex-type': { ...sound, powerCatalogue: sound.powerCatalogue.map((row) => ({ ...row, type: '行政许可' })) },
  'powers-annex-department': { ...sound, powerCatalogue: sound.powerCatalogue.map((row) => ({ ...row, department: '办公室' })) },
  'points-by-grade': { ...sound, riskPoints: { ...riskPoints, byGrade: [3, 1, 1] } },
  'points-to-confirm': { ...sound, riskPoints: { ...riskPoints, toConfirm: 6 } },
  'points-category-row': { ...sound, riskPoints: { ...riskPoints, byCategory: [{ ...firstCategory, total: firstCategory.total + 1 }, ...otherCategories] } },
  'points-category-grade': { ...sound, riskPoints: { ...riskPoints, byCategory: otherCategories } },
  'points-department-row': { ...sound, riskPoints: { ...riskPoints, byDepartment: [{ ...firstDepartment, ungraded: 7 }, ...otherDepartments] } },
  'points-department-grade': { ...sound, riskPoints: { ...riskPoints, byDepartment: otherDepartments } },
  'points-matrix': { ...sound, matrix: { ...matrix, counts: [[3, 1], [1, 1]] } },
  'points-measures': { ...sound, measures: { ...measures, pointsWithMeasures: 5 } },
  'points-annex': { ...sound, riskList: sound.riskList.slice(1) },
  'points-annex-grade': { ...sound, riskList: sound.riskList.map((row) => ({ ...row, grade: 'low' })) },
  'points-annex-category': { ...sound, riskList: sound.riskList.map((row) => ({ ...row, category: '外部环境' })) },
  'points-annex-department': { ...sound, riskList: sound.riskList.map((row) => ({ ...row, department: '办公室' })) },
  'points-annex-measures': { ...sound, riskList: sound.riskList.map((row) => ({ ...row, measures: [] })) },
  'comparison-this-year': { ...sound, comparison: { ...comparison, added: 3 } },
  'comparison-last-year': { ...sound, comparison: { ...comparison, cancelled: 2 } },
  changes: { ...sound, gradeChanges: { total: 2, raised: 1, lowered: 0 } },
  'changes-annex': { ...sound, adjustments: [{ ...adjustment, direction: 'lowered' }] },
  'measures-total': { ...sound, measures: { ...measures, undated: measures.undated - 1 } },
  'measures-due': { ...sound, measures: { ...measures, done: 1 } },
  'warnings-by-level': { ...sound, warnings: { ...warnings, byLevel: [] } },
  'warnings-closed': { ...sound, warnings: { ...warnings, open: 2 } },
}

function refusalOf(build: () => unknown): unknown {
  try {
    return build()
  } catch (error) {
    return error
  }
}

describe('cross-footing of the annual report', () => {
  it('finds nothing in a report whose totals agree with their parts', () => {
    expect(checkFigures(sound)).toEqual([])
    expect(checkFigures(smallReport())).toEqual([])
  })

  it.each(discrepancyCodes)('names %s when that total is off', (code) => {
    expect(checkFigures(spoilt[code]).map((discrepancy) => discrepancy.code)).toContain(code)
  })

  it.each(discrepancyCodes)('refuses to write either file when %s is off, and says so in both languages', async (code) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const refusal = refusalOf(() => annualPaper({ ...spoilt[code], locale }))
      expect(refusal).toBeInstanceOf(ReportDoesNotFoot)
      if (!(refusal instanceof ReportDoesNotFoot)) return
      expect(refusal.code).toBe('report.doesNotFoot')
      expect(String(refusal.params['list']).split('\n')).toHaveLength(refusal.discrepancies.length)
      await expect(buildRiskListXlsx({ ...spoilt[code], locale })).rejects.toBeInstanceOf(ReportDoesNotFoot)
    }
  })

  it('says which row is off, what the table states and what was counted', () => {
    expect(checkFigures(spoilt['points-department-row'])).toContainEqual({ code: 'points-department-row', label: '行政审批股', stated: 3, counted: 10 })
  })

  it('refuses counts that are not whole numbers', () => {
    const broken = { ...sound, measures: { ...measures, total: Number.NaN } }
    expect(checkFigures(broken)[0]).toMatchObject({ code: 'not-a-count', label: 'measures.total' })
  })
})

describe('findings', () => {
  it('names a heaviest-grade point without measures once, apart from the other points without measures', () => {
    const report = smallReport()
    const rows = report.riskList.map((row, index) => (index === 0 ? { ...row, measures: [] } : row))
    const spoiltReport = { ...report, riskList: rows, measures: { ...report.measures, pointsWithMeasures: 3, pointsWithoutMeasures: 2 } }
    expect(findingsOf(spoiltReport)).toContainEqual({ code: 'heaviest-without-measures', count: 1 })
    expect(findingsOf(spoiltReport)).toContainEqual({ code: 'points-without-measures', count: 1 })
  })

  it('finds nothing wanting in a complete register', () => {
    const report = smallReport()
    const complete = {
      ...report,
      powers: { ...report.powers, withBenchmark: report.powers.withDiscretion },
      riskPoints: { ...report.riskPoints, byGrade: [3, 1, 1], ungraded: 0 },
      riskList: report.riskList.map((row) => riskRow({ ...row, measures: ['一'] })),
      measures: { ...report.measures, undated: 0, longTerm: report.measures.total, pointsWithMeasures: 5, pointsWithoutMeasures: 0 },
    }
    expect(findingsOf(complete)).toEqual([])
  })
})

describe('shares and rates', () => {
  it('rounds shares so that they add up to 100.0 % whenever there is something to share', () => {
    fc.assert(fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (counts) => {
      const shares = sharesInTenths(counts)
      expect(sumOf(shares)).toBe(sumOf(counts) === 0 ? 0 : 1000)
      shares.forEach((share, index) => expect(Math.abs(share - ((counts[index] ?? 0) * 1000) / Math.max(1, sumOf(counts)))).toBeLessThan(1))
    }))
  })

  it('gives no rate where nothing was due', () => {
    expect(rateInTenths(0, 0)).toBeUndefined()
    expect(percentText(rateInTenths(26, 30) ?? 0)).toBe('86.7%')
  })
})
