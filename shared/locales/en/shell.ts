import type { shell as zh } from '../zh-cn/shell.ts'

export const shell = {} as const satisfies Record<keyof typeof zh, string>
