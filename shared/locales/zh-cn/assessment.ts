export const assessment = {
  'title': '检查考评',
} as const
