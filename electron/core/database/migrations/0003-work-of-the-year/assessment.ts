/** Assessment: templates in versions, the yearly campaign, scores and objections. */
export const assessment = `
`
