import type { issues as zh } from '../zh-cn/issues.ts'

export const issues = {} as const satisfies Record<keyof typeof zh, string>
