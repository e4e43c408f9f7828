import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, keyOf } from '#shared/model/text-key.ts'
import { parseDate } from '#core/workbooks/cells/parse-date.ts'
import { parseMixedGrade } from '#core/workbooks/cells/parse-mixed-grade.ts'
import { splitBasisAndMeasures } from '#core/workbooks/cells/split-basis.ts'
import { splitMeasures, splitNumberedItems } from '#core/workbooks/cells/split-items.ts'

/** Words without digits, numerals, brackets or marks, so that nothing in them can be taken for a number. */
const plainItem = fc.string({ unit: fc.constantFrom(...'审批核查公示拍卖监督岗位责任风险措施台账'), minLength: 1, maxLength: 30 })
const plainItems = fc.array(plainItem, { minLength: 1, maxLength: 20 })

const words = (whole: string): string => whole.replaceAll(/[^审批]/gu, '')
const iso = (date: Date): string => date.toISOString().slice(0, 10)

const numberings: Record<string, (number: number) => string> = {
  '1.': (number) => `${number}.`,
  '1、': (number) => `${number}、`,
  '1．': (number) => `${number}．`,
  '1)': (number) => `${number})`,
  '（1）': (number) => `（${number}）`,
  '①': (number) => String.fromCodePoint(0x2460 + number - 1),
  '一、': (number) => `${'一二三四五六七八九十'[number - 1] ?? `十${'一二三四五六七八九'[number - 11] ?? ''}`}、`,
}

describe('splitNumberedItems', () => {
  test.each(Object.entries(numberings))('gives back the items numbered with %s on lines of their own', (_, numbering) => {
    fc.assert(fc.property(fc.array(plainItem, { minLength: 1, maxLength: 19 }), (items) => {
      const text = items.map((item, index) => numbering(index + 1) + item).join('\n')
      expect(splitNumberedItems(text)).toEqual(items)
    }))
  })

  test.each(['1.', '1、', '（1）', '①'])('gives back the items numbered with %s on one line', (name) => {
    fc.assert(fc.property(fc.array(plainItem, { minLength: 1, maxLength: 19 }), (items) => {
      const text = items.map((item, index) => (numberings[name]?.(index + 1) ?? '') + item).join('；')
      expect(splitNumberedItems(text)).toEqual(items)
    }))
  })

  test('leaves a text without numbers as one item, line breaks included', () => {
    fc.assert(fc.property(plainItems, (lines) => {
      expect(splitNumberedItems(lines.join('\n'))).toEqual([lines.join('\n')])
    }))
  })

  test('loses no word of any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'审批1234.、；\n（）一二 ') }), (text) => {
      expect(words(splitNumberedItems(text).join(''))).toBe(words(text))
    }))
  })

  test.each([
    ['1.5万元以上罚款', ['1.5万元以上罚款']],
    ['2012.9.28前完成', ['2012.9.28前完成']],
    ['1.按条例第1、2、3条处理\n2.超过1.5万元的集体研究', ['按条例第1、2、3条处理', '超过1.5万元的集体研究']],
    ['1、2、3号楼', ['1、2、3号楼']],
    ['一、二级风险并存', ['一、二级风险并存']],
    ['1.2012年修订制度；2.公开', ['2012年修订制度', '公开']],
    ['1.甲\n续行\n2.乙', ['甲\n续行', '乙']],
    ['１．甲\n２．乙', ['甲', '乙']],
    ['一、依据：《法》\n二、措施：1.甲；2.乙', ['依据：《法》', '措施：1.甲；2.乙']],
    ['1.甲\n3.丙', ['甲', '丙']],
    ['1.用印审批登记', ['用印审批登记']],
    ['  ', []],
  ])('reads %j as %j', (text, items) => expect(splitNumberedItems(text)).toEqual(items))
})

describe('splitMeasures', () => {
  test('parts unnumbered measures at the semicolon of either width', () => {
    fc.assert(fc.property(plainItems, fc.constantFrom('；', ';'), (items, mark) => {
      expect(splitMeasures(items.join(mark))).toEqual(items)
    }))
  })

  test.each([
    ['甲（一类；二类）；乙', ['甲（一类；二类）', '乙']],
    ['1.甲；含乙\n2.丙', ['甲；含乙', '丙']],
    ['甲。\n乙。', ['甲。', '乙。']],
    ['甲\n乙', ['甲\n乙']],
    ['甲；', ['甲']],
  ])('reads %j as %j', (text, measures) => expect(splitMeasures(text)).toEqual(measures))
})

describe('splitBasisAndMeasures', () => {
  test.each([
    ['一、依据：《水法》第七条\n二、措施：1.甲\n2.乙', { basis: '《水法》第七条', measures: '1.甲\n2.乙' }],
    ['依据：《水法》；措施：公示', { basis: '《水法》', measures: '公示' }],
    ['1.甲\n2.乙', { basis: '', measures: '1.甲\n2.乙' }],
    ['措施：公示', { basis: '', measures: '公示' }],
  ])('reads %j', (text, parts) => expect(splitBasisAndMeasures(text)).toEqual(parts))
})

describe('parseDate', () => {
  const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

  test('reads every spelling of every day', () => {
    fc.assert(fc.property(days, (date) => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
      for (const text of [iso(date), `${year}/${month}/${day}`, `${year}.${month}.${day}`, `${year}年${month}月${day}日`, `${year} 年 ${month} 月 ${day} 日前`]) {
        expect(parseDate(text)).toBe(iso(date))
      }
    }))
  })

  test('reads the day numbers of a spreadsheet from 1970 to 2099 and no others', () => {
    fc.assert(fc.property(fc.integer({ min: 25569, max: 73050 }), (serial) => {
      expect(parseDate(String(serial))).toBe(iso(new Date(Date.UTC(1899, 11, 30 + serial))))
    }))
    expect([parseDate('25568'), parseDate('73051'), parseDate('7')]).toEqual([undefined, undefined, undefined])
  })

  test('never gives a day that does not exist', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (year, month, day) => {
      const found = parseDate(`${String(year).padStart(4, '0')}-${month}-${day}`)
      if (found !== undefined) expect(iso(new Date(`${found}T00:00:00Z`))).toBe(found)
    }))
    expect(parseDate('2012-02-30')).toBeUndefined()
  })

  test.each([
    ['2012年9月', '2012-09-30'], ['2012年2月底前', '2012-02-29'], ['2013年2月', '2013-02-28'], ['2012年13月', undefined],
    ['２０１２年９月２８日', '2012-09-28'], ['2012年底', '2012-12-31'], ['2012-09-28 12:00', '2012-09-28'],
    ['长期', 'long-term'], ['常态化', 'long-term'], ['持续', 'long-term'], ['Long-term', 'long-term'],
    ['', undefined], ['尽快', undefined], ['9月28日', undefined], ['2012.9/28', undefined],
  ])('reads %j as %j', (text, date) => expect(parseDate(text)).toBe(date))
})

describe('parseMixedGrade', () => {
  const counts = fc.integer({ min: 0, max: 99 })

  test('reads the counts of three grades in either order of word and number', () => {
    fc.assert(fc.property(counts, counts, counts, (high, medium, low) => {
      const wanted = [{ word: '高', count: high }, { word: '中', count: medium }, { word: '低', count: low }]
      expect(parseMixedGrade(`${high}高${medium}中${low}低`)).toEqual(wanted)
      expect(parseMixedGrade(`高${high}中${medium}低${low}`)).toEqual(wanted)
      expect(parseMixedGrade(`高风险${high}个、中风险${medium}个、低风险${low}个`)).toEqual(wanted)
    }))
  })

  test.each([
    ['1中2低', [{ word: '中', count: 1 }, { word: '低', count: 2 }]],
    ['高2中1', [{ word: '高', count: 2 }, { word: '中', count: 1 }]],
    ['一级1个、二级2个', [{ word: '一级', count: 1 }, { word: '二级', count: 2 }]],
    ['２个高风险，１个低风险', [{ word: '高', count: 2 }, { word: '低', count: 1 }]],
    ['两高一低', [{ word: '高', count: 2 }, { word: '低', count: 1 }]],
    ['A2B1', [{ word: 'A', count: 2 }, { word: 'B', count: 1 }]],
    ['★★★1个★★2个', [{ word: '★★★', count: 1 }, { word: '★★', count: 2 }]],
    ['1高', [{ word: '高', count: 1 }]],
    ['高', undefined], ['一级', undefined], ['3', undefined], ['', undefined], ['1高1高', undefined], ['1高2', undefined], ['待定', undefined],
  ])('reads %j as %j', (text, wanted) => expect(parseMixedGrade(text)).toEqual(wanted))
})

describe('foldText and keyOf', () => {
  test('folding twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(keyOf(keyOf(text))).toBe(keyOf(text))
    }))
  })

  test('full-width and half-width spellings have one key, however many spaces stand in them', () => {
    expect(keyOf(' “取水\u3000许可（一）”。')).toBe(keyOf('取水许可(一)'))
    expect(keyOf('ＸＫ－００１')).toBe(keyOf('xk-001'))
    expect(keyOf('风险\n等级：')).toBe('风险等级')
  })

  test('a cell with nothing but marks has the key of a blank one', () => {
    expect(['—', '/', '——', ' '].map(keyOf)).toEqual(['', '', '', ''])
  })

  test('brackets make two names of one', () => expect(keyOf('处罚（一）')).not.toBe(keyOf('处罚')))
})
