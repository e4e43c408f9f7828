import type { measures as zh } from '../zh-cn/measures.ts'

export const measures = {} as const satisfies Record<keyof typeof zh, string>
