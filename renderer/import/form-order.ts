import { formCodes } from '#shared/contract/exchange.ts'

const rankOf = (code: string): number => formCodes.findIndex((known) => known === code)

/** Where a file with these forms stands among others; one without any known form stands last. */
export const formRank = (codes: readonly string[]): number => Math.min(formCodes.length, ...codes.map(rankOf).filter((rank) => rank >= 0))
