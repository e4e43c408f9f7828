import { longestWord } from '../text-width.ts'

/** Characters no column is widened beyond for one code or word. */
const widestCode = 16

/** The width in which dates, codes and Latin words of a column stay whole, with a little room beside them. */
export const codeWidth = (texts: readonly string[]): number => Math.min(widestCode, texts.reduce((longest, text) => Math.max(longest, longestWord(text)), 0) + 2.5)
