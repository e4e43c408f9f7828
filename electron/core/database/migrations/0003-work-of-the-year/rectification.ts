/** The ledger of rectification: problem, owner, term, evidence, closing. */
export const rectification = `
`
