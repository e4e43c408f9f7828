import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  compareSeverity,
  defaultScales,
  gradeFromWord,
  gradeReader,
  levelOf,
  type Scale,
  scaleSchema,
  severityOf,
} from '#shared/model/scales.ts'
import { fourGrades, threeGrades } from './grading/scales.ts'

const decorations = [
  (word: string) => `${word}风险`,
  (word: string) => ` ${word}\u3000`,
  (word: string) => [...word].join(' '),
  (word: string) => word.toUpperCase(),
  (word: string) => word.toLowerCase(),
  (word: string) => word.replace(/[A-Za-z0-9]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
]

describe('words of three grades', () => {
  test.each([
    ['high', ['高', '高风险', '高级', '高等级', '高风险点', ' 高 风 险 ', '高\n', '一级', '1级', '１级', 'Ⅰ级', '一等', '一级风险', '一类']],
    ['high', ['A', 'a', 'Ａ', 'A级', 'Ａ 级', '★★★', '★ ★ ★', '⭐⭐⭐', 'High', 'HIGH', 'high risk', 'Level 1', 'Grade A']],
    ['medium', ['中', '中风险', '中等', '中级', '中等风险', '二级', '2级', 'Ⅱ级', 'II级', 'B', 'Ｂ', 'b级', '★★', '★★☆', 'Medium', 'medium risk']],
    ['low', ['低', '低风险', '低等级', '三级', '３级', 'Ⅲ级', '三级风险', 'C', 'ｃ', '★', '★☆☆', 'Low', 'low grade']],
  ])('%s is read from %j', (code, words) => {
    expect(words.map((word) => gradeFromWord(threeGrades, word)?.code)).toEqual(words.map(() => code))
  })

  test.each([
    ['', ' ', '风险', '等级', '级', '—', '无'],
    ['1中2低', '高/中', '高、中', '高低', '高中', 'ABC', '中 低'],
    ['较高', '极高', '一般', '重大', '四级', 'D', '★★★★', 'E', '高'.repeat(40_000)],
    ['1', '2', '３', '一', 'I', '红', '橙', '黄'],
  ])('nothing is guessed from %j and its like', (...words) => {
    expect(words.map((word) => gradeFromWord(threeGrades, word))).toEqual(words.map(() => undefined))
  })
})

const readOfFour = (word: string) => gradeFromWord(fourGrades, word)?.code

test('in a scale of four 一级, A and four stars are the heaviest grade, 高 the second', () => {
  expect(['重大', '重大风险', '一级', 'A', '★★★★', 'Severe'].map(readOfFour)).toEqual(Array(6).fill('severe'))
  expect(['高', '二级', 'Ｂ', '★★★'].map(readOfFour)).toEqual(Array(4).fill('high'))
  expect(['中', '三级', 'C级', '★★'].map(readOfFour)).toEqual(Array(4).fill('medium'))
  expect(['低', 'Ⅳ级', 'D', '★'].map(readOfFour)).toEqual(Array(4).fill('low'))
})

test('each code, label and alias is read as its own level, however it is decorated', () => {
  const words = defaultScales.flatMap((scale) =>
    scale.levels.flatMap((level) =>
      [level.code, level.labels['zh-CN'], level.labels.en, ...level.aliases].map((word) => ({ scale, level, word })),
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.subarray(decorations), ({ scale, level, word }, decorate) => {
      const written = decorate.reduce((text, decoration) => decoration(text), word)
      expect(gradeFromWord(scale, written)).toBe(level)
    }),
  )
})

test('any text at all is read without failing, and alike one by one and in a row', () => {
  const read = gradeReader(threeGrades)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(read(text)).toBe(gradeFromWord(threeGrades, text))
    }),
  )
})

const edited = (change: (levels: Scale['levels']) => void): Scale => {
  const copy = structuredClone(threeGrades)
  change(copy.levels)
  return copy
}
const alias = (levels: Scale['levels'], index: number, word: string) => levels[index]?.aliases.push(word)
const problems = (scale: Scale) => scaleSchema.safeParse(scale).error?.issues.map(({ message }) => message)

describe('a scale that users edit', () => {
  it('is accepted as delivered', () => {
    expect(defaultScales.map(problems)).toEqual([undefined, undefined])
    expect(defaultScales.map(({ code }) => code)).toEqual(['three', 'four'])
  })

  it('may run the other way: 一级 lightest', () => {
    const reversed = edited((levels) => {
      for (const [index, level] of levels.entries()) level.aliases = [['三级', 'C'], ['二级', 'B'], ['一级', 'A']][index] ?? []
    })
    expect(problems(reversed)).toBeUndefined()
    expect(['一级', '三级', 'Ａ'].map((word) => gradeFromWord(reversed, word)?.code)).toEqual(['low', 'high', 'low'])
  })

  it('may take a bare numeral as an alias, which then stands for that level only', () => {
    const numbered = edited((levels) => alias(levels, 0, '1'))
    expect(['1', '１', '2'].map((word) => gradeFromWord(numbered, word)?.code)).toEqual(['high', 'high', undefined])
  })

  it('is refused when one word, in any spelling, would stand for two levels', () => {
    const ambiguous = edited((levels) => alias(levels, 1, '1等'))
    expect(problems(ambiguous)).toEqual(['ambiguous-word'])
    expect(gradeFromWord(ambiguous, '一级')).toBeUndefined()
    expect(gradeFromWord(ambiguous, 'A')?.code).toBe('high')
  })

  it('is refused when two levels share a rank or a code', () => {
    expect(problems(edited((levels) => levels[0] && (levels[0].severityRank = 1)))).toEqual(['duplicate-rank'])
    expect(problems(edited((levels) => levels[0] && (levels[0].code = 'low')))).toContain('duplicate-level')
  })
})

test('levels sort by severity rank, and a grade of another scale is an error', () => {
  expect(fourGrades.levels.toSorted(compareSeverity).map(({ code }) => code)).toEqual(['low', 'medium', 'high', 'severe'])
  expect(levelOf(threeGrades, 'severe')).toBeUndefined()
  expect(severityOf(fourGrades, 'severe')).toBe(4)
  expect(() => severityOf(threeGrades, 'severe')).toThrow(RangeError)
})

const responsible = (code: string) => levelOf(threeGrades, code)?.responsible

test('responsibility follows the grade: chief for high, leader in charge for medium, section head for low', () => {
  expect(['high', 'medium', 'low'].map(responsible)).toEqual(['chief-leader', 'leader-in-charge', 'section-head'])
})
