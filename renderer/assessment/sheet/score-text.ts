/** A score as it is typed: full-width digits and points are read too. Undefined where it is no score of the item. */
export function readScore(text: string, points: number): number | undefined {
  const plain = text.normalize('NFKC').trim()
  if (!/^\d{1,4}(\.\d{1,2})?$/u.test(plain)) return undefined
  const score = Number(plain)
  return score <= points ? score : undefined
}

export const shownScore = (score: number | undefined): string => (score === undefined ? '' : String(score))
