const struck = '×××'
const han = /^\p{Script=Han}+$/u
/** Blanks within one line: forms set a short name wide, so that names of two and three signs stand equally wide. */
const blanks = String.raw`[^\S\r\n]*`

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })
/** By which idiom says "anybody": the dictionary has them, yet they are never words for anything else. */
const anybody = new Set(['张三', '李四', '王五', '赵六'])

/** Before or after a word these say that it means a person. */
const before = '(?<=(?:由|请|经|报|交|向|找|送|[人员长任记]|同志|领导|干事)[:：]?[^\\S\\r\\n]*)'
const after = '(?=[^\\S\\r\\n]*(?:同志|先生|女士|主任|[局科股处所站队组]长|书记|负责|经办|承办|主办|签[字批收]|审[核批查定]|办[理结]|复核|初审|分管|主管|牵头|登记|等人))'

/**
 * Puts a sign in the place of names that stand within a text, however they are spaced; the longest first, so that no part
 * of one is left. Names in Latin letters are struck as whole words.
 *
 * A name of two characters that is also a word of the dictionary (高峰, 许可, 平安) would blank sentences that name nobody.
 * It is struck only where the words beside it say that a person is meant, as in 由高峰负责, 经办人：高峰 or 高峰同志. Every
 * other name of two or more characters is struck wherever it stands.
 */
export function nameStriker(names: readonly string[]): (text: string) => string {
  const words = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  const patterns = new Map([...Map.groupBy(words, firstOf)].map(([first, of]) => [first, new RegExp(of.map(patternOf).join('|'), 'uy')]))
  return words.length === 0 ? (text) => text : (text) => strike(text, patterns)
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)

/** A register names thousands of people: at each place of a text only those are tried that begin with its character. */
function strike(text: string, patterns: ReadonlyMap<string, RegExp>): string {
  let [result, from] = ['', 0]
  for (let at = 0; at < text.length;) {
    const first = firstOf(text.slice(at, at + 2))
    const length = lengthAt(text, at, patterns.get(first))
    if (length > 0) {
      result += text.slice(from, at) + struck
      from = at + length
    }
    at += length || first.length
  }
  return from === 0 ? text : result + text.slice(from)
}

function lengthAt(text: string, at: number, pattern: RegExp | undefined): number {
  if (pattern === undefined) return 0
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function patternOf(name: string): string {
  const close = name.replaceAll(/\s+/gu, '')
  if (!han.test(close)) return asWord(name)
  const signs = [...close].join(blanks)
  return isOrdinaryWord(close) ? `(?:${before}${signs}|${signs}${after})` : signs
}

function isOrdinaryWord(name: string): boolean {
  return [...name].length === 2 && !anybody.has(name) && [...dictionary.segment(name)].length === 1
}

const edge = (sign: string | undefined, look: string): string => (sign !== undefined && /[\p{Script=Latin}\d]/u.test(sign) ? look : '')

const asWord = (name: string): string => {
  const escaped = name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
  return `${edge([...name][0], String.raw`(?<![\p{Script=Latin}\d])`)}${escaped}${edge([...name].at(-1), String.raw`(?![\p{Script=Latin}\d])`)}`
}
