import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { discretionFinding } from '#renderer/powers/record/discretion-finding.ts'
import { numbered } from '#renderer/powers/record/numbered.ts'
import { moved } from '#renderer/powers/record/step-order.ts'

test('moving a step keeps every step, and moving it back gives the order there was', () => {
  const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(list, fc.nat(11), fc.nat(11), (items, from, to) => {
    const [start, end] = [from % items.length, to % items.length]
    const after = moved(items, start, end)
    expect(after[end]).toBe(items[start])
    expect(after.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
    expect(moved(after, end, start)).toEqual(items)
  }))
})

test('places beyond the ends are the ends, and what is not there moves nothing', () => {
  expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, -4)).toEqual(['c', 'a', 'b'])
  expect(moved(['a'], 3, 0)).toEqual(['a'])
})

test('a benchmark is worth another look after more than two years, not after two', () => {
  const power = { discretion: 'yes', benchmarkNo: '某水〔2022〕1号' } as const
  expect(discretionFinding({ ...power, benchmarkCalibratedOn: '2024-06-15' }, '2026-06-15')).toBeUndefined()
  expect(discretionFinding({ ...power, benchmarkCalibratedOn: '2024-05-15' }, '2026-06-15')).toEqual({ code: 'long-ago', on: '2024-05-15', months: 25 })
  expect(discretionFinding({ ...power, benchmarkCalibratedOn: null }, '2026-06-15')).toEqual({ code: 'never-calibrated' })
  expect(discretionFinding({ discretion: 'yes', benchmarkNo: null, benchmarkCalibratedOn: null }, '2026-06-15')).toEqual({ code: 'no-benchmark' })
})

test('nothing is said of a benchmark where there is no discretion, or nobody has said whether there is', () => {
  for (const discretion of ['no', 'unknown'] as const) {
    expect(discretionFinding({ discretion, benchmarkNo: null, benchmarkCalibratedOn: null }, '2026-06-15')).toBeUndefined()
  }
})

const point = (id: string, stepId: string | null) => ({ id, stepId, manifestation: `表现 ${id}`, gradeCode: 'high' })
const measure = (content: string, riskPointIds: string[]) => ({ content, riskPointIds, owner: null })

/** Only what the printed form reads. */
const power = (parts: { steps: { id: string; name: string }[]; riskPoints: ReturnType<typeof point>[]; measures: ReturnType<typeof measure>[] }) => parts as unknown as Parameters<typeof numbered>[0]

test('the printed form numbers points through all steps, and each measure after the point it answers', () => {
  const form = numbered(power({
    steps: [{ id: 's1', name: '受理' }, { id: 's2', name: '审查' }],
    riskPoints: [point('a', 's2'), point('b', 's1'), point('c', null)],
    measures: [measure('公开', ['a', 'b']), measure('复核', ['a'])],
  }))
  expect(form.map(({ name, risks, measures }) => [name, risks.map(({ number }) => number), measures.map(({ number, text }) => `${number} ${text}`)])).toEqual([
    ['受理', ['1'], ['1.1 公开']],
    ['审查', ['2'], ['2.1 公开', '2.2 复核']],
    [null, ['3'], []],
  ])
})

test('a box for points without a step stands only where there are such points', () => {
  expect(numbered(power({ steps: [{ id: 's1', name: '受理' }], riskPoints: [point('a', 's1')], measures: [] }))).toHaveLength(1)
})
