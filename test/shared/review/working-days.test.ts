import { assert, date, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWorkingDayOfNextMonth, isWorkingDay, noHolidays, workingDaysAfter } from '#shared/model/review/working-days.ts'

const holidays = { off: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']), worked: new Set(['2026-10-10']) }

describe('working days', () => {
  it('are those of the week, without holidays, with weekend days that are worked', () => {
    expect(isWorkingDay('2026-11-23', noHolidays)).toBe(true)
    expect(isWorkingDay('2026-11-22', noHolidays)).toBe(false)
    expect(isWorkingDay('2026-10-01', holidays)).toBe(false)
    expect(isWorkingDay('2026-10-10', holidays)).toBe(true)
  })

  it('are counted from the day after', () => {
    expect(workingDaysAfter('2026-11-20', 1, noHolidays)).toBe('2026-11-23')
    expect(workingDaysAfter('2026-11-20', 0, noHolidays)).toBe('2026-11-20')
    expect(workingDaysAfter('2026-09-30', 2, holidays)).toBe('2026-10-09')
    expect(workingDaysAfter('2026-09-30', 3, holidays)).toBe('2026-10-10')
  })

  it('end on a working day, later for more days', () => {
    const day = date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))
    assert(property(day, integer({ min: 1, max: 60 }), (from, days) => {
      const to = workingDaysAfter(from, days, holidays)
      expect(isWorkingDay(to, holidays)).toBe(true)
      expect(to > from && workingDaysAfter(from, days + 1, holidays) > to).toBe(true)
    }))
  })

  it('give the day by which a month’s changes are reported', () => {
    expect(firstWorkingDayOfNextMonth('2026-09-15', holidays)).toBe('2026-10-08')
    expect(firstWorkingDayOfNextMonth('2026-12-31', { off: new Set(['2027-01-01']), worked: new Set() })).toBe('2027-01-04')
    expect(firstWorkingDayOfNextMonth('2026-10-31', noHolidays)).toBe('2026-11-02')
  })
})
