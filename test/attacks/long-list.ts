import { writeCsv } from 'hucre/csv'

export const listedPoints = 600

/** A list of risk points that takes long enough to import for something to happen meanwhile. */
export function longList(): File {
  const header = ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导']
  const rows = Array.from({ length: listedPoints }, (_, index) =>
    [String(index + 1), `科室${index % 40}`, '业务流程', `职权${index % 120}`, `表现形式之${index}`, ['高', '中', '低'][index % 3] ?? '', `1.措施甲${index}\n2.措施乙${index}`, '', ''])
  return new File([writeCsv([header, ...rows])], '清单.csv')
}

export const listedEvents = 2500

/** A file of as many events of an e-supervision platform. */
export function longEvents(): File {
  const rows = Array.from({ length: listedEvents }, (_, index) => [`E-${index}`, '2026-06-01', `职权${index % 120}`, `审批超时${index}`])
  return new File([writeCsv([['事件编号', '发生时间', '事项名称', '事件描述'], ...rows])], '事件.csv')
}
