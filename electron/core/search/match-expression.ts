import { bigramsOf, searchFold } from './bigrams.ts'

/**
 * The MATCH expression that finds the records whose text contains `text`, in the columns named or in any. Every token
 * is quoted, and a token holds no quote, so nothing a person types can act as an operator of FTS5.
 * @returns undefined where nothing is left to search for
 */
export function matchExpression(text: string, columns?: readonly string[]): string | undefined {
  const folded = searchFold(text)
  if (folded === '') return undefined
  const phrase = phraseOf(folded)
  return columns === undefined ? phrase : `{${columns.join(' ')}} : ${phrase}`
}

function phraseOf(folded: string): string {
  const bigrams = bigramsOf(folded)
  const pairs = bigrams.slice(0, -1)
  return pairs.length === 0 ? `"${bigrams.join('')}" *` : `"${pairs.join(' ')}"`
}
