export const warnings = {}
