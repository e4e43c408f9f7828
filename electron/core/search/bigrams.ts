import { foldText } from '#shared/model/text-key.ts'

// Private-use signs U+E000–U+E0FF are ours inside the index: whatever the tokenizer would take for a gap stands here
// under its own sign, so that marks and spaces can be searched like letters.
const ownSigns = /[\uE000-\uE0FF]/gu
const gaps = /[\p{ASCII}--[0-9A-Za-z]]/gv
const ownSign = (mark: string): string => String.fromCharCode(0xe000 + mark.charCodeAt(0))
const between = '\uE0FF'

const wideSign = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uE0FF]`
const spacesByWideSigns = new RegExp(`(?<=${wideSign}) | (?=${wideSign})`, 'gu')

/**
 * Text as it is compared when searching: half-width, lower case, one space between words and none beside Chinese
 * signs, because cells break Chinese text wherever the column ends.
 */
export function searchFold(text: string): string {
  return foldText(text.toWellFormed().replaceAll(ownSigns, ' ')).toLowerCase().replaceAll(spacesByWideSigns, '')
}

/** Each sign with the one after it, and the last sign alone: 「行政许可」 → 行政 政许 许可 可. */
export function bigramsOf(folded: string): string[] {
  const signs = [...folded.replaceAll(gaps, ownSign)]
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''))
}

/** What goes into a column of the index; several texts stay apart, so that nothing is found across their border. */
export function indexText(texts: readonly (string | null | undefined)[]): string {
  return bigramsOf(texts.flatMap((text) => (text ? [searchFold(text)] : [])).join(between)).join(' ')
}
