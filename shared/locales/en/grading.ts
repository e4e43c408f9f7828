import type { grading as zh } from '../zh-cn/grading.ts'

export const grading = {
  'stage.accept': 'Accepting',
  'stage.preview': 'Trying out',
} as const satisfies Record<keyof typeof zh, string>
