import { describe, expect, it } from 'vitest'
import { names, one, outcome, pass, withStory } from '../review/review-story.ts'
import { passDays, toPublicity } from './publicity-story.ts'

const { inspector, officer, chief } = names

describe('the account of a month', () => {
  it('holds what was determined in it, by what it changed, and the powers that changed', async () => {
    await withStory(async (story) => {
      const office = story.as(inspector)
      const [id, gone] = [await story.point('low'), await story.point('low')]
      for (const point of [id, gone]) await toPublicity(story, point)
      const june = await office.changeSheets.month({ month: '2026-06' })
      expect(june.entries.map(({ kind, gradeBefore, gradeAfter }) => [kind, gradeBefore, gradeAfter])).toEqual([['new', null, 'low'], ['new', null, 'low']])
      expect(june.powers.map(({ kind, powerName }) => [kind, powerName])).toEqual([['new', '取水许可审批'], ['new', '工程招标']])
      await expect(office.changeSheets.make({ month: '2026-06' })).rejects.toMatchObject({ data: { code: 'change-sheet.month-open' } })

      passDays(story, 20)
      // In force, raised in July, and the other one cancelled.
      await inForce(story, [id, gone])
      await outcome(story.as(officer).review.reopen({ selection: one(id), kind: 'raise', reason: '新增审批权限' }))
      const { revision } = await story.as(officer).risks.get({ id })
      await story.as(officer).grading.grade({ items: [{ riskPointId: id, revision, factors: { likelihood: 6, consequence: 40 } }], reason: '' })
      await toPublicity(story, id)
      await outcome(office.review.reopen({ selection: one(gone), kind: 'cancel', reason: '职权下放' }))
      for (const name of [names.other, names.head, inspector, chief]) await pass(story.as(name), gone)
      const { revision: power } = await story.as(officer).powers.get({ id: story.sample.licence })
      await story.as(officer).powers.save({ items: [{ id: story.sample.licence, revision: power, patch: { benchmarkNo: '闽水〔2026〕3号' } }] })
      const july = await office.changeSheets.month({ month: '2026-07' })
      expect(july.entries.map(({ kind, gradeBefore, gradeAfter }) => [kind, gradeBefore, gradeAfter]).toSorted()).toEqual([['cancelled', 'low', null], ['raised', 'low', 'high']])
      expect(july.powers).toMatchObject([{ kind: 'changed', fields: ['benchmarkNo'] }])
    })
  })

  it('is due on the first working day of the next month, and once made stays as it was reported', async () => {
    await withStory(async (story) => {
      const office = story.as(inspector)
      await toPublicity(story, await story.point('low'))
      expect(await office.changeSheets.months({ year: 2026 })).toMatchObject([{ month: '2026-06', dueOn: '2026-07-01', changes: 3, madeOn: null, overdue: false, over: false }])
      passDays(story, 17)
      const late = await office.changeSheets.months({ year: 2026 })
      expect(late.map(({ month, overdue, over }) => [month, overdue, over])).toEqual([['2026-07', false, false], ['2026-06', true, true]])
      await expect(story.as(officer).changeSheets.make({ month: '2026-06' })).rejects.toMatchObject({ data: { code: 'permission.missing' } })
      expect(await office.changeSheets.make({ month: '2026-06' })).toMatchObject({ changes: 3 })
      const { revision } = await story.as(officer).powers.get({ id: story.sample.tender }).catch(() => ({ revision: 0 }))
      expect(revision).toBeGreaterThan(0)
      expect((await office.changeSheets.months({ year: 2026 }))[1]).toMatchObject({ month: '2026-06', changes: 3, madeOn: '2026-07-02', madeBy: inspector, overdue: false })
      expect(await office.changeSheets.month({ month: '2026-06' })).toMatchObject({ made: true, totals: { entries: 1, powers: 2 } })
    })
  })
})

/** Past publicity and filing, as the office brings them there. */
async function inForce(story: Parameters<Parameters<typeof withStory>[0]>[0], ids: readonly string[]): Promise<void> {
  const { advanceEntry } = await import('#core/review/advance.ts')
  const { readEntries } = await import('#core/review/entries.ts')
  const { settingFor } = await import('#core/review/setting.ts')
  for (const action of ['publish', 'file'] as const) {
    await story.sample.register.change(async (change) => {
      const entries = await readEntries(change.db, ids)
      const setting = await settingFor(change, entries)
      for (const entry of entries) await advanceEntry(change, action, { entry, setting, role: 'inspector', reason: '', evidence: [] })
    })
  }
}
