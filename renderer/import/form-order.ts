/** Forms in the order in which they build on each other: powers, then lists of points, then what only adds to points. */
export const formCodes = ['power-catalogue-a', 'power-catalogue-b', 'risk-list-9', 'risk-list-10', 'risk-situation-7', 'risk-survey', 'grading-sheet', 'measure-list'] as const

const rankOf = (code: string): number => formCodes.findIndex((known) => known === code)

/** Where a file with these forms stands among others; one without any known form stands last. */
export const formRank = (codes: readonly string[]): number => Math.min(formCodes.length, ...codes.map(rankOf).filter((rank) => rank >= 0))
