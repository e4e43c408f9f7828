import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyName, parseCopyName } from '#core/database/copies/copy-name.ts'
import type { CopyName, Occasion } from '#core/database/copies/copy-name.ts'
import { copiesToKeep, retention } from '#core/database/copies/retention.ts'
import { localDate } from '#core/environment.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.parse('2026-11-20T09:00:00.000Z')
const occasions = ['close', 'migration', 'import', 'restore', 'manual'] as const

const copyAt = (at: number, occasion: Occasion): CopyName => ({ name: copyName(at, occasion), at, occasion })
const copies = (maxDays: number, occasion: fc.Arbitrary<Occasion> = fc.constantFrom(...occasions)) =>
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: maxDays * day }), occasion).map(([age, why]) => copyAt(now - age, why)), { selector: ({ at }) => at, maxLength: 120 })
const kept = (of: readonly CopyName[], at = now) => of.filter(({ name }) => copiesToKeep(of, at, localDate).has(name))
const days = (of: readonly CopyName[]) => new Set(of.filter(({ at }) => now - at < retention.dailyDays * day).map(({ at }) => localDate(at)))
const months = (of: readonly CopyName[]) => new Set(of.filter(({ at }) => now - at < retention.monthlyDays * day).map(({ at }) => localDate(at).slice(0, 7)))

describe('which copies stay', () => {
  test('never fewer than five, or all where there are fewer', () => {
    fc.assert(fc.property(copies(4000), (all) => {
      expect(kept(all).length).toBeGreaterThanOrEqual(Math.min(retention.least, all.length))
    }))
  })

  test('the newest copy always stays, and the newest of each occasion', () => {
    fc.assert(fc.property(copies(4000), (all) => {
      for (const occasion of occasions) {
        const newest = all.filter((copy) => copy.occasion === occasion).toSorted((a, b) => b.at - a.at)[0]
        if (newest !== undefined) expect(kept(all)).toContain(newest)
      }
    }))
  })

  test('every copy of the last three days stays, up to twenty', () => {
    fc.assert(fc.property(copies(3, fc.constant('close')), (all) => {
      const fresh = all.filter(({ at }) => now - at < retention.allDays * day).toSorted((a, b) => b.at - a.at)
      expect(kept(all)).toEqual(expect.arrayContaining(fresh.slice(0, retention.allAtMost)))
    }))
  })

  test('each of the last thirty days and each of the last twelve months that had a copy keeps one', () => {
    fc.assert(fc.property(copies(500), (all) => {
      const stay = kept(all)
      expect(days(stay)).toEqual(days(all))
      expect(months(stay)).toEqual(months(all))
    }))
  })

  test('copies of migrations, restores and those asked for stay a year', () => {
    fc.assert(fc.property(copies(365, fc.constantFrom('migration', 'restore', 'manual')), (all) => {
      expect(kept(all)).toEqual(all)
    }))
  })

  test('asking again removes nothing more', () => {
    fc.assert(fc.property(copies(4000), (all) => {
      const once = kept(all)
      expect(kept(once)).toEqual(once)
    }))
  })

  test('a clock that is set back removes none of the newest copies', () => {
    fc.assert(fc.property(copies(3), fc.integer({ min: 0, max: 5000 * day }), (all, back) => {
      const before = kept(all)
      expect(kept(before, now - back)).toEqual(expect.arrayContaining(before.toSorted((a, b) => b.at - a.at).slice(0, retention.allAtMost)))
    }))
  })

  test('daily work of two years comes down to a bounded number of copies', () => {
    let held: CopyName[] = []
    for (let at = now - 730 * day; at <= now; at += day / 4) held = kept([...held, copyAt(at, 'close')], at)
    expect(held.length).toBeLessThanOrEqual(retention.allDays * 4 + retention.dailyDays + 13 + retention.least)
    expect(held.length).toBeGreaterThan(30)
  })
})

describe('names of copies', () => {
  test('sort by time and say when and why', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(...occasions), (a, b, occasion) => {
      expect(parseCopyName(copyName(a, occasion))).toEqual(copyAt(a, occasion))
      if (a < b) expect(copyName(a, occasion) < copyName(b, occasion)).toBe(true)
    }))
  })

  test.each(['register.sqlite', 'damaged-20260101T000000000Z.sqlite', 'register-20260101T000000000Z-close.sqlite.unfinished', '../register-20260101T000000000Z-close.sqlite', 'register-20269901T000000000Z-close.sqlite'])('%s is none', (name) => {
    expect(parseCopyName(name)).toBeUndefined()
  })
})
