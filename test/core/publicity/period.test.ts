import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingDaysBetween } from '#shared/model/review/working-days.ts'
import { lastDay } from '#core/publicity/period.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((after) => new Date(Date.UTC(2024, 0, 1) + after * 86_400_000).toISOString().slice(0, 10))

test('a period of so many working days holds just as many, whatever the holidays', () => {
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), fc.array(day, { maxLength: 40 }), fc.array(day, { maxLength: 40 }), (startsOn, days, off, worked) => {
    const holidays = { off: new Set(off), worked: new Set(worked) }
    expect(workingDaysBetween(startsOn, lastDay(startsOn, days, holidays), holidays)).toBe(days)
  }))
})
