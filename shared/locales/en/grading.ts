import type { grading as zh } from '../zh-cn/grading.ts'

export const grading = {} as const satisfies Record<keyof typeof zh, string>
