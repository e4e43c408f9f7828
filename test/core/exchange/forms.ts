import { csvFile } from './importing.ts'

/** Builds the circulating forms, a row by the cells that matter for a test; the others are left blank. */
const form = <const Columns extends Readonly<Record<string, string>>>(columns: Columns, name: string) =>
  (...rows: readonly Partial<Record<keyof Columns, string>>[]): File =>
    csvFile([Object.values(columns), ...rows.map((row) => Object.keys(columns).map((key) => row[key] ?? ''))], name)

export const catalogue = form({ code: '职权编码', type: '职权类别', name: '职权名称', sub: '子项', basis: '行使依据', department: '承办科室', post: '承办岗位', statutory: '法定时限', discretion: '自由裁量权' }, '职权目录.csv')

export const nineColumns = form({ department: '单位、科室', category: '风险类别', power: '风险点', text: '廉政风险主要内容及表现形式', grade: '风险等级', measures: '防控措施', head: '部门负责人', leader: '责任领导' }, '一览表.csv')

export const tenColumns = form({ department: '部门', power: '重要环节', text: '廉政风险点表现形式', post: '风险点涉及的岗位', grade: '风险等级', measures: '防控要点及防控措施', owner: '直接责任人', head: '部门责任人', leader: '责任领导' }, '十列表.csv')

export const situation = form({ power: '权力事项', count: '风险点数量', text: '表现形式', grade: '等级', measures: '防控措施', owner: '责任人' }, '情况表.csv')

export const survey = form({ department: '科室', post: '岗位', power: '职权名称', step: '流程环节', category: '风险类别', text: '风险点及表现形式', grade: '自评等级', rules: '已有制度', measures: '拟增措施', owner: '责任人', due: '完成时限' }, '排查表.csv')

export const gradingSheet = form({ power: '职权/岗位', text: '风险点', likelihood: '可能性', consequence: '危害程度', total: '合计', grade: '最终等级', reason: '理由' }, '评定表.csv')
