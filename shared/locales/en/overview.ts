import type { overview as zh } from '../zh-cn/overview.ts'

export const overview = {} as const satisfies Record<keyof typeof zh, string>
