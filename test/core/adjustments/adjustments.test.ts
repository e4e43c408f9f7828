import { describe, expect, it } from 'vitest'
import type { Criteria } from '#shared/contract/adjustments.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { assignPost, endHolding } from '#core/people/holdings.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { finished, toPublicity } from '../publicity/publicity-story.ts'

const { inspector, officer, other } = names
const nothing: Criteria = { basis: '', departmentIds: [], postIds: [], step: '', powerIds: [] }

const law = (criteria: Partial<Criteria> = {}) => ({
  kind: 'law' as const, title: '《取水许可管理条例》修订', happenedOn: '2026-06-10', basis: '国务院令第1号', text: '第七条改为……', criteria: { ...nothing, ...criteria },
  works: ['identify' as const, 'grade' as const, 'measures' as const], dueOn: '2026-06-29',
})

describe('what an adjustment touches', () => {
  it('is found by legal basis, department, post, process step or choice', async () => {
    await withStory(async ({ as, sample, point }) => {
      const id = await point('low')
      const { steps } = await as(officer).powers.get({ id: sample.licence })
      const { revision } = await as(officer).risks.get({ id })
      await as(officer).risks.save({ items: [{ id, revision, patch: { stepId: steps[1]?.id ?? null } }] })
      const touched = async (criteria: Partial<Criteria>) => {
        const { powers, points } = await as(inspector).adjustments.touched({ criteria: { ...nothing, ...criteria } })
        return { powers: powers.rows.map(({ name }) => name), points: points.rows.map((row) => row.id).toSorted() }
      }
      const both = [id, sample.point].toSorted()
      expect(await touched({})).toEqual({ powers: [], points: [] })
      expect(await touched({ basis: '取水许可和水资源费' })).toEqual({ powers: ['取水许可审批'], points: both })
      expect(await touched({ basis: '不存在的法律' })).toEqual({ powers: [], points: [] })
      expect(await touched({ departmentIds: [sample.works] })).toEqual({ powers: ['工程招标'], points: [] })
      expect(await touched({ postIds: [sample.approvalPost] })).toEqual({ powers: ['取水许可审批'], points: both })
      expect(await touched({ step: '审查' })).toEqual({ powers: ['取水许可审批'], points: [id] })
      expect(await touched({ powerIds: [sample.tender] })).toEqual({ powers: ['工程招标'], points: [] })
      const { powers } = await as(inspector).adjustments.touched({ criteria: { ...nothing, basis: '水法', departmentIds: [sample.approvals] } })
      expect(powers.rows[0]?.ways).toEqual(['basis', 'department'])
    })
  })
})

describe('a recorded adjustment', () => {
  it('opens a task for each power and point it touches and marks what was judged', async () => {
    await withStory(async (story) => {
      const { as, sample } = story
      const judged = await story.point('low')
      await toPublicity(story, judged)
      const recorded = await finished(as(inspector).adjustments.record(law({ basis: '水法' })))
      // One power to identify anew; two points to grade and to take measures for.
      expect(recorded).toMatchObject({ tasks: 5, marked: 1 })
      expect((await story.entry(judged)).to_re_examine).toBe(1)
      expect((await story.entry(sample.point)).to_re_examine).toBe(0)
      expect((await as(inspector).review.desk({ id: judged })).reExaminations).toMatchObject([{ cause: 'adjustment' }])
      expect((await as(officer).adjustments.list({})).rows).toMatchObject([{ kind: 'law', title: '《取水许可管理条例》修订', tasks: 5, open: 5, overdue: 0 }])
      const tasks = await as(officer).adjustments.tasks({ filter: { states: ['open'] } })
      expect(tasks.rows.map(({ work, departmentName, dueOn }) => [work, departmentName, dueOn]).slice(0, 1)).toEqual([['identify', '行政审批股', '2026-06-29']])
    })
  })

  it('leaves alone what was taken out, and is refused where nothing is left', async () => {
    await withStory(async ({ as, sample }) => {
      const order = law({ basis: '水法' })
      const recorded = await finished(as(inspector).adjustments.record({ ...order, exceptRiskPointIds: [sample.point], works: ['grade', 'identify'] }))
      expect(recorded.tasks).toBe(1)
      await expect(finished(as(inspector).adjustments.record({ ...order, exceptPowerIds: [sample.licence], exceptRiskPointIds: [sample.point] }))).rejects.toMatchObject({ data: { code: 'adjustment.touches-nothing' } })
      await expect(finished(as(inspector).adjustments.record({ ...order, dueOn: '2026-06-01' }))).rejects.toMatchObject({ data: { code: 'adjustment.due-before' } })
    })
  })

  it('is recorded by writers for their own departments only', async () => {
    await withStory(async ({ as, sample }) => {
      await expect(finished(as(officer).adjustments.record(law({ departmentIds: [sample.works] })))).rejects.toMatchObject({ data: { code: 'permission.elsewhere' } })
      expect((await finished(as(officer).adjustments.record(law({ departmentIds: [sample.approvals] })))).tasks).toBe(3)
    })
  })

  it('never changes and is vouched for by the log', async () => {
    await withStory(async ({ as, sample: { register } }) => {
      await finished(as(inspector).adjustments.record(law({ basis: '水法' })))
      expect(() => register.database.connection.exec("UPDATE adjustment SET title = '改'")).toThrow(/never changes/u)
      expect(register.database.connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM audit_entry WHERE sealed LIKE '%adjustment%'").get()?.n).toBe(1)
    })
  })
})

describe('tasks', () => {
  it('are settled in batches, each with its trace; what is not needed says why', async () => {
    await withStory(async ({ as, sample: { register } }) => {
      await finished(as(inspector).adjustments.record(law({ basis: '水法' })))
      const { rows } = await as(officer).adjustments.tasks({ filter: { states: ['open'] } })
      const ids = rows.map(({ id }) => id)
      await expect(as(officer).adjustments.settle({ ids, state: 'not-needed', reason: ' ' })).rejects.toMatchObject({ data: { code: 'adjustment.reason-missing' } })
      expect(await as(officer).adjustments.settle({ ids: ids.slice(0, 2), state: 'done' })).toEqual({ settled: 2 })
      expect(await as(officer).adjustments.settle({ ids, state: 'not-needed', reason: '条文未变' })).toEqual({ settled: 1 })
      const settled = await as(officer).adjustments.tasks({ filter: { states: ['done', 'not-needed'] } })
      expect(settled.rows.map(({ state, settledBy }) => [state, settledBy])).toEqual([['done', officer], ['done', officer], ['not-needed', officer]])
      expect(register.database.connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM audit_entry WHERE action = 'adjustment-task.settle'").get()?.n).toBe(3)
    })
  })

  it('are overdue from the day after', async () => {
    await withStory(async ({ as, sample: { register } }) => {
      await finished(as(inspector).adjustments.record(law({ basis: '水法' })))
      register.clock.pass(14 * 86_400_000)
      expect((await as(officer).adjustments.tasks({ filter: {} })).overdue).toBe(0)
      register.clock.pass(86_400_000)
      expect((await as(officer).adjustments.tasks({ filter: { overdue: true } }))).toMatchObject({ total: 3, overdue: 3 })
    })
  })
})

const holder = (story: Story, postId: string, name: string, since: string) =>
  story.sample.register.change((change) => assignPost(change, { postId, personId: story.ids.get(name) ?? '', since, until: null, alongside: false }))

describe('a post that changes hands', () => {
  it('has each of its risk points checked again, once for leaving and taking up', async () => {
    await withStory(async (story) => {
      const { register, approvals } = story.sample
      const postId = await register.change((change) => createPost(change, { departmentId: approvals, name: '受理岗' }))
      const id = await story.point('low', { postId })
      await toPublicity(story, id)
      const holding = await holder(story, postId, inspector, '2026-01-01')
      expect((await story.as(inspector).adjustments.list({})).total).toBe(0)
      await register.change((change) => endHolding(change, { id: holding, revision: 1, until: '2026-06-14' }))
      await holder(story, postId, other, '2026-06-15')
      const { rows } = await story.as(inspector).adjustments.list({})
      expect(rows).toMatchObject([{ kind: 'holder', title: '行政审批股 · 受理岗', tasks: 1 }])
      const tasks = await story.as(officer).adjustments.tasks({ filter: { works: ['recheck'] } })
      expect(tasks.rows).toMatchObject([{ riskPointId: id, work: 'recheck', dueOn: '2026-06-29', state: 'open' }])
      expect((await story.as(inspector).review.desk({ id })).reExaminations).toMatchObject([{ cause: 'holder' }])
    })
  })
})
