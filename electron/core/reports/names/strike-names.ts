const struck = '×××'
const han = /^\p{Script=Han}+$/u
/** Blanks within one line: forms set a short name wide, so that names of two and three signs stand equally wide. */
const blanks = String.raw`[^\S\r\n]*`

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' })
/** By which idiom says "anybody": the dictionary has them, yet they are never words for anything else. */
const anybody = new Set(['张三', '李四', '王五', '赵六'])
/** Surnames with which hardly a word of an office begins: what the dictionary has of them are names of people and places. */
const namesOnly = new Set('李王刘赵吴孙朱杨徐郭邓冯曹彭蔡贾魏薛潘姜姚谭廖邹郝崔邱秦邵孟尹龚沈韩卢吕苏傅蒋阎汪阮褚窦')

/** Before or after a word these say that it means a person. */
const before = '(?<=(?:由|请|经|报|交|向|找|送|[人员长任记]|同志|领导|干事)[:：]?[^\\S\\r\\n]*)'
const after = '(?=[^\\S\\r\\n]*(?:同志|先生|女士|主任|[局科股处所站队组]长|书记|负责|经办|承办|主办|签[字批收]|审[核批查定]|办[理结]|复核|初审|分管|主管|牵头|登记|等人))'

/**
 * Puts a sign in the place of names that stand within a text, however they are spaced; the longest first, so that no part
 * of one is left. Names in Latin letters are struck as whole words.
 *
 * A name of two characters that is also a word of the dictionary (高峰, 许可, 平安) would blank sentences that name nobody.
 * Unless its surname begins hardly any word (李, 王, 刘), it is struck only where the words beside it say that a person is
 * meant, as in 由高峰负责, 经办人：高峰 or 高峰同志. Every other name of two or more characters is struck wherever it stands.
 */
export function nameStriker(names: readonly string[]): (text: string) => string {
  const words = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  if (words.length === 0) return (text) => text
  const byFirst = Map.groupBy(words, firstOf)
  const patterns = new Map([...byFirst].map(([first, of]) => [first, new RegExp(patternOf(of), 'uy')]))
  const first = new RegExp(`[${[...byFirst.keys()].map(escaped).join('')}]`, 'gu')
  return (text) => strike(text, first, patterns)
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)
/** As a pattern has it, within brackets and without: a hyphen has no escape that is good for both, its number is. */
const escaped = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`).replaceAll('-', String.raw`\x2d`)

/** A register names thousands of people: only where a text has the first sign of a name are those tried that begin with it. */
function strike(text: string, first: RegExp, patterns: ReadonlyMap<string, RegExp>): string {
  let [result, from] = ['', 0]
  first.lastIndex = 0
  for (let found = first.exec(text); found !== null; found = first.exec(text)) {
    const length = lengthAt(text, found.index, patterns.get(found[0]))
    if (length === 0) continue
    result += text.slice(from, found.index) + struck
    from = found.index + length
    first.lastIndex = from
  }
  return from === 0 ? text : result + text.slice(from)
}

function lengthAt(text: string, at: number, pattern: RegExp | undefined): number {
  if (pattern === undefined) return 0
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** Names that begin alike; those in Chinese as branches of their signs, so that a thousand of one surname are told apart in a few steps. */
function patternOf(names: readonly string[]): string {
  const close = [...new Set(names.filter(isHan).map(withoutBlanks))]
  const ordinary = close.filter(isOrdinaryWord)
  const always = close.filter((name) => !ordinary.includes(name)).map((name) => [...name])
  return [
    ...(always.length === 0 ? [] : [branches(always)]),
    ...ordinary.map((name) => [...name].join(blanks)).map((signs) => `${before}${signs}|${signs}${after}`),
    ...names.filter((name) => !isHan(name)).map(asWord),
  ].join('|')
}

const withoutBlanks = (name: string): string => name.replaceAll(/\s+/gu, '')
const isHan = (name: string): boolean => han.test(withoutBlanks(name))

/** The longest first: where a name goes on into a longer one, that is tried before it ends. */
function branches(names: readonly (readonly string[])[]): string {
  return [...Map.groupBy(names, ([sign = '']) => sign)].map(([sign, of]) => {
    const longer = of.map(([, ...rest]) => rest).filter((rest) => rest.length > 0)
    if (longer.length === 0) return sign
    return `${sign}(?:${blanks}(?:${branches(longer)}))${longer.length < of.length ? '?' : ''}`
  }).join('|')
}

function isOrdinaryWord(name: string): boolean {
  return [...name].length === 2 && !anybody.has(name) && !namesOnly.has(firstOf(name)) && [...dictionary.segment(name)].length === 1
}

/** Letters and digits go on; Chinese characters before and after a name in Latin letters do not make it part of a word. */
const edge = (sign: string | undefined, look: string): string => (sign !== undefined && /[\p{Script=Latin}\d]/u.test(sign) ? look : '')

const asWord = (name: string): string =>
  `${edge([...name][0], String.raw`(?<![\p{Script=Latin}\d])`)}${escaped(name)}${edge([...name].at(-1), String.raw`(?![\p{Script=Latin}\d])`)}`
