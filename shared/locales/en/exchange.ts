import type { exchange as zh } from '../zh-cn/exchange.ts'

export const exchange = {
  'basis.stated': 'Stated for the point',
  'basis.shared': 'Shared by the row',
} as const satisfies Record<keyof typeof zh, string>
