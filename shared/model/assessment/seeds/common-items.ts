import type { Computed, Group, Item, Template, Texts } from '../definition.ts'
import type { IndicatorCode } from '../indicators.ts'

const texts = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

const byPeople = (code: string, points: number, [zh, en]: readonly [string, string], [ruleZh, ruleEn]: readonly [string, string]): Item => ({ code, points, text: texts(zh, en), rule: texts(ruleZh, ruleEn) })

/** Computed by share, unless another formula is named. */
const byFigure = (indicator: IndicatorCode, points: number, [zh, en]: readonly [string, string], formula: Computed['formula'] = { kind: 'share' }): Item => ({
  code: indicator, points, text: texts(zh, en), computed: { indicator, formula, nothing: 'full' },
  rule: formula.kind === 'share' ? texts('按符合的比例得分', 'Points by the share that complies') : texts(`每有一例不符合扣${lost(formula)}分，扣完为止`, `${lost(formula)} off for each case, down to zero`),
})

/** What each case costs. */
const lost = (formula: Computed['formula']): number => (formula.kind === 'deduction' ? formula.perCase : 0)

const group = (code: string, zh: string, en: string, items: Item[]): Group => ({ code, name: texts(zh, en), items })

/** The eight groups of the 100-point form, computed wherever the register can tell. */
export const commonGroups: Template['groups'] = [
  group('lead', '组织领导', 'Leadership', [
    byPeople('lead-duties', 3, ['成立领导小组，分工和责任明确', 'A leading group with clear duties'], ['未成立扣3分，分工不明确扣1分', 'None: 3 off; duties unclear: 1 off']),
    byPeople('lead-plan', 3, ['制定实施方案和年度工作计划', 'An implementation scheme and a plan for the year'], ['缺一项扣1.5分', '1.5 off for each that is missing']),
    byPeople('lead-meetings', 2, ['主要领导专题研究部署，有会议记录', 'The chief discusses the work, with minutes'], ['没有会议记录扣2分', 'No minutes: 2 off']),
    byPeople('lead-training', 2, ['签订承诺书，开展教育培训', 'Commitments signed, training held'], ['缺一项扣1分', '1 off for each that is missing']),
  ]),
  group('powers', '清权确权', 'Powers', [
    byPeople('powers-complete', 2, ['职权目录完整、准确，及时更新', 'The power catalogue is complete, exact and current'], ['每漏、错一项扣0.5分，扣完为止', '0.5 off for each gap or error, down to zero']),
    byFigure('legal-basis', 4, ['职权有行使依据', 'Powers with a legal basis']),
    byFigure('flowchart', 5, ['职权有权力运行流程图', 'Powers with a flowchart']),
    byFigure('benchmark', 4, ['自由裁量权有裁量基准并经校正', 'Discretion with a calibrated benchmark']),
  ]),
  group('risks', '风险排查', 'Risk identification', [
    byFigure('powers-with-points', 8, ['职权查找出廉政风险点', 'Powers with risk points']),
    byFigure('points-with-post', 4, ['风险点落实到岗位', 'Risk points placed at a post']),
    byFigure('posts-with-holder', 2, ['岗位有任职人员', 'Posts with a holder']),
    byPeople('risks-concrete', 6, ['排查全面，表现形式具体，不照抄照搬', 'Complete, concrete, not copied'], ['抽查不具体或雷同每处扣1分，扣完为止', '1 off for each vague or copied text in the sample, down to zero']),
  ]),
  group('grades', '等级评定', 'Grading', [
    byFigure('points-graded', 5, ['风险点评定等级', 'Risk points graded']),
    byFigure('reviewed-in-time', 5, ['在规定时限内完成审核', 'Entries reviewed within the term']),
    byFigure('grade-change-reason', 5, ['升降等级有理由', 'Grade changes with a reason'], { kind: 'deduction', perCase: 1, floor: 0 }),
  ]),
  group('measures', '措施制定与落实', 'Control measures', [
    byFigure('heaviest-measures', 6, ['高风险有防控措施', 'Heaviest risks with measures in force']),
    byFigure('points-with-measures', 3, ['风险点有防控措施', 'Risk points with measures']),
    byFigure('measures-owner', 3, ['措施有责任岗位或责任人', 'Measures with an owner']),
    byFigure('measures-on-time', 4, ['措施按期落实', 'Measures done on time']),
    byFigure('measures-evidenced', 2, ['措施落实有执行记录和佐证', 'Measures carried out with evidence']),
    byPeople('measures-sound', 2, ['措施具体可行、与风险相对应', 'Measures are concrete and fit the risk'], ['抽查不符每处扣0.5分，扣完为止', '0.5 off for each that does not, down to zero']),
  ]),
  group('publicity', '公示公开', 'Publicity', [
    byFigure('points-published', 3, ['风险点按规定公示', 'Risk points published']),
    byFigure('points-filed', 2, ['风险点按规定备案', 'Risk points filed']),
  ]),
  group('warnings', '预警处置', 'Warnings', [
    byFigure('warnings-settled', 2, ['预警按期签收、剖析、整改', 'Warnings received, analysed and put right in time'], { kind: 'deduction', perCase: 1, floor: 0 }),
    byFigure('warnings-not-escalated', 1, ['预警处置到位，没有升级', 'Warnings settled without escalation']),
    byFigure('rectified-in-time', 2, ['整改问题按期整改并销号', 'Problems mended by their date and closed'], { kind: 'deduction', perCase: 0.5, floor: 0 }),
  ]),
  group('dynamic', '动态管理', 'Dynamic management', [
    byFigure('adjustments-in-time', 4, ['动态调整任务按期办结', 'Adjustment tasks settled in time']),
    byFigure('re-examinations', 3, ['列入复核的风险点复核完毕', 'Re-examinations settled']),
    byFigure('grades-confirmed', 3, ['承接上年的等级重新确认', 'Carried-over grades confirmed']),
  ]),
]

export const commonBonus: Template['bonus'] = {
  ceiling: 5,
  items: [
    byPeople('bonus-spread', 3, ['经验做法被上级推广', 'Practice taken up by a higher authority'], ['省级3分，市级2分，县级1分', 'Province 3, city 2, county 1']),
    byPeople('bonus-new', 2, ['工作有创新并取得实效', 'New methods that work'], ['经认定每项1分', '1 for each that is recognised']),
  ],
}

/** A case in the year: never the best band. */
export const commonVetoes = (second: string): Template['vetoes'] => [
  { code: 'case', text: texts('本年度登记有案件或问题', 'A case was recorded in the year'), computed: { indicator: 'no-case', cases: 1 }, effect: { kind: 'no-better-than', band: second } },
  { code: 'discipline', text: texts('人员因违纪违法受到查处', 'Somebody was punished for a breach of discipline or law'), effect: { kind: 'no-better-than', band: second } },
  { code: 'false', text: texts('考评材料弄虚作假', 'Material of the assessment was falsified'), effect: { kind: 'zero' } },
]
