import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeasureFilter, MeasureRow } from '#shared/contract/measures.ts'
import { measureFrequencies } from '#shared/model/controls.ts'
import { dueDaysWithin } from '#shared/model/controls/rhythm.ts'
import { executeMeasure } from '#core/measures/executions/execute-measure.ts'
import { withdrawExecution } from '#core/measures/executions/withdraw-execution.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { measureDetail } from '#core/measures/measure-detail.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'
import { readCalendarOf } from '#core/measures/calendar.ts'
import { overdueGroups } from '#core/measures/overdue-groups.ts'

const today = '2026-06-15'
let sample: Sample

/** Measures of every kind around today; some carried out, one of them wrongly. */
beforeAll(async () => {
  sample = await openSample()
  const { register, approvals, works, approvalPost } = sample
  await register.change(async (change) => {
    for (let i = 0; i < 60; i++) {
      const dueOn = `2026-0${3 + i % 6}-${['05', '15', '28'][i % 3] ?? '30'}`
      const frequency = i % 4 === 0 ? measureFrequencies[(i / 4) % 5] : undefined
      const id = await createMeasure(change, {
        content: `措施${i}`, departmentId: i % 3 ? approvals : works, dueOn, ...(frequency === undefined ? {} : { frequency }),
        ...(i % 5 === 0 ? { ownerPostId: approvalPost } : i % 5 === 1 ? { owner: i % 2 ? '股长' : '副股长' } : {}), ...(i % 7 === 3 ? { doneOn: `2026-06-${String(i % 28 + 1).padStart(2, '0')}` } : {}),
      })
      if (i % 6 !== 1) continue
      const { revision } = await measureDetail(change.db, id, today)
      const { executionId } = await executeMeasure(change, { id, revision, doneOn: `2026-06-${i % 2 ? '03' : '12'}`, note: '', evidence: [] })
      if (i === 13) await withdrawExecution(change, { id, executionId, reason: '记错了' })
    }
  })
})
afterAll(() => sample.register.close())

const listed = async (filter: MeasureFilter): Promise<MeasureRow[]> => (await measuresHandlers.list({ offset: 0, limit: 500, filter }, sample.register.call)).rows
const calendar = async (from: string, to: string, departmentIds: string[] = []) => measuresHandlers.calendar({ from, to, departmentIds }, sample.register.call)

describe('the calendar of measures', () => {
  it('counts for each day what the lists behind it show, in any department', async () => {
    for (const departmentIds of [[], [sample.works]]) {
      const days = await calendar('2026-06-01', '2026-07-31', departmentIds)
      expect(days.length).toBeGreaterThan(5)
      const open = { departmentIds, progress: ['planned', 'in-force'] } satisfies MeasureFilter
      for (const { day, due, overdue, done, planned } of days) {
        const on = { from: day, to: day }
        const waiting = await listed({ ...open, dueBetween: on })
        expect([waiting.filter((row) => !row.overdue).length, waiting.filter((row) => row.overdue).length]).toEqual([due, overdue])
        expect((await listed({ departmentIds, doneBetween: on })).length).toBe(done)
        expect((await listed({ departmentIds, plannedOn: day })).length).toBe(planned)
      }
      expect(days.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(2)
      expect(days.reduce((sum, { planned }) => sum + planned, 0)).toBeGreaterThan(5)
    }
  })

  it('leaves out an execution that was withdrawn', async () => {
    const { id } = (await listed({ content: '措施13' }))[0] ?? { id: '' }
    expect((await listed({ doneBetween: { from: '2026-06-01', to: '2026-06-30' } })).map((row) => row.id)).not.toContain(id)
  })

  it('knows by the database the same days of a rhythm as the rule does', async () => {
    const recurring = await listed({ frequencies: [...measureFrequencies] })
    const rhythms = new Map(await Promise.all(recurring.map(async ({ id, frequency, dueOn, progress }) => [id, { from: (await measureDetail(sample.register.database.read, id, today)).rhythmFrom ?? '', frequency, dueOn: dueOn ?? '', progress }] as const)))
    await fc.assert(fc.asyncProperty(fc.date({ min: new Date('2026-03-01'), max: new Date('2030-12-31'), noInvalidDate: true }), async (date) => {
      const day = date.toISOString().slice(0, 10)
      const expected = [...rhythms].filter(([, { from, frequency, dueOn, progress }]) => frequency !== null && progress !== 'done' && day > dueOn && dueDaysWithin({ from, frequency }, { from: day, to: day }).length === 1).map(([id]) => id)
      expect((await listed({ plannedOn: day })).map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
    }), { numRuns: 120 })
  })

  it('is read from indexes by day', async () => {
    const { db, plans } = planningDatabase(sample.register.database.connection)
    await readCalendarOf(db, { from: '2026-06-01', to: '2026-06-30', departmentIds: [], today })
    const steps = stepsOf(plans).filter((step) => /^(SCAN|SEARCH) (r|m|e|w)\b/u.test(step))
    expect(steps).toEqual([
      'SEARCH r USING INDEX control_measure_open_by_due (state=? AND due_on>? AND due_on<?)',
      'SEARCH e USING COVERING INDEX measure_execution_by_date (done_on>? AND done_on<?)',
      'SEARCH w USING COVERING INDEX sqlite_autoindex_execution_withdrawal_2 (execution_id=?)',
      'SEARCH m USING INDEX control_measure_by_done (state=? AND done_on>? AND done_on<?)',
      'SEARCH r USING INDEX sqlite_autoindex_control_measure_1 (id=?)',
      'SEARCH r USING COVERING INDEX control_measure_by_frequency (state=? AND frequency>?)',
    ])
  })
})

describe('what is overdue', () => {
  it('lies by department and by who answers for it, the longest overdue first', async () => {
    const overdue = await listed({ overdue: true })
    for (const by of ['department', 'owner'] as const) {
      const { total, groups } = await measuresHandlers.overdue({ by }, sample.register.call)
      expect(groups).toHaveLength(total)
      expect(groups.reduce((sum, { measures }) => sum + measures, 0)).toBe(overdue.length)
      expect(groups.map(({ mostDaysLate }) => mostDaysLate)).toEqual(groups.map(({ mostDaysLate }) => mostDaysLate).toSorted((a, b) => b - a))
      expect(Math.max(...groups.map(({ mostDaysLate }) => mostDaysLate))).toBe(Math.max(...overdue.map(({ daysLate }) => daysLate)))
    }
    const { groups } = await measuresHandlers.overdue({ by: 'owner' }, sample.register.call)
    const behind = await Promise.all(groups.map(({ id, name }) => listed({ overdue: true, ...(id !== '' ? { ownerPostIds: [id] } : name === '' ? { hasOwner: false } : { ownerName: name, ownerPostIds: [''] }) })))
    expect(behind.map(({ length }) => length)).toEqual(groups.map(({ measures }) => measures))
    expect(groups.map(({ id, name }) => [id, name]).toSorted()).toEqual([['', ''], ['', '副股长'], ['', '股长'], [sample.approvalPost, '审批岗']].toSorted())
  })

  it('is found by the index over open measures', async () => {
    const { db, plans } = planningDatabase(sample.register.database.connection)
    await overdueGroups(db, { by: 'department', today })
    await overdueGroups(db, { by: 'owner', today })
    expect(stepsOf(plans).filter((step) => / r /u.test(step))).toEqual(Array(2).fill('SEARCH r USING INDEX control_measure_open_by_due (state=? AND due_on>? AND due_on<?)'))
  })
})
