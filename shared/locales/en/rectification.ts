import type { rectification as zh } from '../zh-cn/rectification.ts'

export const rectification = {
  'title': 'Rectification',
} as const satisfies Record<keyof typeof zh, string>
