import type { history as zh } from '../zh-cn/history.ts'

export const history = {} as const satisfies Record<keyof typeof zh, string>
