import type { consistency as zh } from '../zh-cn/consistency.ts'

export const consistency = {
  'title': 'Consistency check',
} as const satisfies Record<keyof typeof zh, string>
