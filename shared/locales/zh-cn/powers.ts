export const powers = {} as const
