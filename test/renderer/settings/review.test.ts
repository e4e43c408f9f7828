import { describe, expect, test } from 'vitest'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { defaultScales } from '#shared/model/scales.ts'
import { daysBetween, readDays, withDays } from '#renderer/settings/review/holidays.ts'
import { faultOf, freeCheckCode, twoStepLadder, withStep } from '#renderer/settings/review/ladder-draft.ts'

const [threeGrades] = defaultScales
if (threeGrades === undefined) throw new Error('there is no scale')
const scale = threeGrades

describe('the steps of review', () => {
  const ladder = defaultLadder(scale)

  test('a step that is taken away and comes back stands in its place', () => {
    const without = withStep(ladder, 'approval', false, scale)
    expect(without.steps.some(({ kind }) => kind === 'approval')).toBe(false)
    expect(withStep(without, 'approval', true, scale)).toEqual(ladder)
  })

  test('two steps are enough for a small organisation', () => {
    expect(twoStepLadder(scale).steps.map(({ kind }) => kind)).toEqual(['department-review', 'determination'])
    expect(faultOf(twoStepLadder(scale))).toBeUndefined()
  })

  test('a point of a list without words keeps the ladder from being put in force', () => {
    const [first, ...rest] = ladder.steps
    if (first === undefined) throw new Error('no step')
    expect(faultOf({ steps: [{ ...first, checklist: [{ code: 'x', labels: { 'zh-CN': '齐全', 'en': ' ' } }] }, ...rest] })).toBe('blank')
    expect(faultOf({ steps: [{ ...first, roles: [] }, ...rest] })).toBe('no-roles')
  })

  test('a new point gets a code of its own', () => {
    const [first, ...rest] = ladder.steps
    if (first === undefined) throw new Error('no step')
    expect(freeCheckCode({ steps: [{ ...first, checklist: [{ code: 'check-1', labels: { 'zh-CN': '', 'en': '' } }] }, ...rest] })).toBe('check-2')
  })
})

describe('holidays', () => {
  test('a range has every day of it', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
    expect(daysBetween('2026-03-02', '2026-03-01')).toEqual([])
  })

  test('are read from lines as they are copied from a sheet, whatever way the day is written', () => {
    expect(readDays('2026-10-01\t国庆节\t放假\n10月10日,调休,上班\n2026/1/1 元旦', 2026)).toEqual({
      days: [
        { day: '2026-01-01', kind: 'off', name: '元旦' },
        { day: '2026-10-01', kind: 'off', name: '国庆节' },
        { day: '2026-10-10', kind: 'worked', name: '调休' },
      ],
      faults: [],
    })
  })

  test('lines that name no day of the year are told by number', () => {
    expect(readDays('国庆节\n2026-02-30 没有\n2025-10-01 去年\n\n2026-05-01', 2026)).toEqual({ days: [{ day: '2026-05-01', kind: 'off', name: '' }], faults: [1, 2, 3] })
  })

  test('a day named again takes the place of the one before', () => {
    expect(withDays([{ day: '2026-05-01', kind: 'off', name: '' }], [{ day: '2026-05-01', kind: 'worked', name: '值班' }])).toEqual([{ day: '2026-05-01', kind: 'worked', name: '值班' }])
  })
})
