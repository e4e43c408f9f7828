import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { totalProblems } from '#core/integrity/totals.ts'
import { createMeasure, changeMeasure } from '#core/measures/measure-records.ts'
import { keepDailyRun, runIfDue } from '#core/warnings/run/daily-run.ts'
import { passDays } from '../publicity/publicity-story.ts'
import { withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { direct, found, handle, inspector, issue, raised, run, sheet, stateOf } from './warnings-story.ts'

const overdueMeasure = (story: Story) => story.sample.register.change((change) => createMeasure(change, { content: '双人受理', departmentId: story.sample.approvals, owner: '股长', dueOn: '2026-06-10' }))
const setDue = (story: Story, id: string, dueOn: string) => story.sample.register.change((change) => changeMeasure(change, { id, patch: { dueOn } }))
const actions = (story: Story, entityId: string) =>
  story.sample.register.database.connection.prepare<[string], string>('SELECT action FROM audit_entry WHERE entity_id = ? ORDER BY number').pluck().all(entityId)

describe('a run', () => {
  it('raises one open warning for each rule and subject; found again it is only seen again, with today’s figures', async () => {
    await withStory(async (story) => {
      await overdueMeasure(story)
      expect((await run(story)).found).toBeGreaterThan(0)
      const [first] = await found(story, 'measure-overdue')
      passDays(story, 2)
      expect(await run(story)).toMatchObject({ found: 0, cleared: 0 })
      expect(await found(story, 'measure-overdue')).toMatchObject([{ id: first?.id, foundOn: '2026-06-15', lastSeenOn: '2026-06-17', reason: { days: 7 } }])
      expect(actions(story, first?.id ?? '')).toEqual(['warning.find'])
    })
  })

  it('marks what is gone and lifts nothing; what comes back is the same warning until it was lifted, then a new one', async () => {
    await withStory(async (story) => {
      const measure = await overdueMeasure(story)
      await run(story)
      const [first] = await found(story, 'measure-overdue')
      const id = first?.id ?? ''
      await setDue(story, measure, '2026-12-31')
      expect((await run(story)).cleared).toBe(1)
      expect(await found(story, 'measure-overdue')).toMatchObject([{ id, clearedOn: '2026-06-15', state: 'found' }])
      expect((await story.as(inspector).warnings.list({ filter: { cleared: true } })).total).toBe(1)
      await setDue(story, measure, '2026-06-10')
      await run(story)
      expect(await found(story, 'measure-overdue')).toMatchObject([{ id, clearedOn: null }])
      expect(actions(story, id)).toEqual(['warning.find', 'warning.clear', 'warning.reappear'])
      await direct(story, id, 'lift', inspector, '已核实')
      await run(story)
      const [anew] = await found(story, 'measure-overdue')
      expect(anew?.id).not.toBe(id)
      expect(await stateOf(story, id)).toBe('lifted')
    })
  })

  it('raises what is late to the next heavier level with its own term, and says so once at the heaviest', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      await issue(story, id)
      passDays(story, 4)
      expect((await run(story)).late).toBe(1)
      const { warning, steps } = await story.as(inspector).warnings.get({ id })
      expect(warning).toMatchObject({ levelCode: 'orange', escalations: 1, state: 'issued', dueOn: '2026-06-23' })
      expect(steps.at(-1)).toMatchObject({ action: 'late', person: inspector, role: 'service', levelCode: 'orange', wasDueOn: '2026-06-18' })
      const late = async () => (await story.as(inspector).warnings.get({ id })).steps.filter(({ action }) => action === 'late').length
      for (const [days, times] of [[30, 2], [30, 3], [0, 3], [30, 3]] as const) {
        passDays(story, days)
        await run(story)
        expect(await late()).toBe(times)
      }
      expect((await story.as(inspector).warnings.get({ id })).warning).toMatchObject({ levelCode: 'red', escalations: 2, overdue: true })
    })
  })

  it('leaves what a sheet said alone once it is issued', async () => {
    await withStory(async (story) => {
      await overdueMeasure(story)
      await run(story)
      const [first] = await found(story, 'measure-overdue')
      await issue(story, first?.id ?? '')
      passDays(story, 1)
      await run(story)
      expect(await found(story, 'measure-overdue')).toMatchObject([{ reason: { days: 5 }, lastSeenOn: '2026-06-16' }])
    })
  })

  it('does not ask a rule that is switched off, and leaves its warnings as they are', async () => {
    await withStory(async (story) => {
      await overdueMeasure(story)
      await run(story)
      const rule = (await story.as(inspector).warnings.settings()).rules.find(({ code }) => code === 'measure-overdue')
      if (rule === undefined) throw new Error('no rule')
      await story.as(inspector).warnings.saveRule({ ...rule, enabled: false })
      expect((await run(story)).cleared).toBe(0)
      expect(await found(story, 'measure-overdue')).toHaveLength(1)
    })
  })

  it('keeps the figures beside the list as they are counted anew', async () => {
    await withStory(async (story) => {
      await overdueMeasure(story)
      await run(story)
      const id = await raised(story, 'red')
      await issue(story, id)
      const figures = await story.as(inspector).warnings.figures()
      const counted = story.sample.register.database.connection.prepare<[], { state: string; n: number }>('SELECT state, count(*) AS n FROM warning WHERE closed = 0 GROUP BY state').all()
      expect(figures.byState).toEqual(Object.fromEntries(counted.map(({ state, n }) => [state, n])))
      expect(figures.open).toBe(counted.reduce((sum, { n }) => sum + n, 0))
      const { connection } = story.sample.register.database
      expect(totalProblems(connection)).toEqual([])
      connection.exec("UPDATE warning_total SET warnings = warnings + 1 WHERE state = 'issued'")
      expect(totalProblems(connection)).toMatchObject([{ params: { table: 'warning_total' } }])
      connection.exec("UPDATE warning_total SET warnings = warnings - 1 WHERE state = 'issued'")
      expect((await story.as(inspector).overview.get()).attention).toMatchObject({ openWarnings: figures.open, overdueWarnings: 0 })
      passDays(story, 40)
      expect((await story.as(inspector).warnings.figures()).overdue).toBe(figures.open)
    })
  })
})

describe('the run nobody starts', () => {
  it('goes once a day by the clock of the core, in its own name', async () => {
    await withStory(async (story) => {
      const { core, clock } = story.sample.register
      await overdueMeasure(story)
      expect(await runIfDue(core)).toBe(true)
      expect(await runIfDue(core)).toBe(false)
      expect((await story.as(inspector).warnings.figures()).lastRun).toMatchObject({ by: 'warning-run' })
      const [entry] = story.sample.register.database.connection.prepare<[], { actor: string; actor_kind: string }>("SELECT actor, actor_kind FROM audit_entry WHERE action = 'warning.find'").all()
      expect(entry).toEqual({ actor: 'warning-run', actor_kind: 'service' })
      clock.pass(86_400_000)
      expect(await runIfDue(core)).toBe(true)
    })
  })

  it('is kept by a timer that can be stopped, and what was begun ends before that', async () => {
    await withStory(async (story) => {
      const faults: unknown[] = []
      const end = keepDailyRun(story.sample.register.core, { firstAfter: 1, askedEvery: 5, onFault: (fault) => faults.push(fault) })
      for (let waited = 0; waited < 200 && (await story.as(inspector).warnings.figures()).lastRun === null; waited++) await setTimeout(10)
      await end()
      expect((await story.as(inspector).warnings.figures()).lastRun).not.toBeNull()
      expect(faults).toEqual([])
    })
  })

  it('outdates no plan of an import', async () => {
    await withStory(async (story) => {
      const { core, database } = story.sample.register
      const { lastEntry } = await import('#core/exchange/plan/last-entry.ts')
      const before = await lastEntry(database.read)
      await overdueMeasure(story)
      const after = await lastEntry(database.read)
      expect(after).not.toBe(before)
      await runIfDue(core)
      expect(await lastEntry(database.read)).toBe(after)
      const [first] = await found(story, 'measure-overdue')
      await issue(story, first?.id ?? '')
      expect(await lastEntry(database.read)).not.toBe(after)
      await handle(story, first?.id ?? '', 'receive')
      expect((await sheet(story, first?.id ?? '')).revision).toBe(3)
    })
  })
})
