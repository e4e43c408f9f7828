import type { FormColumn } from './form-definition.ts'

// Columns that several forms share under the same names.

export const serialColumn: FormColumn = { field: 'serial', aliases: ['序号', '编号', 'No.', 'No', 'Number', '#'] }

export const departmentColumn: FormColumn = {
  field: 'department',
  aliases: ['单位、科室', '单位/科室', '单位科室', '科室', '部门', '部门（科室）', '科室（部门）', '所属科室', '所属部门', '科（股）室', '股室', '处室', '责任科室', '责任部门', '部门名称', '科室名称', 'Department', 'Organisation and Department', 'Organisation / Department'],
  carriedDown: true,
}

export const postColumn: FormColumn = {
  field: 'post',
  aliases: ['岗位', '岗位名称', '风险岗位', '风险点涉及的岗位', '风险点涉及岗位', '涉及岗位', 'Post', 'Post Concerned', 'Posts Concerned'],
}

export const stepColumn: FormColumn = {
  field: 'step',
  aliases: ['流程环节', '重要环节', '环节', '风险环节', '工作环节', '业务环节', '权力运行环节', '关键环节', 'Process Step', 'Key Step'],
}

export const categoryColumn: FormColumn = {
  field: 'category',
  aliases: ['风险类别', '风险类型', '廉政风险类别', '风险种类', 'Risk Category'],
}

export const powerNameAliases = ['职权名称', '权力名称', '权力事项', '职权事项', '权力事项名称', '职权（事项）名称', '事项名称', '项目名称', '权力项目', '职权', 'Power', 'Power Name']

export const manifestationColumn: FormColumn = {
  field: 'manifestation',
  aliases: ['廉政风险主要内容及表现形式', '风险点及表现形式', '廉政风险点及表现形式', '廉政风险点表现形式', '风险点表现形式', '风险表现形式', '廉政风险表现形式', '表现形式', '风险内容及表现形式', '风险主要内容及表现形式', '主要风险内容及表现形式', '风险内容', '主要表现形式', '廉政风险点描述', '风险点描述', 'Manifestation', 'Risk Point and Manifestation', 'Content and Manifestation'],
  required: true,
}

export const gradeAliases = ['风险等级', '等级', '廉政风险等级', '风险级别', '风险点等级', '级别', '自评等级', '自评风险等级', '评定等级', 'Risk Grade', 'Grade', 'Self-Assessed Grade']

export const gradeColumn: FormColumn = { field: 'grade', aliases: gradeAliases, kind: 'grade' }

export const measuresColumn: FormColumn = {
  field: 'measures',
  aliases: ['防控措施', '防范措施', '防控具体措施', '拟增措施', '拟增防控措施', '拟增加措施', '廉政风险防控措施', '主要防控措施', '控制措施', '防控要点及防控措施', '防控要点及措施', 'Control Measures', 'Control Measure', 'Proposed Measures', 'Control Points and Measures'],
  list: 'measures',
}

export const directOwnerColumn: FormColumn = { field: 'directOwner', aliases: ['直接责任人', 'Direct Owner', 'Directly Responsible'] }

export const departmentHeadColumn: FormColumn = {
  field: 'departmentHead',
  aliases: ['部门负责人', '部门责任人', '科室负责人', '股室负责人', '科室责任人', 'Department Head'],
}

export const leaderColumn: FormColumn = {
  field: 'responsibleLeader',
  aliases: ['责任领导', '分管领导', '主管领导', '领导责任人', 'Responsible Leader'],
}

export const responsibleColumn: FormColumn = {
  field: 'responsible',
  aliases: ['责任人', '负责人', '责任岗位', '责任人员', 'Responsible Post', 'Responsible', 'Responsible Person'],
}

export const remarksColumn: FormColumn = { field: 'remarks', aliases: ['备注', '说明', 'Remarks', 'Notes'] }

export const pastCaseColumn: FormColumn = { field: 'pastCase', aliases: ['曾发案件', '是否发生过案件', 'Past Case'] }
