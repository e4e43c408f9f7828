export const assessment = {
  'title': '检查考评',
  'report.total': '合计（{{band}}，第 {{place}} 名）',
} as const
