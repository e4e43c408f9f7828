import type { risks as zh } from '../zh-cn/risks.ts'

export const risks = {} as const satisfies Record<keyof typeof zh, string>
