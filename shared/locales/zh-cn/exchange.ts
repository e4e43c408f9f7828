export const exchange = {
  'basis.stated': '本点列明',
  'basis.shared': '同行共用',
} as const
