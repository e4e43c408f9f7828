import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthAfter, monthSheet } from '#renderer/measures/calendar/month.ts'

const months = fc.record({ year: fc.integer({ min: 1990, max: 2200 }), month: fc.integer({ min: 1, max: 12 }) }).map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)

it('a month is a sheet of whole weeks from Monday on, with every day of it once', () => {
  fc.assert(fc.property(months, (month) => {
    const { weeks, from, to } = monthSheet(month)
    const days = weeks.flat()
    expect(weeks.every((week) => week.length === 7 && new Date(week[0] ?? '').getUTCDay() === 1)).toBe(true)
    expect([days[0], days.at(-1)]).toEqual([from, to])
    const own = days.filter((day) => day.startsWith(month))
    const [year = 0, at = 0] = month.split('-').map(Number)
    expect(own).toHaveLength(new Date(Date.UTC(year, at, 0)).getUTCDate())
    expect(new Set(days).size).toBe(days.length)
    // No week without a day of the month.
    expect(weeks.every((week) => week.some((day) => day.startsWith(month)))).toBe(true)
  }))
})

it('months follow each other over the turn of the year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-05', -17)]).toEqual(['2027-01', '2026-12', '2024-12'])
  expect(monthSheet('2027-02').weeks).toHaveLength(4)
})
