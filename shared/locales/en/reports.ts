import type { reports as zh } from '../zh-cn/reports.ts'

export const reports = {} as const satisfies Record<keyof typeof zh, string>
