import type { Field } from '../forms/form-definition.ts'

/**
 * Words by which offices call a column without naming it as any form does. They only bring a suggestion about; a form is
 * never recognised by them.
 */
export const titleHints: Readonly<Partial<Record<Field, readonly string[]>>> = {
  serial: ['次序', '行号', '顺序', 'Order'],
  department: ['单位', '机构', '科室', '处室', '股室', '大队', 'Unit', 'Office', 'Section', 'Division', 'Department'],
  post: ['岗位', '职位', '职务', 'Position', 'Post'],
  step: ['环节', '步骤', '节点', '阶段', '程序', 'Stage', 'Step'],
  category: ['类别', '种类', '类型', '分类', 'Category', 'Kind', 'Type', 'Class'],
  type: ['类别', '种类', '类型', '分类', 'Category', 'Kind', 'Type'],
  code: ['编码', '编号', '代码', 'Code'],
  name: ['职权', '权力', '事项', '职责', '业务', 'Power', 'Matter', 'Item', 'Activity'],
  subItem: ['子项', '小项', 'Sub-Item'],
  legalBasis: ['依据', '法规', '法律', 'Basis', 'Law'],
  exercisedBy: ['主体', '机关', 'Body'],
  title: ['风险点', '风险名称', 'Risk Name'],
  manifestation: ['问题', '隐患', '情形', '表现', '描述', '风险内容', '怎么出问题', 'Problem', 'Description', 'Risk', 'What Can Go Wrong'],
  riskCount: ['数量', '个数', 'Count', 'Number'],
  grade: ['等级', '等次', '级别', '档次', '评级', '程度', 'Grade', 'Level', 'Rating', 'Severity'],
  measures: ['措施', '对策', '办法', '预防', '防范', '防控', '怎么防', '如何防', 'Measure', 'Control', 'Action', 'Countermeasure'],
  measure: ['措施', '对策', '办法', 'Measure', 'Action'],
  measureKind: ['措施种类', '措施分类', 'Kind of Measure'],
  existingRules: ['制度', '规章', 'Rule'],
  directOwner: ['经办人', '承办人', '直接责任', 'Owner'],
  departmentHead: ['科长', '股长', '负责人', 'Head'],
  responsibleLeader: ['领导', '局长', 'Leader', 'Chief'],
  responsible: ['责任', '负责', 'Responsible', 'Owner', 'In Charge'],
  dueDate: ['期限', '时限', '截止', '何时完成', 'Deadline', 'Due'],
  gradedOn: ['日期', '时间', 'Date'],
  likelihood: ['可能', '概率', 'Likelihood', 'Probability'],
  consequence: ['后果', '危害', '影响', 'Consequence', 'Impact'],
  total: ['总分', '合计', '得分', 'Total', 'Score'],
  reason: ['理由', '原因', 'Reason', 'Why'],
  assessor: ['评定人', 'Assessor'],
  responsibilities: ['责任事项', '职责', 'Duties'],
  accountability: ['追责', '问责', 'Accountability'],
  progress: ['进度', '进展', '落实', 'Progress', 'Status'],
  doneOn: ['完成日', '完成时间', 'Completed'],
  discretion: ['裁量', 'Discretion'],
  remarks: ['备注', '说明', 'Remark', 'Note', 'Comment'],
}
