import { foldText } from '#shared/model/text-key.ts'

/** How a list numbers its items; one list keeps to one style, lists inside an item have another. */
export type MarkerStyle = 'dot' | 'bracket' | 'brackets' | 'circle' | 'chinese' | 'chinese-brackets'

export interface ItemMarker {
  style: MarkerStyle
  number: number
  start: number
  /** Where the item's own text begins. */
  end: number
  /** Whether only spaces stand before it on its line. */
  opensLine: boolean
}

const numeral = '[一二三四五六七八九十]'

// A dot before a digit is a decimal (1.5万元) or a date (9.28), unless a year follows (1.2012年修订).
const patterns: Readonly<Record<MarkerStyle, RegExp>> = {
  dot: /(?<![\d０-９.第(（〔\-－])([\d０-９]{1,3})\s*(?:[.．](?![\d０-９])|[.．](?=\d{4}年)|、(?![\d０-９]))/gu,
  bracket: /(?<![\d０-９.第(（〔])([\d０-９]{1,3})[)）]/gu,
  brackets: /[(（]([\d０-９]{1,3})[)）]/gu,
  circle: /([①-⑳㉑-㉟㊱-㊿])/gu,
  chinese: new RegExp(`(?<![第百千万\\p{Script=Han}])(${numeral}{1,3})、(?!${numeral}+[、级类等])`, 'gu'),
  'chinese-brackets': new RegExp(`[(（](${numeral}{1,3})[)）]`, 'gu'),
}

const styles = ['dot', 'bracket', 'brackets', 'circle', 'chinese', 'chinese-brackets'] as const satisfies readonly MarkerStyle[]

const digits = '一二三四五六七八九'

function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text]
  const tensValue = tens === '0' ? 0 : tens === '' ? 1 : digits.indexOf(tens) + 1
  return tensValue * 10 + (ones === '' ? 0 : digits.indexOf(ones) + 1)
}

function circleNumber(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x2474) return code - 0x2460 + 1
  return code < 0x32b1 ? code - 0x3251 + 21 : code - 0x32b1 + 36
}

function numberOf(style: MarkerStyle, sign: string): number {
  if (style === 'circle') return circleNumber(sign)
  if (style === 'chinese' || style === 'chinese-brackets') return chineseNumber(sign)
  return Number(foldText(sign))
}

/** Far enough for any indent of a line. */
const LOOK_BACK = 200

const lineStart = /(?:^|\n)[ \t\u3000]*$/u
// Inside a line a list goes on only after a mark that closes the item before it.
const itemEnd = /[；;。.，,、！!？?：:\s]$/u

function opensItem(style: MarkerStyle, before: string): boolean {
  const free = style === 'circle' || style === 'brackets' || style === 'chinese-brackets'
  return free || itemEnd.test(before)
}

function markerAt(text: string, style: MarkerStyle, match: RegExpExecArray): ItemMarker | undefined {
  const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
  const opensLine = lineStart.test(before)
  if (!opensLine && !opensItem(style, before)) return undefined
  return { style, number: numberOf(style, match[1] ?? ''), start: match.index, end: match.index + match[0].length, opensLine }
}

/** All places that may open an item, in order of appearance. */
export function itemMarkers(text: string): ItemMarker[] {
  return styles
    .flatMap((style) => [...text.matchAll(patterns[style])].map((match) => markerAt(text, style, match)))
    .filter((marker) => marker !== undefined)
    .toSorted((a, b) => a.start - b.start)
}
