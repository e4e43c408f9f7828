export const warnings = {
  'title': '预警',
} as const
