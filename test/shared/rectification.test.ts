import { array, assert, constantFrom, option, property, string, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLate, mayCheck, rectificationActions, rectificationStates, stateAfter } from '#shared/model/rectification.ts'
import type { RectificationAction, RectificationState } from '#shared/model/rectification.ts'

const later = rectificationActions.filter((action): action is Exclude<RectificationAction, 'open'> => action !== 'open')
const end = (actions: readonly (typeof later)[number][]): { state: RectificationState; done: (typeof later)[number][] } =>
  actions.reduce<{ state: RectificationState; done: (typeof later)[number][] }>(({ state, done }, action) => {
    const to = stateAfter(state, action)
    return to === undefined ? { state, done } : { state: to, done: [...done, action] }
  }, { state: 'open', done: [] })

describe('whatever is tried in whatever order', () => {
  const tries = array(constantFrom(...later), { maxLength: 30 })

  it('nothing is closed that was not reported as mended since it was last open', () => {
    assert(property(tries, (actions) => {
      const { state, done } = end(actions)
      if (state === 'closed') expect(done.filter((action) => action !== 'change' && action !== 'term').slice(-2)).toEqual(['rectify', 'close'])
    }))
  })

  it('what is closed is only ever opened again', () => {
    expect(later.filter((action) => stateAfter('closed', action) !== undefined)).toEqual(['reopen'])
  })

  it('from every state there is a way to closing', () => {
    const ways = { open: ['rectify', 'close'], rectified: ['close'], returned: ['rectify', 'close'], closed: ['reopen', 'rectify', 'close'] } as const
    for (const state of rectificationStates) expect(ways[state].reduce<RectificationState | undefined>((at, action) => (at === undefined ? undefined : stateAfter(at, action)), state)).toBe('closed')
  })
})

describe('who may judge', () => {
  const name = string({ minLength: 1, maxLength: 8 })

  it('is nobody who has a part in it, by account or by name', () => {
    assert(property(uniqueArray(name, { minLength: 1 }), option(name), (people, personId) => {
      const parties = { personIds: new Set(people), names: new Set(people.map((person) => person.trim())) }
      for (const person of people) {
        expect(mayCheck({ personId: person, name: 'somebody else entirely' }, parties)).toBe(false)
        expect(mayCheck({ personId: null, name: person }, parties)).toBe(false)
      }
      const outsider = { personId: personId === null ? null : `outside ${personId}`, name: 'somebody else entirely' }
      expect(mayCheck(outsider, parties)).toBe(true)
    }))
  })
})

describe('an entry is late', () => {
  it('from the day after its term, and only while its owner has it', () => {
    const entries = [['open', '2026-06-15'], ['open', '2026-06-14'], ['returned', '2026-06-14'], ['rectified', '2026-06-14'], ['closed', '2026-06-14']] as const
    expect(entries.map(([state, dueOn]) => isLate({ state, dueOn }, '2026-06-15'))).toEqual([false, true, true, false, false])
  })
})
