import type { Discrepancy, DiscrepancyCode } from '#shared/model/report-figures.ts'
import { percentText, rateInTenths, sharesInTenths, sumOf } from '#shared/model/report-figures.ts'
import type { AnnualReport, MeasureFigures } from '../annual-report-model.ts'
import type { Finding, FindingCode } from '../findings.ts'
import { plainLine } from '../plain-text.ts'
import type { ReportTexts } from './report-texts.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (index: number) => numerals[index] ?? String(index + 1)

/** 高 → 高风险; a level word of more than one character (一级, 重大风险) already stands by itself. */
const gradeWord = (label: string) => (label.length === 1 ? `${label}风险` : label)

const date = (isoDate: string) => {
  const [year, month, day] = isoDate.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function gradeList(report: AnnualReport): string {
  const graded = report.grades.map((grade, index) => `${gradeWord(plainLine(grade.label))}${report.riskPoints.byGrade[index] ?? 0}个`)
  return [...graded, ...(report.riskPoints.ungraded > 0 ? [`尚未评定等级${report.riskPoints.ungraded}个`] : [])].join('、')
}

function largest(rows: readonly { label: string; total: number }[]): string {
  const top = rows.filter((row) => row.total > 0).toSorted((a, b) => b.total - a.total).slice(0, 3)
  return top.map((row) => `${plainLine(row.label) || '未指定'}（${row.total}个）`).join('、')
}

function work(report: AnnualReport): string[] {
  const { powers, riskPoints, measures } = report
  const withPoints = powers.total - powers.withoutRiskPoints
  const benchmark = powers.withDiscretion === 0 ? '登记的职权中没有标明自由裁量权的事项。' : `存在自由裁量权的${powers.withDiscretion}项，其中已登记裁量基准${powers.withBenchmark}项。`
  return [
    `依法规范行政职权。共登记行政职权${powers.total}项，${benchmark}`,
    `查找廉政风险。已在${withPoints}项职权中查找风险点，登记廉政风险点${riskPoints.total}个，涉及${report.riskPoints.byCategory.filter((row) => row.total > 0).length}类风险。`,
    `评定风险等级。已评定等级的风险点${sumOf(riskPoints.byGrade)}个，尚未评定${riskPoints.ungraded}个。${changes(report)}`,
    `制定防控措施。登记防控措施${measures.total}条，有防控措施的风险点${measures.pointsWithMeasures}个，尚无防控措施的${measures.pointsWithoutMeasures}个。`,
  ]
}

function changes({ gradeChanges }: AnnualReport): string {
  if (gradeChanges.total === 0) return '本年度没有风险等级调整记录。'
  return `本年度调整风险等级${gradeChanges.total}次，其中调高${gradeChanges.raised}次、调低${gradeChanges.lowered}次。`
}

function gradeSummary(report: AnnualReport): string {
  const shares = sharesInTenths([...report.riskPoints.byGrade, report.riskPoints.ungraded])
  const parts = report.grades.map((grade, index) => `${gradeWord(plainLine(grade.label))}占${percentText(shares[index] ?? 0)}`)
  if (report.riskPoints.total === 0) return '截至报告日，登记的廉政风险点为0个。'
  return `登记廉政风险点${report.riskPoints.total}个，其中${gradeList(report)}。${parts.join('，')}。`
}

function measuresSummary(measures: MeasureFigures): string[] {
  const rate = rateInTenths(measures.done, measures.due)
  const rateSentence = rate === undefined ? '截至报告日没有到期措施，不计算完成率。' : `按期应完成的${measures.due}条中，已完成${measures.done}条，逾期${measures.overdue}条，完成率${percentText(rate)}。`
  return [
    `登记防控措施${measures.total}条，其中到期${measures.due}条、未到期${measures.notYetDue}条、长期坚持${measures.longTerm}条、未明确期限${measures.undated}条。${rateSentence}`,
    measures.pointsWithoutMeasures === 0 ? '登记的风险点均有防控措施。' : `尚有${measures.pointsWithoutMeasures}个风险点没有防控措施。`,
  ]
}

const findings: Record<FindingCode, (count: number, heaviest: string) => string> = {
  'heaviest-without-measures': (count, heaviest) => `有${count}个${heaviest}的风险点没有防控措施。`,
  'discretion-without-benchmark': (count) => `有${count}项存在自由裁量权的职权没有登记裁量基准。`,
  'powers-without-points': (count) => `有${count}项职权尚未查找风险点。`,
  'points-ungraded': (count) => `有${count}个风险点尚未评定等级。`,
  'points-to-confirm': (count) => `有${count}个风险点的登记内容有待核实确认。`,
  'points-without-measures': (count) => `有${count}个其他等级或未评定等级的风险点没有防控措施。`,
  'measures-overdue': (count) => `有${count}条防控措施逾期未完成。`,
  'measures-undated': (count) => `有${count}条防控措施没有明确完成期限，也没有注明长期坚持。`,
}

const nextSteps: Record<FindingCode, (count: number, heaviest: string) => string> = {
  'heaviest-without-measures': (count, heaviest) => `针对${count}个没有防控措施的${heaviest}风险点，由单位主要领导牵头，逐个制定防控措施，明确责任人和完成期限。`,
  'discretion-without-benchmark': (count) => `对${count}项没有裁量基准的职权，制定或补登裁量基准，载明文号和校正日期。`,
  'powers-without-points': (count) => `组织承办科室对${count}项尚未查找风险点的职权，按流程环节逐一排查；确无风险点的，说明理由。`,
  'points-ungraded': (count) => `按照评定方法，完成${count}个风险点的等级评定和审定。`,
  'points-to-confirm': (count) => `由所在科室对${count}个待确认的风险点逐一核实，补正登记内容。`,
  'points-without-measures': (count) => `为其余${count}个没有防控措施的风险点补充防控措施，做到一个风险点对应一项以上措施。`,
  'measures-overdue': (count) => `对${count}条逾期措施逐条查明原因，重新明确期限，完成后销号。`,
  'measures-undated': (count) => `为${count}条期限不明的措施明确完成期限，或者注明长期坚持并规定检查周期。`,
}

/** '高风险' before 的风险点 reads twice; the level alone is enough there. */
function heaviestWord(report: AnnualReport): string {
  const label = plainLine(report.grades[0]?.label ?? '')
  return label.length === 1 ? `${label}等级` : label
}

const discrepancies: Record<DiscrepancyCode, string> = {
  'not-a-count': '不是有效的计数',
  'powers-by-type': '职权按类型合计与职权总数不符',
  'powers-by-department': '职权按科室合计与职权总数不符',
  'powers-discretion': '有自由裁量权的职权多于职权总数',
  'powers-benchmark': '有裁量基准的职权多于有自由裁量权的职权',
  'powers-without-points': '未查找风险点的职权多于职权总数',
  'powers-annex': '职权目录行数与职权总数不符',
  'powers-annex-type': '职权目录中该类型的行数与统计表不符',
  'powers-annex-department': '职权目录中该科室的行数与统计表不符',
  'points-by-grade': '风险点按等级合计与风险点总数不符',
  'points-to-confirm': '待确认的风险点多于风险点总数',
  'points-category-row': '该类别各等级之和与类别合计不符',
  'points-category-grade': '各类别之和与该等级总数不符',
  'points-department-row': '该科室各等级之和与科室合计不符',
  'points-department-grade': '各科室之和与该等级总数不符',
  'points-matrix': '风险矩阵中的风险点多于风险点总数',
  'points-measures': '有措施与无措施的风险点之和与风险点总数不符',
  'points-annex': '一览表行数与风险点总数不符',
  'points-annex-grade': '一览表中该等级的行数与统计表不符',
  'points-annex-category': '一览表中该类别的行数与统计表不符',
  'points-annex-department': '一览表中该科室的行数与统计表不符',
  'points-annex-measures': '一览表中没有措施的行数与统计不符',
  'comparison-this-year': '新增、调高、调低、不变之和与本年总数不符',
  'comparison-last-year': '取消、调高、调低、不变之和与上年总数不符',
  changes: '调高与调低之和与等级调整总数不符',
  'changes-annex': '调整表中该方向的行数与统计不符',
  'measures-total': '到期、未到期、长期、未明确期限之和与措施总数不符',
  'measures-due': '已完成与逾期之和与到期措施数不符',
  'warnings-by-level': '预警按级别合计与预警总数不符',
  'warnings-closed': '已处置与处置中之和与预警总数不符',
  'rows-total': '表中行数与登记总数不符',
  'rows-grade': '表中该等级的行数与登记合计不符',
  'rows-category': '表中该类别的行数与登记合计不符',
  'rows-department': '表中该科室的行数与登记合计不符',
  'rows-type': '表中该类型的行数与登记合计不符',
  'rows-step': '各环节风险点之和与该职权风险点总数不符',
  'rows-kind': '表中该类变动的行数与登记合计不符',
  'rows-measures': '表中防控措施条数与登记的措施数不符',
  'rows-decisions': '审核记录行数与登记总数不符',
  'decisions-chain': '审核记录前后不衔接，或与当前状态不符',
  'list-entries': '清单现有条数与拟定时的条数不符',
}

function discrepancy({ code, label, stated, counted }: Discrepancy): string {
  const where = label === '' ? '' : `（${label}）`
  return `${discrepancies[code]}${where}：表列${stated}，实计${counted}。`
}

const finding = (table: typeof findings) => ({ code, count }: Finding, report: AnnualReport) => table[code](count, heaviestWord(report))

/** The Chinese edition, in the register of a report of a public body. */
export const zhCn = {
  title: ({ organisation, year }) => [plainLine(organisation), `${year}年度廉政风险防控工作评估报告`],
  titleInOneLine: ({ organisation, year }) => `${plainLine(organisation)}${year}年度廉政风险防控工作评估报告`,
  date,
  words: {
    total: '合计', count: '数量', share: '占比', item: '项目', powerType: '职权类型', department: '科室（部门）', category: '风险类别',
    grade: '风险等级', ungraded: '未评定', unassigned: '未指定', level: '预警级别', likelihood: '发生可能性', severity: '危害程度',
    raised: '调高', lowered: '调低', none: '—',
  },
  chapters: {
    situation: '基本情况', work: '工作开展情况', risks: '风险分析', measures: '措施落实情况', warnings: '预警处置', assessment: '考评得分',
    problems: '存在问题', plans: '下步打算',
  },
  chapterNumber: (index) => `${numeral(index)}、`,
  sectionNumber: (index) => `（${numeral(index)}）`,
  itemNumber: (index) => `${index + 1}.`,
  riskSections: { grade: '等级分布', category: '类别分布', department: '科室分布', matrix: '可能性与危害程度', comparison: '与上年度比较', methods: '等级评定方法' },
  tableCaption: (number, title) => `表${number}  ${title}`,
  figureCaption: (number, title) => `图${number}  ${title}`,
  captions: {
    powersByType: '行政职权分类型统计', powersByDepartment: '行政职权分科室统计', byGrade: '廉政风险点分等级统计', byCategory: '廉政风险点分类别、等级统计',
    byDepartment: '廉政风险点分科室、等级统计', categoryChart: '各类别风险点等级构成（个）', departmentChart: '各科室风险点等级构成（个）',
    matrixChart: '可能性与危害程度矩阵（风险点个数）', comparison: '风险点与上年度比较', measures: '防控措施落实情况', warnings: '预警情况', assessment: '检查考评得分',
  },
  situation: (report) => [
    `${plainLine(report.organisation)}共有内设科室（部门）${report.departmentsTotal}个，登记岗位${report.postsTotal}个、行政职权${report.powers.total}项。截至${date(report.preparedOn)}，登记廉政风险点${report.riskPoints.total}个${report.riskPoints.total === 0 ? '' : `，其中${gradeList(report)}`}；登记防控措施${report.measures.total}条。`,
    `本报告的数据取自本单位廉政风险防控登记台账，统计年度为${report.year}年度。`,
  ],
  work,
  gradeSummary,
  categorySummary: (report) => (report.riskPoints.total === 0 ? '没有可供分析的风险点。' : `按风险类别统计，风险点较多的类别为${largest(report.riskPoints.byCategory)}。`),
  departmentSummary: (report) => (report.riskPoints.total === 0 ? '没有可供分析的风险点。' : `按科室统计，风险点较多的科室为${largest(report.riskPoints.byDepartment)}。`),
  matrixSummary: (counted, total) => `按发生可能性和危害程度评定的风险点${counted}个${counted < total ? `，其余${total - counted}个按其他方法评定或尚未评定，不在图中` : ''}。`,
  noMatrix: '本年度没有按发生可能性与危害程度评定的风险点。',
  comparisonSummary: (c, year) => `与${c.previousYear}年度归档数据相比，${year}年度新增风险点${c.added}个，取消${c.cancelled}个，等级调高${c.raised}个，等级调低${c.lowered}个，等级不变${c.unchanged}个。`,
  comparisonRows: (c, year) => [
    [`${c.previousYear}年度风险点`, c.previousTotal], ['取消', c.cancelled], ['新增', c.added], ['等级调高', c.raised], ['等级调低', c.lowered], ['等级不变', c.unchanged],
    [`${year}年度风险点`, c.added + c.raised + c.lowered + c.unchanged],
  ],
  noComparison: '没有已归档的上年度数据，本年度不作比较。',
  methodsIntroduction: (count) => `风险等级按下列${count === 1 ? '' : `${count}种`}方法评定。`,
  noMethods: '登记中没有生效的等级评定方法。',
  measuresSummary,
  measureRows: (m) => [
    ['到期', m.due], ['　其中：已完成', m.done], ['　　　　逾期未完成', m.overdue], ['未到期', m.notYetDue], ['长期坚持', m.longTerm], ['未明确期限', m.undated],
  ],
  completionRate: '到期措施完成率',
  noRate: '没有到期措施',
  warningsSummary: (w) => `本年度发出预警${w.total}次，已处置${w.closed}次，处置中${w.open}次。`,
  noWarnings: '登记台账中没有本年度的预警和处置记录。',
  assessmentSummary: ({ rows, departments, reasons }) => `本年度对${departments}个科室进行检查考评，共评${rows}项次，得分和档次见下表，各项得分${reasons ? '和扣分原因' : ''}见附件。`,
  noAssessment: '登记台账中没有本年度的检查考评记录，本报告不列得分。',
  problemsIntroduction: '根据登记数据，存在以下问题：',
  noProblems: '从登记数据看，职权、风险点、等级和措施的登记没有缺项。',
  plansIntroduction: '针对上述问题，逐项提出以下打算：',
  noPlans: '继续按照动态调整要求，在法律依据、机构职责或者岗位人员变化时重新查找风险点、评定等级、修订措施。',
  finding: finding(findings),
  nextStep: finding(nextSteps),
  attachmentsLabel: '附件：',
  oneAnnex: '附件',
  annexLabel: (number) => `附件${number}`,
  annexTitles: { powers: '职权目录', riskList: '廉政风险点及防控措施一览表', heaviest: '高风险清单', adjustments: '风险等级调整表', assessment: '检查考评表' },
  annexEmpty: {
    powers: '登记台账中没有行政职权。', riskList: '登记台账中没有廉政风险点。', heaviest: '登记台账中没有最高等级的风险点。',
    adjustments: '本年度没有风险等级调整记录。', assessment: '登记台账中没有本年度的检查考评记录。',
  },
  registerNote: (day, year) => `${year}年度数据尚未归档，本报告取自${day}的登记台账。`,
  withLogNote: (note, number, hash) => `${note.replace(/[。]$/u, '')}。操作日志至第${number}条，校验值：${hash}`,
  archiveNote: (hash) => `本年度数据已归档，归档数据校验值（SHA-256）：${hash}`,
  powerColumns: {
    number: '序号', code: '职权编码', type: '职权类别', name: '职权名称', subItem: '子项', legalBasis: '行使依据', holder: '行使主体', department: '承办科室',
    post: '承办岗位', statutoryDays: '法定时限（工作日）', promisedDays: '承诺时限（工作日）', charge: '收费依据及标准', publicity: '公开形式', discretion: '自由裁量权', note: '备注',
  },
  narrowTitles: { statutory: '法定时限\n(工作日)', promised: '承诺时限\n(工作日)', discretion: '自由\n裁量权' },
  powerWithSubItem: (name, subItem) => (subItem === '' ? name : `${name}（子项：${subItem}）`),
  riskColumns: {
    number: '序号', department: '单位、科室', category: '风险类别', riskPoint: '风险点', manifestation: '廉政风险主要内容及表现形式', grade: '风险等级',
    measures: '防控措施', departmentHead: '部门负责人', leader: '责任领导',
  },
  adjustmentColumns: { number: '序号', date: '日期', department: '单位、科室', riskPoint: '风险点', from: '原等级', to: '现等级', direction: '调整方向', reason: '调整理由', decidedBy: '审定人' },
  assessmentColumns: { number: '序号', subject: '考评对象', item: '考核项目', result: '考评结果', fullScore: '分值', selfScore: '自评分', approvedScore: '核准分', deductionReason: '扣分原因' },
  chartDescription: (title, rows) => `${title}。${rows.join('；')}。`,
  chartRest: (departments) => `其余${departments}项（见表）`,
  sheets: { riskList: '一览表', summary: '汇总', powers: '职权目录', heaviest: '高风险清单', methods: '评定方法' },
  sheetFont: '宋体',
  riskListTitle: ({ organisation }) => `${plainLine(organisation)}廉政风险点及防控措施一览表`,
  annexSheetTitle: ({ organisation, year }, title) => `${plainLine(organisation)}${year}年度${title}`,
  filledBy: (organisation) => `填报单位：${plainLine(organisation)}`,
  filledOn: (day) => `填报日期：${day}`,
  pageFooter: '&C第 &P 页，共 &N 页',
  discrepancy,
} satisfies ReportTexts
