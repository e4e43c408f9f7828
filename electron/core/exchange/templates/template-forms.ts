import type { templateCodes } from '#shared/contract/exchange.ts'
import type { Labels } from '#shared/model/labels.ts'
import type { Field } from '../../workbooks/forms/form-definition.ts'
import type { Words } from '../facts/words.ts'

export type TemplateCode = (typeof templateCodes)[number]

/** The list a column's cells are chosen from. */
export type Choices = keyof Pick<Words, 'powerType' | 'riskCategory' | 'grade' | 'discretion'>

export interface TemplateColumn {
  readonly field: Field
  /** As the form itself calls it; each is a name the form is known by when read. */
  readonly titles: Labels
  readonly width: number
  readonly choices?: Choices
}

const column = (field: Field, zh: string, en: string, width = 16): TemplateColumn => ({ field, titles: { 'zh-CN': zh, en }, width })
const chosen = (field: Field, zh: string, en: string, choices: Choices): TemplateColumn => ({ ...column(field, zh, en, 14), choices })

const serial = column('serial', '序号', 'No.', 6)
const remarks = column('remarks', '备注', 'Remarks')

/** The columns of each form in their customary order. */
export const templateForms: Readonly<Record<TemplateCode, readonly TemplateColumn[]>> = {
  'power-catalogue-a': [
    serial, column('code', '职权编码', 'Power Code', 12), chosen('type', '职权类别', 'Power Type', 'powerType'), column('name', '职权名称', 'Power Name', 30), column('subItem', '子项', 'Sub-Item'),
    column('legalBasis', '行使依据', 'Legal Basis', 36), column('exercisedBy', '行使主体', 'Exercising Body'), column('department', '承办科室', 'Department in Charge'),
    column('post', '承办岗位', 'Post in Charge'), column('statutoryLimit', '法定时限', 'Statutory Time Limit', 10), column('promisedLimit', '承诺时限', 'Promised Time Limit', 10),
    column('feeBasis', '收费依据及标准', 'Fee Basis and Rate'), column('publicity', '公开形式', 'Form of Publicity'), chosen('discretion', '自由裁量权', 'Discretion', 'discretion'), remarks,
  ],
  'power-catalogue-b': [
    serial, chosen('type', '权力类型', 'Power Type', 'powerType'), column('code', '项目编码', 'Item Code', 12), column('name', '项目名称', 'Item Name', 30), column('subItem', '子项', 'Sub-Item'),
    column('legalBasis', '实施依据', 'Implementation Basis', 36), column('responsibilities', '责任事项', 'Responsibilities', 36), column('accountability', '追责情形', 'Grounds for Accountability', 36),
  ],
  'risk-list-9': [
    serial, column('department', '单位、科室', 'Department'), chosen('category', '风险类别', 'Risk Category', 'riskCategory'), column('title', '风险点', 'Risk Point', 26),
    column('manifestation', '廉政风险主要内容及表现形式', 'Content and Manifestation', 40), chosen('grade', '风险等级', 'Risk Grade', 'grade'), column('measures', '防控措施', 'Control Measures', 40),
    column('departmentHead', '部门负责人', 'Department Head'), column('responsibleLeader', '责任领导', 'Responsible Leader'),
  ],
  'risk-list-10': [
    serial, column('department', '部门', 'Department'), column('step', '重要环节', 'Key Step', 26), column('manifestation', '廉政风险点表现形式', 'Manifestation', 40),
    column('post', '风险点涉及的岗位', 'Post Concerned'), chosen('grade', '风险等级', 'Risk Grade', 'grade'), column('measures', '防控要点及防控措施', 'Control Points and Measures', 40),
    column('directOwner', '直接责任人', 'Direct Owner'), column('departmentHead', '部门责任人', 'Department Head'), column('responsibleLeader', '责任领导', 'Responsible Leader'),
  ],
  'risk-situation-7': [
    serial, column('name', '权力事项', 'Power', 30), column('riskCount', '风险点数量', 'Number of Risk Points', 10), column('manifestation', '表现形式', 'Manifestation', 44),
    column('grade', '等级', 'Grade', 10), column('measures', '防控措施', 'Control Measures', 44), column('responsible', '责任人', 'Responsible Post'),
  ],
  'risk-survey': [
    column('department', '科室', 'Department'), column('post', '岗位', 'Post'), column('name', '职权名称', 'Power Name', 30), column('step', '流程环节', 'Process Step', 10),
    chosen('category', '风险类别', 'Risk Category', 'riskCategory'), column('manifestation', '风险点及表现形式', 'Risk Point and Manifestation', 40),
    chosen('grade', '自评等级', 'Self-Assessed Grade', 'grade'), column('existingRules', '已有制度', 'Existing Rules', 30), column('measures', '拟增措施', 'Proposed Measures', 40),
    column('responsible', '责任人', 'Responsible Post'), column('dueDate', '完成时限', 'Due Date', 12), column('reviewOpinion', '审核意见', 'Review Opinion'),
  ],
  'grading-sheet': [
    column('name', '职权/岗位', 'Power / Post', 30), column('manifestation', '风险点', 'Risk Point', 40), column('likelihood', '可能性', 'Likelihood', 10),
    column('consequence', '危害程度', 'Consequence', 10), column('total', '合计', 'Total', 8), column('overrides', '否决条款', 'Override Rule'), chosen('selfGrade', '自评等级', 'Self-Assessed Grade', 'grade'),
    chosen('departmentGrade', '科室评', 'Department Grade', 'grade'), chosen('groupGrade', '领导小组评', 'Leading Group Grade', 'grade'), chosen('grade', '最终等级', 'Final Grade', 'grade'),
    column('reason', '理由', 'Reason', 30), column('assessor', '评定人', 'Assessor'), column('gradedOn', '日期', 'Date', 12),
  ],
}
