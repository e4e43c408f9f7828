import type { GradeRow, LabelledCount } from '#shared/model/report-figures.ts'
import type { AnnualReport, PowerRow, RiskRow } from '#core/reports/annual-report-model.ts'

export const threeGrades = [{ code: 'high', label: '高' }, { code: 'medium', label: '中' }, { code: 'low', label: '低' }]

export function powerRow(part: Partial<PowerRow>): PowerRow {
  return {
    code: '', type: '行政许可', name: '取水许可审批', subItem: '', legalBasis: '', holder: '', department: '行政审批股', post: '', statutoryDays: null, promisedDays: null,
    charge: '', publicity: '', discretion: '有', note: '', ...part,
  }
}

export function riskRow(part: Partial<RiskRow>): RiskRow {
  return {
    department: '行政审批股', category: '业务流程', riskPoint: '现场核查', manifestation: '核查走过场', grade: 'high', measures: ['两人同行', '全程留痕'],
    departmentHead: '股长', leader: '分管领导', ...part,
  }
}

function countsOf(labels: readonly string[]): LabelledCount[] {
  return [...new Set(labels)].map((label) => ({ label, count: labels.filter((other) => other === label).length }))
}

function gradeRows(rows: readonly RiskRow[], label: (row: RiskRow) => string): GradeRow[] {
  return [...new Set(rows.map(label))].map((name) => {
    const own = rows.filter((row) => label(row) === name)
    return { label: name, ...gradesOf(own), total: own.length }
  })
}

function gradesOf(rows: readonly RiskRow[]): { byGrade: number[]; ungraded: number } {
  return { byGrade: threeGrades.map(({ code }) => rows.filter((row) => row.grade === code).length), ungraded: rows.filter((row) => row.grade === null).length }
}

/** A report whose figures are counted from its annexes, so that it foots until a test spoils it. */
export function reportOf(powers: readonly PowerRow[], risks: readonly RiskRow[], part: Partial<AnnualReport> = {}): AnnualReport {
  const measureCount = risks.reduce((sum, row) => sum + row.measures.length, 0)
  const bare = risks.filter((row) => row.measures.length === 0).length
  return {
    organisation: '示例县水利局',
    year: 2025,
    locale: 'zh-CN',
    preparedOn: '2025-12-31',
    grades: threeGrades,
    departmentsTotal: new Set(powers.map((row) => row.department)).size,
    postsTotal: new Set(powers.map((row) => row.post)).size,
    powers: {
      total: powers.length,
      byType: countsOf(powers.map((row) => row.type)),
      byDepartment: countsOf(powers.map((row) => row.department)),
      withDiscretion: powers.filter((row) => row.discretion === '有').length,
      withBenchmark: 0,
      withoutRiskPoints: 0,
    },
    riskPoints: { total: risks.length, ...gradesOf(risks), toConfirm: 0, byCategory: gradeRows(risks, (row) => row.category), byDepartment: gradeRows(risks, (row) => row.department) },
    gradeChanges: { total: 0, raised: 0, lowered: 0 },
    methods: [],
    measures: {
      total: measureCount, due: 0, done: 0, overdue: 0, notYetDue: 0, longTerm: 0, undated: measureCount,
      pointsWithMeasures: risks.length - bare, pointsWithoutMeasures: bare,
    },
    assessments: [],
    powerCatalogue: powers,
    riskList: risks,
    adjustments: [],
    ...part,
  }
}

/** Three powers and five points in two departments, one of them ungraded and without measures. */
export function smallReport(part: Partial<AnnualReport> = {}): AnnualReport {
  const powers = [
    powerRow({ code: 'XK-001' }),
    powerRow({ code: 'XK-002', name: '河道采砂许可', statutoryDays: 20, promisedDays: 15 }),
    powerRow({ code: 'CF-001', type: '行政处罚', name: '对擅自取水的处罚', department: '水政监察大队', discretion: '无' }),
  ]
  const risks = [
    riskRow({}),
    riskRow({ category: '岗位职责', grade: 'medium', measures: ['限时办结'] }),
    riskRow({ grade: 'low', riskPoint: '许可证发放' }),
    riskRow({ department: '水政监察大队', riskPoint: '立案', manifestation: '有案不立', grade: 'high' }),
    riskRow({ department: '水政监察大队', riskPoint: '处罚决定', manifestation: '畸轻畸重', grade: null, measures: [] }),
  ]
  return reportOf(powers, risks, part)
}
