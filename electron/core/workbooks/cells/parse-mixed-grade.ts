import { foldText } from '#shared/model/text-key.ts'

/** How many risk points of a row have the grade that is written as this word. */
export interface GradeCount {
  word: string
  count: number
}

const word = '[高中低]|[一二三四五]级|[1-5]级|[ABCDE](?:级|类)?|★+☆*|特别重大|重大|较大|一般'
const afterWord = '(?:(?:等级|级)?风险点?|等级?|等)?'
const unit = '[个项处条]?'
const gap = '[\\s,;、/+，；和及与:：。]*'
const chineseCount = '[一二两三四五六七八九十]'

const countFirst = new RegExp(`(\\d{1,3})${unit}(${word})${afterWord}${gap}`, 'giuy')
const wordFirst = new RegExp(`(${word})${afterWord}[:：为共有]*(\\d{1,3})${unit}${gap}`, 'giuy')
const spelledOut = new RegExp(`(${chineseCount})${unit}([高中低])${afterWord}${gap}`, 'giuy')

const chineseDigits = '一二三四五六七八九十'

function spelledNumber(text: string): number {
  return text === '两' ? 2 : chineseDigits.indexOf(text) + 1
}

/** The matches of a pattern, if they follow each other through the whole text. */
function throughout(pattern: RegExp, text: string): RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return undefined
    found.push(match)
  }
  return found.length > 0 ? found : undefined
}

function counts(text: string): GradeCount[] | undefined {
  const first = throughout(countFirst, text)
  if (first) return first.map(([, count = '', grade = '']) => ({ word: grade, count: Number(count) }))
  const second = throughout(wordFirst, text)
  if (second) return second.map(([, grade = '', count = '']) => ({ word: grade, count: Number(count) }))
  return throughout(spelledOut, text)?.map(([, count = '', grade = '']) => ({ word: grade, count: spelledNumber(count) }))
}

/**
 * The counts of a mixed grade: `1中2低`, `高2中1`, `一级1个、二级2个`, `2个高风险，1个低风险`.
 *
 * @returns the words in the order written, each as written (full-width folded); undefined where the text is no mixed grade,
 *   also a single grade without a count, or names a grade twice, which would leave open whether to add or to correct
 */
export function parseMixedGrade(text: string): GradeCount[] | undefined {
  const folded = foldText(text).replaceAll(' ', '').replaceAll('⭐', '★')
  const found = folded === '' ? undefined : counts(folded)
  if (found === undefined) return undefined
  return new Set(found.map((one) => one.word.toUpperCase())).size === found.length ? found : undefined
}
