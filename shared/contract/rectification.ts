export const rectification = {}
