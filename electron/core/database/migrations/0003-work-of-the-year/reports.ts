/** Reports that were written, the settings they are written with, and an office's own forms. */
export const reports = `
`
