export const sheets = {
  'title.power-catalogue-a': '职权目录',
  'title.power-catalogue-b': '权责清单',
  'title.risk-list-9': '廉政风险点及防控措施一览表',
  'title.risk-list-10': '廉政风险点及防控措施一览表',
  'title.risk-situation-7': '廉政风险点情况表',
  'title.risk-survey': '岗位廉政风险排查表',
  'title.grading-sheet': '廉政风险等级评定表',
  instruction: '从表头下一行开始填写；不要改动表头；有下拉箭头的格请从列表中选择；一格有多项时写成“1.……”“2.……”并换行。',
  options: '选项',
  'list.powers': '职权清单',
  'list.risks': '风险点清单',
  'list.measures': '防控措施清单',
} as const
