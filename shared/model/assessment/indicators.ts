/** What the register itself can tell of a department's control work; each is a number of records that count out of so many. */
export const indicatorCodes = [
  'flowchart', 'legal-basis', 'benchmark', 'powers-with-points', 'no-case', 'points-with-post', 'points-graded', 'points-with-measures', 'heaviest-measures', 'reviewed-in-time',
  'points-published', 'points-filed', 'grades-confirmed', 're-examinations', 'grade-change-reason', 'measures-owner', 'measures-on-time', 'measures-evidenced',
  'warnings-settled', 'warnings-not-escalated', 'rectified-in-time', 'adjustments-in-time', 'posts-with-holder',
] as const
export type IndicatorCode = (typeof indicatorCodes)[number]

/** `counts` of `all` records are as they should be. */
export interface Figure { readonly counts: number; readonly all: number }
