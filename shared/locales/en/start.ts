import type { start as zh } from '../zh-cn/start.ts'

export const start = {} as const satisfies Record<keyof typeof zh, string>
