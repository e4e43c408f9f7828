export const consistency = {
  'title': '一致性检查',
} as const
