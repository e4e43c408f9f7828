import type { Discrepancy, DiscrepancyCode } from '#shared/model/report-figures.ts'
import { percentText, rateInTenths, sharesInTenths, sumOf } from '#shared/model/report-figures.ts'
import type { AnnualReport, MeasureFigures } from '../annual-report-model.ts'
import type { Finding, FindingCode } from '../findings.ts'
import { plainLine } from '../plain-text.ts'
import type { ReportTexts } from './report-texts.ts'

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** '1 power', '2 powers'. */
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const isAre = (count: number) => (count === 1 ? 'is' : 'are')
const hasHave = (count: number) => (count === 1 ? 'has' : 'have')

const date = (isoDate: string) => {
  const [year, month, day] = isoDate.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1] ?? ''} ${year}`
}

function gradeList(report: AnnualReport): string {
  const graded = report.grades.map((grade, index) => `${plainLine(grade.label)} ${report.riskPoints.byGrade[index] ?? 0}`)
  return [...graded, ...(report.riskPoints.ungraded > 0 ? [`not graded ${report.riskPoints.ungraded}`] : [])].join(', ')
}

function largest(rows: readonly { label: string; total: number }[]): string {
  const top = rows.filter((row) => row.total > 0).toSorted((a, b) => b.total - a.total).slice(0, 3)
  return top.map((row) => `${plainLine(row.label) || 'not assigned'} (${row.total})`).join(', ')
}

function work(report: AnnualReport): string[] {
  const { powers, riskPoints, measures } = report
  const searched = powers.total - powers.withoutRiskPoints
  const benchmark = powers.withDiscretion === 0 ? 'None of them is recorded as leaving discretion.' : `Of these, ${plural(powers.withDiscretion, 'power')} ${powers.withDiscretion === 1 ? 'leaves' : 'leave'} discretion; a discretion benchmark is recorded for ${powers.withBenchmark}.`
  return [
    `Setting out powers by law. The register holds ${plural(powers.total, 'power')}. ${benchmark}`,
    `Finding integrity risks. Risk points are recorded for ${plural(searched, 'power')}: ${plural(riskPoints.total, 'risk point')} in ${plural(riskPoints.byCategory.filter((row) => row.total > 0).length, 'category', 'categories')}.`,
    `Grading risks. ${plural(sumOf(riskPoints.byGrade), 'risk point')} ${isAre(sumOf(riskPoints.byGrade))} graded and ${riskPoints.ungraded} ${isAre(riskPoints.ungraded)} not yet graded. ${changes(report)}`,
    `Setting control measures. The register holds ${plural(measures.total, 'control measure')}; ${plural(measures.pointsWithMeasures, 'risk point')} ${hasHave(measures.pointsWithMeasures)} measures and ${measures.pointsWithoutMeasures} ${hasHave(measures.pointsWithoutMeasures)} none.`,
  ]
}

function changes({ gradeChanges }: AnnualReport): string {
  if (gradeChanges.total === 0) return 'No change of grade is recorded this year.'
  return `${plural(gradeChanges.total, 'change')} of grade ${isAre(gradeChanges.total)} recorded this year: ${gradeChanges.raised} raised, ${gradeChanges.lowered} lowered.`
}

function gradeSummary(report: AnnualReport): string {
  if (report.riskPoints.total === 0) return 'The register holds no risk points on the date of this report.'
  const shares = sharesInTenths([...report.riskPoints.byGrade, report.riskPoints.ungraded])
  const parts = report.grades.map((grade, index) => `${plainLine(grade.label)} ${percentText(shares[index] ?? 0)}`)
  return `The register holds ${plural(report.riskPoints.total, 'risk point')}: ${gradeList(report)}. By share: ${parts.join(', ')}.`
}

function measuresSummary(measures: MeasureFigures): string[] {
  const rate = rateInTenths(measures.done, measures.due)
  const rateSentence = rate === undefined ? 'No measure has fallen due, so no completion rate is given.' : `Of the ${measures.due} due, ${measures.done} ${isAre(measures.done)} done and ${measures.overdue} ${isAre(measures.overdue)} overdue: a completion rate of ${percentText(rate)}.`
  return [
    `The register holds ${plural(measures.total, 'control measure')}: ${measures.due} due, ${measures.notYetDue} not yet due, ${measures.longTerm} long-term, ${measures.undated} without a term. ${rateSentence}`,
    measures.pointsWithoutMeasures === 0 ? 'Every recorded risk point has control measures.' : `${plural(measures.pointsWithoutMeasures, 'risk point')} still ${hasHave(measures.pointsWithoutMeasures)} no control measures.`,
  ]
}

const findings: Record<FindingCode, (count: number, heaviest: string) => string> = {
  'heaviest-without-measures': (count, heaviest) => `Risk points graded “${heaviest}” without control measures: ${count}.`,
  'discretion-without-benchmark': (count) => `Powers with discretion for which no discretion benchmark is recorded: ${count}.`,
  'powers-without-points': (count) => `Powers without any recorded risk point: ${count}.`,
  'points-ungraded': (count) => `Risk points not yet graded: ${count}.`,
  'points-to-confirm': (count) => `Risk points whose entries still await confirmation: ${count}.`,
  'points-without-measures': (count) => `Risk points of other grades, or not graded, without control measures: ${count}.`,
  'measures-overdue': (count) => `Control measures overdue: ${count}.`,
  'measures-undated': (count) => `Control measures neither given a term nor marked as long-term: ${count}.`,
}

const nextSteps: Record<FindingCode, (count: number, heaviest: string) => string> = {
  'heaviest-without-measures': (count, heaviest) => `Under the head of the organisation, set control measures with responsible posts and terms for the ${plural(count, 'risk point')} graded “${heaviest}” that ${hasHave(count)} none.`,
  'discretion-without-benchmark': (count) => `Adopt or record a discretion benchmark, with document number and date of calibration, for ${plural(count, 'power')}.`,
  'powers-without-points': (count) => `Have the departments in charge go through ${plural(count, 'power')} step by step for risk points, or state why there are none.`,
  'points-ungraded': (count) => `Grade ${plural(count, 'risk point')} by the method in force and have the grades determined.`,
  'points-to-confirm': (count) => `Have the departments check and complete ${plural(count, 'entry', 'entries')} awaiting confirmation.`,
  'points-without-measures': (count) => `Add control measures for the other ${plural(count, 'risk point')} without any, at least one for each.`,
  'measures-overdue': (count) => `Find the cause of delay for ${plural(count, 'overdue measure')}, set a new term for each and close it when done.`,
  'measures-undated': (count) => `Set a term for ${plural(count, 'measure')} without one, or mark as long-term with an interval for checks.`,
}

const discrepancies: Record<DiscrepancyCode, string> = {
  'not-a-count': 'Not a valid count',
  'powers-by-type': 'Powers by type do not add up to all powers',
  'powers-by-department': 'Powers by department do not add up to all powers',
  'powers-discretion': 'More powers with discretion than powers',
  'powers-benchmark': 'More powers with a benchmark than powers with discretion',
  'powers-without-points': 'More powers without risk points than powers',
  'powers-annex': 'Rows of the power catalogue differ from the number of powers',
  'powers-annex-type': 'Rows of this type in the power catalogue differ from the table',
  'powers-annex-department': 'Rows of this department in the power catalogue differ from the table',
  'points-by-grade': 'Risk points by grade do not add up to all risk points',
  'points-to-confirm': 'More risk points to confirm than risk points',
  'points-category-row': 'The grades of this category do not add up to its total',
  'points-category-grade': 'The categories do not add up to the total of this grade',
  'points-department-row': 'The grades of this department do not add up to its total',
  'points-department-grade': 'The departments do not add up to the total of this grade',
  'points-matrix': 'More risk points in the matrix than risk points',
  'points-measures': 'Risk points with and without measures do not add up to all risk points',
  'points-annex': 'Rows of the risk list differ from the number of risk points',
  'points-annex-grade': 'Rows of this grade in the risk list differ from the table',
  'points-annex-category': 'Rows of this category in the risk list differ from the table',
  'points-annex-department': 'Rows of this department in the risk list differ from the table',
  'points-annex-measures': 'Rows without measures in the risk list differ from the count',
  'comparison-this-year': 'New, raised, lowered and unchanged do not add up to this year’s total',
  'comparison-last-year': 'Cancelled, raised, lowered and unchanged do not add up to last year’s total',
  changes: 'Raised and lowered do not add up to all changes of grade',
  'changes-annex': 'Rows of this direction in the adjustment table differ from the count',
  'measures-total': 'Due, not yet due, long-term and without a term do not add up to all measures',
  'measures-due': 'Done and overdue do not add up to the measures due',
  'warnings-by-level': 'Warnings by level do not add up to all warnings',
  'warnings-closed': 'Closed and open do not add up to all warnings',
  'rows-total': 'The rows of the list do not add up to the total in the register',
  'rows-grade': 'The rows of this grade do not match the total in the register',
  'rows-category': 'The rows of this category do not match the total in the register',
  'rows-department': 'The rows of this department do not match the total in the register',
  'rows-type': 'The rows of this type do not match the total in the register',
  'rows-step': 'The points of the steps do not add up to the points of the power',
  'rows-kind': 'The rows of this kind of change do not match the total in the register',
  'rows-measures': 'The measures in the rows do not add up to the measures in the register',
  'rows-decisions': 'The review decisions do not add up to the total in the register',
  'decisions-chain': 'The review decisions leave a gap, or do not lead to where the entry stands',
  'list-entries': 'The entries of the list are not as many as it was drawn up with',
}

function discrepancy({ code, label, stated, counted }: Discrepancy): string {
  const where = label === '' ? '' : ` (${label})`
  return `${discrepancies[code]}${where}: stated ${stated}, counted ${counted}.`
}

const finding = (table: typeof findings) => ({ code, count }: Finding, report: AnnualReport) => table[code](count, plainLine(report.grades[0]?.label ?? ''))

/** The English edition: same content, same order. */
export const en = {
  title: ({ organisation, year }) => [plainLine(organisation), 'Integrity Risk Control', `Annual Assessment Report ${year}`],
  titleInOneLine: ({ organisation, year }) => `${plainLine(organisation)}, Integrity Risk Control: Annual Assessment Report ${year}`,
  date,
  words: {
    total: 'Total', count: 'Number', share: 'Share', item: 'Item', powerType: 'Type of power', department: 'Department', category: 'Risk category',
    grade: 'Grade', ungraded: 'Not graded', unassigned: 'Not assigned', level: 'Level', likelihood: 'Likelihood', severity: 'Severity',
    raised: 'Raised', lowered: 'Lowered', none: '—',
  },
  chapters: {
    situation: 'General situation', work: 'Work carried out', risks: 'Risk analysis', measures: 'Control measures', warnings: 'Warnings and disposal',
    assessment: 'Assessment scores', problems: 'Shortcomings', plans: 'Next steps',
  },
  chapterNumber: (index) => `${romans[index] ?? index + 1}. `,
  sectionNumber: (index) => `(${index + 1}) `,
  itemNumber: (index) => `${index + 1}. `,
  riskSections: { grade: 'By grade', category: 'By category', department: 'By department', matrix: 'Likelihood and severity', comparison: 'Compared with the previous year', methods: 'Grading methods' },
  tableCaption: (number, title) => `Table ${number}  ${title}`,
  figureCaption: (number, title) => `Figure ${number}  ${title}`,
  captions: {
    powersByType: 'Powers by type', powersByDepartment: 'Powers by department', byGrade: 'Risk points by grade', byCategory: 'Risk points by category and grade',
    byDepartment: 'Risk points by department and grade', categoryChart: 'Risk points of each category by grade (number)',
    departmentChart: 'Risk points of each department by grade (number)', matrixChart: 'Likelihood and severity (number of risk points)',
    comparison: 'Risk points compared with the previous year', measures: 'Control measures', warnings: 'Warnings', assessment: 'Assessment scores',
  },
  situation: (report) => [
    `${plainLine(report.organisation)} has ${plural(report.departmentsTotal, 'department')}, ${plural(report.postsTotal, 'recorded post')} and ${plural(report.powers.total, 'power')}. On ${date(report.preparedOn)} the register holds ${plural(report.riskPoints.total, 'risk point')}${report.riskPoints.total === 0 ? '' : ` (${gradeList(report)})`} and ${plural(report.measures.total, 'control measure')}.`,
    `All figures come from the organisation’s own register of integrity risk control for the year ${report.year}.`,
  ],
  work,
  gradeSummary,
  categorySummary: (report) => (report.riskPoints.total === 0 ? 'There are no risk points to analyse.' : `The categories with most risk points: ${largest(report.riskPoints.byCategory)}.`),
  departmentSummary: (report) => (report.riskPoints.total === 0 ? 'There are no risk points to analyse.' : `The departments with most risk points: ${largest(report.riskPoints.byDepartment)}.`),
  matrixSummary: (counted, total) => `${plural(counted, 'risk point')} ${isAre(counted)} graded by likelihood and severity${counted < total ? `; the other ${total - counted}, graded by other methods or not yet graded, ${isAre(total - counted)} not in the figure` : ''}.`,
  noMatrix: 'No risk point is graded by likelihood and severity this year.',
  comparisonSummary: (c, year) => `Against the frozen figures of ${c.previousYear}, the year ${year} has ${plural(c.added, 'new risk point')}; ${c.cancelled} ${isAre(c.cancelled)} cancelled, ${c.raised} raised, ${c.lowered} lowered and ${c.unchanged} unchanged in grade.`,
  comparisonRows: (c, year) => [
    [`Risk points ${c.previousYear}`, c.previousTotal], ['Cancelled', c.cancelled], ['New', c.added], ['Raised', c.raised], ['Lowered', c.lowered], ['Unchanged', c.unchanged],
    [`Risk points ${year}`, c.added + c.raised + c.lowered + c.unchanged],
  ],
  noComparison: 'No frozen previous year is available for comparison.',
  methodsIntroduction: (count) => (count === 1 ? 'Grades follow the method below.' : `Grades follow the ${count} methods below.`),
  noMethods: 'The register holds no grading method in force.',
  measuresSummary,
  measureRows: (m) => [
    ['Due', m.due], ['    of which done', m.done], ['    of which overdue', m.overdue], ['Not yet due', m.notYetDue], ['Long-term', m.longTerm], ['Without a term', m.undated],
  ],
  completionRate: 'Completion rate of measures due',
  noRate: 'None due',
  warningsSummary: (w) => `${plural(w.total, 'warning')} ${isAre(w.total)} recorded this year; ${w.closed} closed and ${w.open} open.`,
  noWarnings: 'The register holds no warnings or disposals for this year.',
  assessmentSummary: ({ rows, departments }) => `${plural(departments, 'department')} and ${plural(rows, 'item')} were assessed this year, with the scores below; the annex lists every item.`,
  noAssessment: 'The register holds no assessment for this year; this report gives no score.',
  problemsIntroduction: 'The register shows the following shortcomings:',
  noProblems: 'The register shows no gaps in powers, risk points, grades or measures.',
  plansIntroduction: 'Each shortcoming is answered in the same order:',
  noPlans: 'Risk points, grades and measures will be gone through again whenever a legal basis, a body’s duties or the holder of a post changes.',
  finding: finding(findings),
  nextStep: finding(nextSteps),
  attachmentsLabel: 'Annexes: ',
  oneAnnex: 'Annex',
  annexLabel: (number) => `Annex ${number}`,
  annexTitles: { powers: 'Power Catalogue', riskList: 'Risk Points and Control Measures', heaviest: 'High-Risk List', adjustments: 'Changes of Grade', assessment: 'Assessment Table' },
  annexEmpty: {
    powers: 'The register holds no powers.', riskList: 'The register holds no risk points.', heaviest: 'The register holds no risk points of the heaviest grade.',
    adjustments: 'No change of grade is recorded this year.', assessment: 'The register holds no assessment for this year.',
  },
  registerNote: (day, year) => `The year ${year} is not frozen yet; this report is drawn from the register as it stood on ${day}.`,
  withLogNote: (note, number, hash) => `${note.replace(/\.$/u, '')}. Audit log up to entry ${number}: ${hash}`,
  archiveNote: (hash) => `The figures of this year are frozen. Checksum of the archive (SHA-256): ${hash}`,
  powerColumns: {
    number: 'No.', code: 'Code', type: 'Type', name: 'Power', subItem: 'Sub-item', legalBasis: 'Legal basis', holder: 'Exercised by', department: 'Department', post: 'Post',
    statutoryDays: 'Statutory term (working days)', promisedDays: 'Promised term (working days)', charge: 'Charge', publicity: 'Publicity', discretion: 'Discretion', note: 'Note',
  },
  narrowTitles: { statutory: 'Statutory days', promised: 'Promised days', discretion: 'Discretion' },
  powerWithSubItem: (name, subItem) => (subItem === '' ? name : `${name} (${subItem})`),
  riskColumns: {
    number: 'No.', department: 'Department', category: 'Category', riskPoint: 'Risk point', manifestation: 'Content and manifestation', grade: 'Grade',
    measures: 'Control measures', departmentHead: 'Head of department', leader: 'Leader in charge',
  },
  adjustmentColumns: { number: 'No.', date: 'Date', department: 'Department', riskPoint: 'Risk point', from: 'From', to: 'To', direction: 'Direction', reason: 'Reason', decidedBy: 'Determined by' },
  assessmentColumns: { number: 'No.', subject: 'Assessed', item: 'Item', result: 'Result', fullScore: 'Full score', selfScore: 'Own score', approvedScore: 'Approved', deductionReason: 'Reason for deduction' },
  chartDescription: (title, rows) => `${title}. ${rows.join('; ')}.`,
  chartRest: (departments) => `Other ${departments} (see table)`,
  sheets: { riskList: 'Risk list', summary: 'Summary', powers: 'Powers', heaviest: 'High risks', methods: 'Grading methods' },
  sheetFont: 'Arial',
  riskListTitle: ({ organisation }) => `${plainLine(organisation)}: Risk Points and Control Measures`,
  annexSheetTitle: ({ organisation, year }, title) => `${plainLine(organisation)}: ${title} ${year}`,
  filledBy: (organisation) => `Organisation: ${plainLine(organisation)}`,
  filledOn: (day) => `Date: ${day}`,
  pageFooter: '&CPage &P of &N',
  discrepancy,
} satisfies ReportTexts
