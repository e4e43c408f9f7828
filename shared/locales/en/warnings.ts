import type { warnings as zh } from '../zh-cn/warnings.ts'

export const warnings = {
  'title': 'Warnings',
} as const satisfies Record<keyof typeof zh, string>
