/** What can be wrong with a method; the sentence for each code is in the locales. */
export const problemCodes = [
  /** The method was written for another scale. Params: scale. */
  'scale-mismatch',
  /** A grade that the scale does not have. Params: grade. */
  'unknown-grade',
  /** Two factors of one code. Params: factor. */
  'duplicate-factor',
  /** Two options of a factor have one value. Params: factor. */
  'duplicate-option',
  /** Two override rules of one code. */
  'duplicate-override',
  /** A range without a single value. Params: factor. */
  'range-empty',
  /** A product with a factor below zero. Params: factor. */
  'negative-value',
  /** The weights do not add up to 100. Params: total. */
  'weights-total',
  /** The cells do not cover each row and column exactly once. Params: rows, columns. */
  'matrix-shape',
  /** The bounds do not fall from band to band. */
  'threshold-order',
  /** A lower score would give a heavier grade. */
  'threshold-severity',
  /** Scores below the lowest bound get no grade. Params: lowest (score), atLeast (lowest bound). */
  'threshold-gap',
  /** No combination of factors reaches this band. Params: grade. */
  'threshold-unreachable',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export type Problem = {
  readonly code: ProblemCode
  /** Where in the definition; `factors` counts in the order of `factorsOf`. */
  readonly path: readonly (string | number)[]
  readonly params: Readonly<Record<string, string | number>>
}

export function problem(code: ProblemCode, path: Problem['path'], params: Problem['params'] = {}): Problem {
  return { code, path, params }
}
