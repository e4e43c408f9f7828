import type { assessment as zh } from '../zh-cn/assessment.ts'

export const assessment = {
  'title': 'Assessment',
  'report.total': 'Total ({{band}}, place {{place}})',
} as const satisfies Record<keyof typeof zh, string>
