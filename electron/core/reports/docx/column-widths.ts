import { longestWord } from '../text-width.ts'

/**
 * Divides `total` twips by shares, then gives columns below their least width what they lack and takes it from the
 * others in proportion to what they can spare. The widths add up to `total` exactly.
 */
export function widthsByShare(total: number, columns: readonly { readonly share: number; readonly least: number }[]): number[] {
  const sum = columns.reduce((all, { share }) => all + share, 0)
  const wished = columns.map(({ share }) => (total * share) / sum)
  const lacking = columns.reduce((all, { least }, index) => all + Math.max(0, least - (wished[index] ?? 0)), 0)
  const spare = columns.reduce((all, { least }, index) => all + Math.max(0, (wished[index] ?? 0) - least), 0)
  const taken = spare === 0 ? 0 : Math.min(1, lacking / spare)
  const widths = columns.map(({ least }, index) => {
    const wish = wished[index] ?? 0
    return Math.floor(wish < least ? least : wish - (wish - least) * taken)
  })
  const rest = total - widths.reduce((all, width) => all + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + rest : width))
}

/** No column is widened for one word beyond this; a longer one breaks. */
const widestLeast = 1700
/** A Latin letter in a wide serif face (五号, or bold in the smaller English titles) and the space inside a cell; twips. */
const letter = { title: 126, text: 130 } as const
const padding = 180
/** Two Chinese characters, which every heading has on a line. */
const narrowest = 540

/** The width the longest Latin word or code of a column needs, at most `widestLeast` twips. */
export function widestWord(title: string, texts: readonly string[]): number {
  const inTexts = texts.reduce((longest, text) => Math.max(longest, longestWord(text)), 0) * letter.text
  return Math.max(narrowest, Math.min(widestLeast, Math.max(longestWord(title) * letter.title, inTexts) + padding))
}
