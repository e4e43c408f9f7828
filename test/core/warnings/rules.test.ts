import { describe, expect, it } from 'vitest'
import { situationOf } from '#shared/locales/warning-words.ts'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { assignPost } from '#core/people/holdings.ts'
import { changePower } from '#core/powers/power-records.ts'
import { createRiskPoint } from '#core/risks/risk-records.ts'
import { finished, passDays, toPublicity } from '../publicity/publicity-story.ts'
import { one, outcome, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { found, inspector, officer, run } from './warnings-story.ts'

const words = (story: Story, rule: string) => found(story, rule).then((rows) => rows.map((row) => situationOf(row, { locale: 'zh-CN', grade: (code) => (code === 'high' ? '高' : code) })))

describe('a rule finds what it is for, and says why with its figures', () => {
  it('measures that are overdue or that nobody answers for', async () => {
    await withStory(async (story) => {
      const { register, approvals, point } = story.sample
      await register.change(async (change) => {
        await createMeasure(change, { content: '双人受理', departmentId: approvals, owner: '股长', dueOn: '2026-06-10', riskPointIds: [point] })
        await createMeasure(change, { content: '今日到期', departmentId: approvals, owner: '股长', dueOn: '2026-06-15' })
      })
      await run(story)
      expect(await words(story, 'measure-overdue')).toEqual(['措施应于 2026-06-10 完成，已逾期 5 天。'])
      expect(await found(story, 'measure-overdue')).toMatchObject([{ departmentName: '行政审批股', powerName: '取水许可审批', riskPointId: point, object: '双人受理', levelCode: 'orange', state: 'found', dueOn: '2026-06-18' }])
      expect(await words(story, 'measure-unowned')).toEqual(['措施既没有责任人，也没有责任岗位。'])
      const rule = (await story.as(inspector).warnings.settings()).rules.find(({ code }) => code === 'measure-overdue')
      if (rule === undefined) throw new Error('no rule')
      await story.as(inspector).warnings.saveRule({ ...rule, params: { graceDays: 5 } })
      expect((await run(story)).cleared).toBe(1)
    })
  })

  it('points of the heaviest grade without a measure in force, whether one is planned or none', async () => {
    await withStory(async (story) => {
      const [bare, planned, guarded] = [await story.point('high'), await story.point('high'), await story.point('high')]
      await story.point('medium')
      await story.sample.register.change(async (change) => {
        await createMeasure(change, { content: '计划中的措施', progress: 'planned', owner: '股长', riskPointIds: [planned] })
        await createMeasure(change, { content: '已生效的措施', owner: '股长', riskPointIds: [guarded] })
      })
      await run(story)
      const rows = await found(story, 'high-without-measure')
      expect(new Set(rows.map(({ riskPointId }) => riskPointId))).toEqual(new Set([bare, planned]))
      expect(new Set(await words(story, 'high-without-measure'))).toEqual(new Set(['风险点等级为“高”，没有一项已生效的防控措施。', '风险点等级为“高”，只有计划中的措施，没有一项已生效。']))
    })
  })

  it('points whose power changed after they were graded, until somebody judges them again', async () => {
    await withStory(async (story) => {
      const point = await story.point('low')
      await run(story)
      expect(await found(story, 'changed-after-grading')).toEqual([])
      passDays(story, 3)
      await story.sample.register.change((change) => changePower(change, { id: story.sample.licence, patch: { steps: [{ name: '受理' }, { name: '审查' }, { name: '听证' }] } }))
      await run(story)
      expect(await words(story, 'changed-after-grading')).toEqual(['职权或流程于 2026-06-18 有变动，等级是 2026-06-15 评定的，之后未重新审核。'])
      passDays(story, 1)
      await toPublicity(story, point)
      expect((await run(story)).cleared).toBe(1)
    })
  })

  it('reviews and tasks that are overdue', async () => {
    await withStory(async (story) => {
      const point = await story.point('low')
      await outcome(story.as(officer).review.submit({ selection: one(point) }))
      const due = (await story.entry(point)).entry_due_on ?? ''
      await finished(story.as(inspector).adjustments.record({
        kind: 'law', title: '水法修订', happenedOn: '2026-06-10', basis: '', text: '', criteria: { basis: '', departmentIds: [], postIds: [], step: '', powerIds: [story.sample.tender] }, works: ['identify'], dueOn: '2026-06-16',
      }))
      passDays(story, 20)
      await run(story)
      expect(await found(story, 'review-overdue')).toMatchObject([{ riskPointId: point, reason: { dueOn: due, entryState: 'submitted' } }])
      expect((await words(story, 'review-overdue'))[0]).toContain('在“已提交”环节')
      expect(await words(story, 'recheck-overdue')).toEqual(['动态调整“水法修订”的任务（重新查找风险）应于 2026-06-16 前办结，已逾期 19 天。'])
    })
  })

  it('discretion without a benchmark, with one nobody dated, and with one that is too old', async () => {
    await withStory(async (story) => {
      const { register, tender, licence } = story.sample
      await run(story)
      expect(await words(story, 'benchmark-uncalibrated')).toEqual(['有自由裁量权，没有登记裁量基准。'])
      await register.change((change) => changePower(change, { id: tender, patch: { benchmarkNo: '水法〔2020〕1号', benchmarkCalibratedOn: '2024-06-14' } }))
      await register.change((change) => changePower(change, { id: licence, patch: { discretion: 'yes', benchmarkNo: '水法〔2021〕2号' } }))
      await run(story)
      expect(new Set(await words(story, 'benchmark-uncalibrated'))).toEqual(new Set(['裁量基准（水法〔2020〕1号）最近一次校正是 2024-06-14，已超过 24 个月。', '裁量基准（水法〔2021〕2号）没有校正日期。']))
      await register.change((change) => changePower(change, { id: tender, patch: { benchmarkCalibratedOn: '2024-06-15' } }))
      expect((await run(story)).cleared).toBe(1)
    })
  })

  it('the same text in several departments, once for each of them', async () => {
    await withStory(async (story) => {
      const { register, approvals, works, licence, tender } = story.sample
      const copied = '利用职务便利收受管理服务对象礼品礼金'
      await register.change(async (change) => {
        for (const [powerId, departmentId] of [[licence, approvals], [licence, approvals], [tender, works]] as const) await createRiskPoint(change, { powerId, departmentId, manifestation: copied })
        await createRiskPoint(change, { powerId: tender, departmentId: works, manifestation: `${copied}，情节不同` })
      })
      await run(story)
      expect((await found(story, 'copied-text')).map(({ departmentName }) => departmentName).toSorted()).toEqual(['建设管理股', '行政审批股'])
      expect((await words(story, 'copied-text'))[0]).toBe('同一段表现形式用在 3 个风险点、2 处科室岗位上（行政审批股、建设管理股）。')
    })
  })

  it('a post that changed hands and whose points are not checked yet', async () => {
    await withStory(async (story) => {
      const { register, approvals } = story.sample
      const postId = await register.change((change) => createPost(change, { departmentId: approvals, name: '受理岗' }))
      await story.point('low', { postId })
      await register.change((change) => assignPost(change, { postId, personId: story.ids.get(inspector) ?? '', since: '2026-06-15', until: null, alongside: false }))
      await register.change((change) => assignPost(change, { postId, personId: story.ids.get(officer) ?? '', since: '2026-06-16', until: null, alongside: true }))
      await run(story)
      expect(await found(story, 'post-changed-hands')).toMatchObject([{ subjectEntity: 'post', subjectId: postId, departmentId: approvals, object: '行政审批股 · 受理岗', reason: { points: 1 } }])
      const { rows } = await story.as(officer).adjustments.tasks({ filter: { works: ['recheck'] } })
      await story.as(officer).adjustments.settle({ ids: rows.map(({ id }) => id), state: 'done' })
      expect((await run(story)).cleared).toBe(1)
    })
  })

  it('a department that lowered many of its points, by number and by share', async () => {
    await withStory(async (story) => {
      const { register } = story.sample
      const ids = [await story.point('high'), await story.point('high'), await story.point('high')]
      const lower = (count: number) => register.change(async (change) => {
        for (const id of ids.slice(0, count)) {
          const row = await change.db.selectFrom('grading').selectAll().where('risk_point_id', '=', id).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
          const { number: _number, ...rest } = row
          const gradingId = change.newId()
          await change.db.insertInto('grading').values({ ...rest, id: gradingId, direction: 'lowered', final_grade: 'low', final_rank: 1, graded_on: change.today, graded_at: change.at }).execute()
          await change.record({ action: 'grading.declared', entity: 'grading', entityId: gradingId, after: {}, seals: [{ table: 'grading', key: gradingId }] })
        }
      })
      await lower(2)
      await run(story)
      expect(await found(story, 'many-lowerings')).toEqual([])
      await lower(3)
      await run(story)
      expect(await words(story, 'many-lowerings')).toEqual(['近 90 天有 3 个风险点降级，占本科室 4 个风险点的 75%。'])
    })
  })
})

describe('the daily round itself', () => {
  it('is open to inspection and leaders, not to writers', async () => {
    await withStory(async (story) => {
      await expect(finished(story.as(officer).warnings.run())).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    })
  })
})
