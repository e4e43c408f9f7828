import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureFrequencies } from '#shared/model/controls.ts'
import type { MeasureFrequency } from '#shared/model/controls.ts'
import { afterExecution } from '#shared/model/controls/execution.ts'
import { dueDay, dueDaysWithin, isDueDay, periodsUntil } from '#shared/model/controls/rhythm.ts'

const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2190-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const frequencies = fc.constantFrom(...measureFrequencies)
const rhythms = fc.record({ from: days, frequency: frequencies })

const series = (from: string, frequency: MeasureFrequency, periods: number): string[] => Array.from({ length: periods }, (_, index) => dueDay({ from, frequency }, index))

describe('the due days of a recurring measure', () => {
  it('keep the last day of the month through shorter months and leap years', () => {
    expect(series('2027-12-31', 'monthly', 5)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'])
    expect(series('2024-02-29', 'yearly', 5)).toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
    expect(series('2026-08-31', 'half-yearly', 3)).toEqual(['2026-08-31', '2027-02-28', '2027-08-31'])
    expect(series('2026-11-30', 'quarterly', 3)).toEqual(['2026-11-30', '2027-02-28', '2027-05-30'])
    expect(series('2026-12-28', 'weekly', 3)).toEqual(['2026-12-28', '2027-01-04', '2027-01-11'])
  })

  it('rise from period to period, forwards and backwards', () => {
    fc.assert(fc.property(rhythms, fc.integer({ min: -100, max: 100 }), (rhythm, periods) => {
      expect(dueDay(rhythm, 0)).toBe(rhythm.from)
      expect(dueDay(rhythm, periods) < dueDay(rhythm, periods + 1)).toBe(true)
      expect(periodsUntil(rhythm, dueDay(rhythm, periods))).toBe(periods)
    }))
  })

  it('enclose every day between two of them', () => {
    fc.assert(fc.property(rhythms, days, (rhythm, day) => {
      const periods = periodsUntil(rhythm, day)
      expect(dueDay(rhythm, periods) <= day && day < dueDay(rhythm, periods + 1)).toBe(true)
    }))
  })

  it('of a month are the days that are due days', () => {
    fc.assert(fc.property(rhythms, days, (rhythm, day) => {
      const [from, to] = [`${day.slice(0, 7)}-01`, `${day.slice(0, 7)}-28`]
      const all = Array.from({ length: 28 }, (_, index) => `${day.slice(0, 8)}${String(index + 1).padStart(2, '0')}`)
      expect(dueDaysWithin(rhythm, { from, to })).toEqual(all.filter((each) => isDueDay(rhythm, each)))
    }))
  })
})

const recurring = (from: string, frequency: MeasureFrequency, dueOn = from) => ({ term: 'dated', frequency, rhythmFrom: from, dueOn, progress: 'in-force' } as const)

describe('an execution of a recurring measure', () => {
  it('moves the day it is due by its period, also when done early or late', () => {
    const measure = recurring('2026-01-31', 'monthly', '2026-02-28')
    expect(afterExecution(measure, { doneOn: '2026-02-10', hasEvidence: false })).toEqual({ dueFor: '2026-02-28', dueOn: '2026-03-31', missed: 0, progress: 'in-force' })
    expect(afterExecution(measure, { doneOn: '2026-03-02', hasEvidence: true })).toEqual({ dueFor: '2026-02-28', dueOn: '2026-03-31', missed: 0, progress: 'in-force' })
  })

  it('tells the periods that were missed', () => {
    expect(afterExecution(recurring('2026-01-31', 'monthly'), { doneOn: '2026-05-31', hasEvidence: true })).toEqual({ dueFor: '2026-05-31', dueOn: '2026-06-30', missed: 4, progress: 'in-force' })
  })

  it('moves nothing a second time within the period, nor when it was done long before', () => {
    const measure = recurring('2026-01-31', 'monthly', '2026-04-30')
    expect(afterExecution(measure, { doneOn: '2026-03-20', hasEvidence: true })).toMatchObject({ dueFor: '2026-03-31', dueOn: '2026-04-30', missed: 0 })
    expect(afterExecution(measure, { doneOn: '2026-01-31', hasEvidence: true })).toMatchObject({ dueFor: '2026-01-31', dueOn: '2026-04-30' })
  })

  it('never shifts the rhythm, never brings the day back, and leaves it in the future of what was done', () => {
    fc.assert(fc.property(rhythms, fc.integer({ min: 0, max: 40 }), days, (rhythm, periods, doneOn) => {
      const dueOn = dueDay(rhythm, periods)
      const { dueFor, dueOn: next, missed } = afterExecution(recurring(rhythm.from, rhythm.frequency, dueOn), { doneOn, hasEvidence: true })
      expect(next !== null && isDueDay(rhythm, next) && next >= dueOn && next > doneOn).toBe(true)
      expect(dueFor !== null && isDueDay(rhythm, dueFor) && dueFor < (next ?? '')).toBe(true)
      expect(missed).toBe(Math.max(0, periodsUntil(rhythm, doneOn) - periods))
    }))
  })

  it('of a planned one says that it is under way', () => {
    expect(afterExecution({ ...recurring('2026-01-31', 'monthly'), progress: 'planned' }, { doneOn: '2026-01-30', hasEvidence: false }).progress).toBe('in-force')
  })

  it('of one that has ended moves nothing', () => {
    expect(afterExecution({ ...recurring('2026-01-31', 'monthly'), progress: 'done' }, { doneOn: '2026-01-30', hasEvidence: true })).toEqual({ dueFor: '2026-01-31', dueOn: '2026-01-31', missed: 0, progress: 'done' })
  })
})

describe('an execution of a measure that does not recur', () => {
  const measure = { term: 'dated', frequency: null, rhythmFrom: null, dueOn: '2026-06-30', progress: 'planned' } as const

  it('makes a dated one done where there is evidence, and under way where there is none', () => {
    expect(afterExecution(measure, { doneOn: '2026-06-01', hasEvidence: true })).toEqual({ dueFor: '2026-06-30', dueOn: '2026-06-30', missed: 0, progress: 'done' })
    expect(afterExecution(measure, { doneOn: '2026-06-01', hasEvidence: false }).progress).toBe('in-force')
    expect(afterExecution({ ...measure, progress: 'done' }, { doneOn: '2026-06-01', hasEvidence: false }).progress).toBe('done')
  })

  it('never makes a lasting one done', () => {
    expect(afterExecution({ ...measure, term: 'long-term', dueOn: null }, { doneOn: '2026-06-01', hasEvidence: true })).toEqual({ dueFor: null, dueOn: null, missed: 0, progress: 'in-force' })
  })
})
