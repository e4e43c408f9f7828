import type { settings as zh } from '../zh-cn/settings.ts'

export const settings = {} as const satisfies Record<keyof typeof zh, string>
