export const fields = {
  power: '职权',
} as const
