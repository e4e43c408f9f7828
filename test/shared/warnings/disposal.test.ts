import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grantableRoles } from '#shared/model/roles.ts'
import { closedStates, disposalStates, handlerActions, isClosed, isHandlers, offeredActions, officeActions, openActions, openStates, stateAfter, termOf } from '#shared/model/warnings/disposal.ts'
import type { DisposalFacts } from '#shared/model/warnings/disposal.ts'
import { heavierLevel, heaviestFirst, warningLevelsSchema } from '#shared/model/warnings/levels.ts'
import { ruleParams, soundParams, warningRuleCodes } from '#shared/model/warnings/rules.ts'

const facts = fc.record({ state: fc.constantFrom(...disposalStates), needsApproval: fc.boolean(), approved: fc.boolean(), cleared: fc.boolean() })
const begun: DisposalFacts = { state: 'found', needsApproval: false, approved: false, cleared: false }

const grants = (role: (typeof grantableRoles)[number], departments: 'all' | string[]) => ({ grants: [{ role, departments }] })

describe('the way of a disposal sheet', () => {
  test('a step is open exactly where it leads somewhere, and closed sheets have none', () => {
    fc.assert(fc.property(facts, (one) => {
      const open = openActions(one)
      for (const action of [...handlerActions, ...officeActions]) expect(open.includes(action)).toBe(stateAfter(one, action) !== undefined)
      if (isClosed(one.state)) expect(open).toEqual([])
      else expect(open).toContain('transfer')
    }))
  })

  test('whatever steps are taken, the department never acts before the sheet was issued and, where asked for, approved', () => {
    fc.assert(fc.property(fc.boolean(), fc.array(fc.nat(), { maxLength: 30 }), (needsApproval, choices) => {
      let now: DisposalFacts = { ...begun, needsApproval }
      let [issued, approved] = [false, false]
      for (const choice of choices) {
        const open = openActions(now)
        const action = open[choice % Math.max(1, open.length)]
        if (action === undefined) break
        if (action === 'issue') { issued = true; approved = false }
        if (action === 'approve') approved = true
        if (isHandlers(action)) expect(issued && (approved || !needsApproval)).toBe(true)
        if (action === 'lift') expect(['found', 'rechecked', 'escalated']).toContain(now.state)
        now = { ...now, state: stateAfter(now, action) ?? now.state, approved }
      }
    }))
  })

  test('from every open state there is a way to its end, and every open state has its term', () => {
    for (const from of openStates) {
      expect(termOf[from]).toBeDefined()
      const seen = new Set([from])
      for (const at of seen) for (const action of openActions({ ...begun, state: at })) seen.add(stateAfter({ ...begun, state: at }, action) ?? at)
      for (const end of closedStates) expect(seen.has(end)).toBe(true)
    }
    for (const end of closedStates) expect(termOf[end]).toBeUndefined()
  })

  test('who may take which step is the permission table’s to say: writers for their department, the office for all, leaders alone approve', () => {
    fc.assert(fc.property(facts, fc.constantFrom(...grantableRoles), fc.constantFrom<'all' | string[]>('all', ['own']), fc.constantFrom('own', 'other', null), (one, role, reach, department) => {
      const within = reach === 'all' || department === 'own'
      for (const action of offeredActions(one, grants(role, reach), department)) {
        expect(openActions(one)).toContain(action)
        if (isHandlers(action)) expect(['risk-officer', 'section-head'].includes(role) && within).toBe(true)
        else expect(role === 'inspector' || role === 'chief-leader' || (role === 'leader-in-charge' && within)).toBe(true)
        if (action === 'approve') expect(role).not.toBe('inspector')
      }
    }))
  })

  test('what is gone by itself can be lifted wherever it stands', () => {
    for (const state of openStates) expect(openActions({ ...begun, state, cleared: true })).toContain('lift')
  })
})

const level = (code: string, severityRank: number) => ({
  code, labels: { 'zh-CN': code, en: code }, severityRank, colour: 'red' as const, needsApproval: false, terms: { issue: 1, receive: 1, analyse: 1, rectify: 1, complete: 1, recheck: 1, conclude: 1 },
})

describe('levels and limits', () => {
  test('the heavier level is the next by rank alone, whatever the order they are written in', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }), (ranks) => {
      const levels = ranks.map((rank) => level(`l${rank}`, rank))
      expect(heaviestFirst(levels).map(({ severityRank }) => severityRank)).toEqual(ranks.toSorted((a, b) => b - a))
      for (const rank of ranks) {
        const above = ranks.filter((other) => other > rank)
        expect(heavierLevel(levels, rank)?.severityRank).toBe(above.length === 0 ? undefined : Math.min(...above))
      }
    }))
  })

  test('two levels of one rank or one name are refused', () => {
    expect(warningLevelsSchema.safeParse([level('a', 1), level('b', 2)]).success).toBe(true)
    expect(warningLevelsSchema.safeParse([level('a', 1), level('b', 1)]).success).toBe(false)
    expect(warningLevelsSchema.safeParse([level('a', 1), { ...level('b', 2), labels: level('a', 1).labels }]).success).toBe(false)
  })

  test('whatever was stored, a rule gets limits within their range', () => {
    fc.assert(fc.property(fc.constantFrom(...warningRuleCodes), fc.dictionary(fc.constantFrom('graceDays', 'sinceDays', 'months', 'percent', 'other'), fc.anything()), (code, stored) => {
      const sound = soundParams(code, stored)
      expect(Object.keys(sound).toSorted()).toEqual(Object.keys(ruleParams[code]).toSorted())
      for (const [name, { min, max }] of Object.entries(ruleParams[code])) expect((sound[name] ?? Number.NaN) >= min && (sound[name] ?? Number.NaN) <= max).toBe(true)
    }))
  })
})
