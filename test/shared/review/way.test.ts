import { array, assert, constantFrom, option, pre, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { reviewStates } from '#shared/model/review/entry-states.ts'
import { ladderFault, lowererApprover, stepKinds } from '#shared/model/review/ladder.ts'
import type { Ladder } from '#shared/model/review/ladder.ts'
import { heaviestOf, isDetour, stopFrom } from '#shared/model/review/way.ts'
import type { OnTheWay, Stop } from '#shared/model/review/way.ts'
import { workingRoles } from '#shared/model/roles.ts'
import { defaultScales } from '#shared/model/scales.ts'

const scale = defaultScales.find(({ code }) => code === 'three') ?? defaultScales[0]
if (scale === undefined) throw new Error('no scale')
const usual = defaultLadder(scale)
const entry = (grade: string, more: Partial<OnTheWay> = {}): OnTheWay => ({ grade, heaviest: grade, needs: null, ...more })

/** Every stop of an entry that is always passed with the same grade. */
function wholeWay(ladder: Ladder, on: OnTheWay): Stop[] {
  const stops: Stop[] = []
  for (let place = 0; place <= ladder.steps.length;) {
    const stop = stopFrom(ladder, place, on)
    stops.push(stop)
    if (stop.state === 'in-force') break
    place = stop.step + 1
  }
  return stops
}

describe('the way through the usual ladder', () => {
  it.each([['high', 'chief-approval', 'chief-leader'], ['medium', 'leader-approval', 'leader-in-charge'], ['low', 'head-approval', 'section-head']] as const)(
    'of a %s risk goes by %s', (grade, state, role) => {
      const stops = wholeWay(usual, entry(grade))
      expect(stops.map((stop) => stop.state)).toEqual(['department-review', state, 'inspection-review', 'determination', 'publicity', 'filing', 'in-force'])
      expect(stops[1]?.roles).toEqual([role])
    })

  it('goes by the heaviest grade anybody gave, not by the one proposed now', () => {
    expect(stopFrom(usual, 1, entry('low', { heaviest: 'high' })).state).toBe('chief-approval')
  })

  it('stops with whoever has to agree to a lowering, unless he is asked anyway', () => {
    const lowered = entry('low', { heaviest: 'medium', needs: 'chief-leader' })
    expect(stopFrom(usual, 2, lowered)).toMatchObject({ state: 'chief-approval', step: 2, roles: ['chief-leader'] })
    expect(isDetour(usual, 2, lowered)).toBe(true)
    expect(stopFrom(usual, 3, lowered)).toMatchObject({ state: 'determination', step: 3 })
    expect(isDetour(usual, 3, lowered)).toBe(false)
  })

  it('asks the inspection where the chief himself lowered, before anything is published', () => {
    expect(lowererApprover('chief-leader')).toBe('inspector')
    expect(stopFrom(usual, 4, entry('low', { heaviest: 'high', needs: 'inspector' }))).toMatchObject({ state: 'inspection-review', step: 4, roles: ['inspector'] })
  })
})

describe('a ladder', () => {
  it('of two steps is enough for a small organisation', () => {
    const two: Ladder = { steps: usual.steps.filter(({ kind }) => kind === 'department-review' || kind === 'determination') }
    expect(ladderFault(two)).toBeUndefined()
    expect(wholeWay(two, entry('high')).map((stop) => stop.state)).toEqual(['department-review', 'determination', 'in-force'])
  })

  it('is refused out of order, without anybody who judges, or with a step nobody takes', () => {
    const [first, second] = usual.steps
    if (first === undefined || second === undefined) throw new Error('the usual ladder has steps')
    expect(ladderFault({ steps: [second, first] })).toBe('order')
    expect(ladderFault({ steps: [first, first] })).toBe('order')
    expect(ladderFault({ steps: usual.steps.filter(({ kind }) => kind === 'publicity') })).toBe('no-judging-step')
    expect(ladderFault({ steps: [{ ...first, roles: [] }] })).toBe('no-roles')
    expect(ladderFault({ steps: [{ ...first, grades: ['high'] }] })).toBe('determination-optional')
  })

  it('that holds leads every grade in force, past somebody who judges, without end and without going back', () => {
    const steps = subarray([...stepKinds], { minLength: 1 }).map((kinds): Ladder => ({ steps: usual.steps.filter(({ kind }) => kinds.includes(kind)) }))
    assert(property(steps, constantFrom('high', 'medium', 'low', 'unheard-of'), option(constantFrom(...workingRoles)), (ladder, grade, needs) => {
      pre(ladderFault(ladder) === undefined)
      const stops = wholeWay(ladder, entry(grade, { needs }))
      expect(stops.at(-1)?.state === 'in-force' || needs !== null).toBe(true)
      expect(stops.some(({ state }) => reviewStates.some((review) => review === state))).toBe(true)
      expect(stops.every(({ step }, index) => index === 0 || step > (stops[index - 1]?.step ?? -1))).toBe(true)
      expect(stops.every(({ state, roles }) => state === 'in-force' || roles.length > 0)).toBe(true)
    }))
  })

  it('never asks a lower approver for a heavier grade', () => {
    const order = ['head-approval', 'leader-approval', 'chief-approval']
    const asked = ['low', 'medium', 'high'].map((grade) => order.indexOf(stopFrom(usual, 1, entry(grade)).state))
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
  })
})

describe('the heaviest of several grades', () => {
  const severities = new Map([['low', 1], ['medium', 2], ['high', 3]])
  it('is as heavy as each of them, whatever the order', () => {
    assert(property(array(constantFrom('low', 'medium', 'high'), { minLength: 1 }), (grades) => {
      const heaviest = heaviestOf(grades, severities)
      expect(grades.every((grade) => (severities.get(grade) ?? 0) <= (severities.get(heaviest) ?? 0))).toBe(true)
      expect(heaviestOf(grades.toReversed(), severities)).toBe(heaviest)
    }))
  })
})
