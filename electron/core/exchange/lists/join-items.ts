import { foldText } from '#shared/model/text-key.ts'

type Split = (text: string) => string[]

const circled = (number: number): string => (number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `${number}.`)

/** Ways to number the items of a cell, the most usual first. */
const styles: readonly ((text: string, number: number) => string)[] = [
  (text, number) => `${number}.${text}`,
  (text, number) => `${number}、${text}`,
  (text, number) => `（${number}）${text}`,
  (text, number) => `${circled(number)}${text}`,
]

/**
 * Writes items into one cell so that reading it gives the same items: one item as it is, several numbered on lines of
 * their own, in another style where their own numbers would get in the way.
 * @returns undefined where no way of writing them is read as the same items
 */
export function joinItems(items: readonly string[], split: Split): string | undefined {
  if (items.length === 0) return ''
  const [only] = items
  const candidates = [...(items.length === 1 && only !== undefined ? [only] : []), ...styles.map((style) => items.map((text, index) => style(text, index + 1)).join('\n'))]
  return candidates.find((cell) => cell.length <= longestCell && same(split(cell), items))
}

/** What a spreadsheet's cell can hold. */
const longestCell = 32_767

const same = (read: readonly string[], items: readonly string[]): boolean =>
  read.length === items.length && read.every((text, index) => foldText(text) === foldText(items[index] ?? ''))
