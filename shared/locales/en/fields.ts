import type { fields as zh } from '../zh-cn/fields.ts'

export const fields = {
  power: 'Power',
} as const satisfies Record<keyof typeof zh, string>
