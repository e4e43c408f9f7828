import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '#shared/contract/review.ts'
import { cyclesOf, levelName } from '#renderer/review/desk/level-rows.ts'
import { decisionOf, gradesFor, missingFor, nothingTyped } from '#renderer/review/desk/decision-draft.ts'
import { differenceFrom } from '#renderer/review/desk/text-difference.ts'
import { departuresOf } from '#renderer/review/desk/why-differs.ts'

const plain: Level = {
  id: '', cycle: 1, action: 'pass', fromState: 'department-review', toState: 'head-approval', role: 'section-head', methodVersionId: 'v1', factors: {}, score: 60, computedGrade: 'low',
  overrides: [], grade: 'low', direction: 'same', reason: '', evidence: [], checklist: [], hasSnapshot: true, person: '示例股长', decidedAt: '2026-06-01T00:00:00.000Z',
}
const ranks = new Map([['low', 1], ['medium', 2], ['high', 3]])
const heavier = (a: string, b: string): boolean => (ranks.get(a) ?? 0) > (ranks.get(b) ?? 0)
const overrides = [{ code: 'case', labels: { 'zh-CN': '发生过案件', 'en': 'past case' }, atLeast: 'medium', when: { fact: 'pastCase', is: true } }] as never
const rules = () => ({ overrides })

describe('levels beside each other', () => {
  test('are called after the step at which they were given', () => {
    expect(levelName({ ...plain, action: 'submit', fromState: 'draft' })).toBe('self')
    expect(levelName(plain)).toBe('department')
    expect(levelName({ ...plain, action: 'return', fromState: 'inspection-review', role: 'inspector' })).toBe('inspection')
    expect(levelName({ ...plain, fromState: 'submitted', role: 'chief-leader' })).toBe('chief')
    expect(levelName({ ...plain, action: 'keep' })).toBe('keep')
  })

  test('stand by cycle, the present one first, without the taking in hand', () => {
    const cycles = cyclesOf([{ ...plain, action: 'submit' }, { ...plain, cycle: 2, action: 'take' }, { ...plain, cycle: 2 }])
    expect(cycles.map(({ cycle, levels }) => [cycle, levels.length])).toEqual([[2, 1], [1, 1]])
  })
})

describe('why a grade is not the computed one', () => {
  test('there is nothing to tell where everybody agreed with the method', () => {
    expect(departuresOf([{ ...plain, action: 'submit' }, plain], rules, heavier)).toEqual([])
  })

  test('an override rule that fired explains the grade it forces', () => {
    const self: Level = { ...plain, action: 'submit', overrides: ['case'], grade: 'medium' }
    expect(departuresOf([self], rules, heavier)).toEqual([{ kind: 'rule', code: 'case', atLeast: 'medium' }])
  })

  test('whoever put another grade in place is named with what he moved', () => {
    const raised: Level = { ...plain, id: '2', grade: 'high', reason: '涉及工程款' }
    expect(departuresOf([{ ...plain, action: 'submit' }, raised], rules, heavier)).toEqual([{ kind: 'hand', level: raised, from: 'low', to: 'high' }])
  })

  test('a self-grade beside the computed one is the writers’ own departure', () => {
    const self: Level = { ...plain, action: 'submit', grade: 'medium' }
    expect(departuresOf([self], rules, heavier)).toEqual([{ kind: 'hand', level: self, from: 'low', to: 'medium' }])
  })
})

describe('a decision', () => {
  const grades = [{ code: 'high', severityRank: 3 }, { code: 'medium', severityRank: 2 }, { code: 'low', severityRank: 1 }]

  test('passes only when everything on the list was ticked', () => {
    expect(missingFor(nothingTyped, ['a'])).toBe('ticks')
    expect(missingFor({ ...nothingTyped, ticks: ['a'] }, ['a'])).toBeUndefined()
  })

  test('is returned without ticks but with a reason', () => {
    expect(missingFor({ ...nothingTyped, mode: 'return' }, ['a'])).toBe('reason')
    expect(missingFor({ ...nothingTyped, mode: 'return', reason: '照抄' }, ['a'])).toBeUndefined()
  })

  test('lowers only with reason and evidence', () => {
    const lower = { ...nothingTyped, mode: 'lower', grade: 'low' } as const
    expect(missingFor(lower, [])).toBe('reason')
    expect(missingFor({ ...lower, reason: '已整改' }, [])).toBe('evidence')
    expect(missingFor({ ...lower, reason: '已整改', evidence: ['e'] }, [])).toBeUndefined()
  })

  test('scores anew only with factors that come to a grade and a reason, and with evidence where that is lighter', () => {
    const score = { ...nothingTyped, mode: 'score', reason: '按会议核定' } as const
    expect(missingFor(score, [])).toBe('factors')
    const scored = { ...score, factors: { likelihood: 10 }, grade: 'high' }
    expect(missingFor({ ...scored, reason: ' ' }, [])).toBe('reason')
    expect(missingFor(scored, [])).toBeUndefined()
    expect(missingFor({ ...scored, lowers: true }, [])).toBe('evidence')
    expect(decisionOf(scored, []).grade, 'core works the grade out by itself').toEqual({ factors: { likelihood: 10 } })
  })

  test('offers the nearest grade first, heavier for raising, lighter for lowering', () => {
    expect(gradesFor('raise', 'low', grades)).toEqual(['medium', 'high'])
    expect(gradesFor('lower', 'high', grades)).toEqual(['medium', 'low'])
    expect(gradesFor('raise', 'high', grades)).toEqual([])
    expect(gradesFor('pass', 'low', grades)).toEqual([])
  })

  test('is sent with the ticks the step asks for, and a grade only where one was moved', () => {
    expect(decisionOf({ ...nothingTyped, ticks: ['a', 'old'], grade: 'high', reason: ' 属实 ' }, ['a'])).toEqual({ decision: 'pass', reason: '属实', evidence: [], checklist: ['a'] })
    expect(decisionOf({ ...nothingTyped, mode: 'raise', grade: 'high', reason: '重' }, [])).toEqual({ decision: 'pass', reason: '重', evidence: [], checklist: [], grade: { finalGrade: 'high' } })
  })
})

const common = (stretches: ReturnType<typeof differenceFrom>): string => stretches.filter(({ same }) => same).map(({ text }) => text).join('')

describe('the difference of two texts', () => {
  test('marks what the other does not have', () => {
    expect(differenceFrom('收取现金不及时入库', '收取现金不入库')).toEqual([{ text: '收取现金不', same: true }, { text: '及时', same: false }, { text: '入库', same: true }])
  })

  test('loses no sign of either, and what is common reads alike from both sides', () => {
    assert(property(string({ maxLength: 40 }), string({ maxLength: 40 }), (a, b) => {
      const stretches = differenceFrom(a, b)
      expect(stretches.map(({ text }) => text).join('')).toBe(a)
      expect([...common(stretches)].length).toBe([...common(differenceFrom(b, a))].length)
    }))
  })
})
