import type { powers as zh } from '../zh-cn/powers.ts'

export const powers = {} as const satisfies Record<keyof typeof zh, string>
