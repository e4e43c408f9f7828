import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchFold } from '#core/search/bigrams.ts'
import { forgetText, indexMeasure, matchExpression } from '#core/search/search-text.ts'
import { openTestRegister } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'

let register: TestRegister
beforeAll(async () => { register = await openTestRegister() })
afterAll(() => register.close())

/** Puts the texts into the search table by number from 1 on, in place of what was there. */
const index = (texts: readonly { content: string; owner: string }[]) => register.change(async (change) => {
  const { rows } = await sql<{ rowid: number }>`SELECT rowid FROM control_measure_text`.execute(change.db)
  for (const { rowid } of rows) await forgetText(change.db, 'control_measure_text', rowid)
  for (const [at, text] of texts.entries()) await indexMeasure(change.db, at + 1, text)
  await change.record({ action: 'test', entity: 'test', entityId: 'test' })
})

async function find(query: string, columns?: string[]): Promise<number[]> {
  const match = matchExpression(query, columns)
  if (match === undefined) return []
  const { rows } = await sql<{ rowid: number }>`SELECT rowid FROM control_measure_text WHERE control_measure_text MATCH ${match} ORDER BY rowid`.execute(register.database.read)
  return rows.map(({ rowid }) => rowid)
}

const numbersWhere = (texts: readonly string[], query: string): number[] =>
  texts.flatMap((text, at) => (searchFold(text).includes(searchFold(query)) ? [at + 1] : []))

/** Few signs, so that texts and queries meet often: Chinese, Latin in both widths and cases, digits, marks, operators of FTS5. */
const sign = fc.constantFrom(...'行政许可处罚风险点abABａＢ019０９ \n\u3000,，.。;；:：-—_*"\'“”()（）[]^+{}\\/%&|~!?#$@<>=《》、★', '𠮷', '\u0000', '\uE000', '\uE0FF', 'é', 'ß', 'İ')
const text = fc.array(sign, { maxLength: 14 }).map((signs) => signs.join(''))
const operators = fc.constantFrom('AND', 'OR', 'NOT', 'NEAR(', '"', '""', '*', 'a*', '^a', 'content_text:', '{content_text}', '{owner} : a', 'a AND b', 'a" OR "b', "');--", '+', '-a', 'NEAR(a b, 5)', '\\')

describe('searching by text', () => {
  it('finds exactly the texts that contain the query', async () => {
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), fc.array(fc.oneof(text, operators), { minLength: 1, maxLength: 20 }), async (texts, queries) => {
      await index(texts.map((content) => ({ content, owner: '' })))
      const inside = texts.flatMap((whole) => [whole.slice(0, 2), whole.slice(1, 2), whole.slice(2, 6), whole.slice(-1)])
      for (const query of [...queries, ...inside]) {
        const expected = searchFold(query) === '' ? [] : numbersWhere(texts, query)
        expect({ query, found: await find(query) }).toEqual({ query, found: expected })
      }
    }), { numRuns: 60 })
  })

  it('finds any piece of a long text, from one sign to all of it', async () => {
    const long = '对符合法定条件的申请不予受理，或者对不符合法定条件的申请予以受理（含超越法定职权作出决定），单价12.50元/m³'
    await index([{ content: long, owner: '' }, { content: '无关', owner: '' }])
    for (let from = 0; from < long.length; from += 3) {
      for (const length of [1, 2, 3, 7, long.length]) expect(await find(long.slice(from, from + length)), long.slice(from, from + length)).toContain(1)
    }
  })

  it('keeps to the columns it is given', async () => {
    await index([{ content: '双人核查', owner: '股长' }, { content: '股长签字', owner: '核查组' }])
    expect(await find('核查')).toEqual([1, 2])
    expect(await find('核查', ['content_text'])).toEqual([1])
    expect(await find('核查', ['owner'])).toEqual([2])
    expect(await find('查股')).toEqual([])
  })

  it('does not mind width, case, or where a cell breaks its line', async () => {
    await index([{ content: 'ＧＢ／Ｔ ９７０４\n公 文\r\n格式 Standard', owner: '' }])
    for (const query of ['gb/t 9704', 'GB/T', '公文格式', '公文 格式', 'standard', '格式STANDARD']) expect(await find(query), query).toEqual([1])
    expect(await find('gb/t9704')).toEqual([])
  })

  it('finds what was changed by its new text only', async () => {
    await index([{ content: '旧文', owner: '' }])
    await index([{ content: '新文', owner: '' }])
    expect([await find('旧'), await find('新文')]).toEqual([[], [1]])
  })
})
