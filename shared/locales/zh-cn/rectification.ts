export const rectification = {
  'title': '整改台账',
} as const
