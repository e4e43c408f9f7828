import { array, assert, constantFrom, date, integer, nat, property, record } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { consistencyLevels, consistencyRules } from '#shared/model/consistency/rules.ts'
import { heaviestFirst, severityTotals } from '#shared/model/consistency/totals.ts'
import { locales } from '#shared/model/labels.ts'
import { monthsBefore } from '#shared/model/months-before.ts'
import { findingNote } from '#shared/locales/finding-note.ts'
import { translator } from '#shared/locales/translator.ts'

const counts = array(record({ level: constantFrom(...consistencyLevels), count: nat(1000) }))

describe('totals by severity', () => {
  it('add up to all that was found by rules that are switched on', () => {
    assert(property(counts, (found) => {
      const totals = severityTotals(found)
      expect(totals.error + totals.warning + totals.hint).toBe(found.filter(({ level }) => level !== 'off').reduce((sum, { count }) => sum + count, 0))
    }))
  })

  it('name only rules that found something, no lighter one before a heavier', () => {
    assert(property(counts, (found) => {
      const named = heaviestFirst(found).map(({ level }) => consistencyLevels.indexOf(level))
      expect(named).toEqual(named.toSorted((a, b) => a - b))
      expect(heaviestFirst(found).every(({ count, level }) => count > 0 && level !== 'off')).toBe(true)
    }))
  })
})

/** Months since the year nought. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

describe('a date so many months before', () => {
  it('is a day of that month, never later in it', () => {
    assert(property(date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), integer({ min: 0, max: 120 }), (at, months) => {
      const [day, before] = [at.toISOString().slice(0, 10), monthsBefore(at.toISOString().slice(0, 10), months)]
      expect(monthOf(day) - monthOf(before)).toBe(months)
      expect(new Date(`${before}T00:00:00Z`).toISOString().slice(0, 10)).toBe(before)
      expect(before.slice(8) <= day.slice(8)).toBe(true)
    }))
  })

  it('is the last of a month that is shorter', () => {
    expect([monthsBefore('2026-03-31', 1), monthsBefore('2024-03-31', 1), monthsBefore('2026-01-15', 24), monthsBefore('2026-06-15', 0)]).toEqual(['2026-02-28', '2024-02-29', '2024-01-15', '2026-06-15'])
  })
})

test.each(locales)('every rule says in %s what is wrong and how to mend it, and its note leaves no brace behind', (locale) => {
  const t = translator(locale)
  for (const { code } of consistencyRules) {
    for (const part of ['rule', 'wrong', 'mend'] as const) expect([code, part, t(`${part}.${code}`, { ns: 'consistency' }).length]).toEqual([code, part, expect.toSatisfy((length: number) => length > 3)])
    const params = { grade: 'high', expected: null, verified: 'low', leader: null, dueOn: '2026-06-14', code: 'XK-1', benchmark: '3号', calibratedOn: null, owner: '', kept: 3, counted: 2 }
    expect(findingNote({ locale, grade: (grade) => `<${grade}>` }, code, params)).not.toMatch(/\{\{|null|undefined/u)
  }
  expect(findingNote({ locale, grade: (grade) => `<${grade}>` }, 'expected-without-measure', { grade: 'high', expected: 'low' })).toContain('<high>')
})
