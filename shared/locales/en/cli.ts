import type { cli as zh } from '../zh-cn/cli.ts'

export const cli = {} as const satisfies Record<keyof typeof zh, string>
