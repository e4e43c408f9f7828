/** Warnings with the rules that raise them, their disposal, and events from an e-supervision platform. */
export const warnings = `
`
