import { expect, test } from 'vitest'
import { figureOf, rowsBehind } from '#core/assessment/indicators/figures.ts'
import { readMoment } from '#core/assessment/indicators/moment.ts'
import type { IndicatorCode } from '#shared/model/assessment/indicators.ts'
import { passDays } from '../publicity/publicity-story.ts'
import { names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'
import { direct, handle, issue, raised, run } from '../warnings/warnings-story.ts'

const { officer, leader, inspector } = names

/** The figure as it stands, and the names of the records that do not count. */
async function told({ sample: { register: { core }, approvals } }: Story, code: IndicatorCode) {
  const order = { departmentId: approvals, moment: await readMoment(core, 2026) }
  const { counts, all } = await figureOf(core.database.read, code, order)
  const { rows } = await rowsBehind(core.database.read, code, { ...order, counts: false, offset: 0, limit: 10 })
  return { counts, all, entities: [...new Set(rows.map(({ entity }) => entity))] }
}

test('a sheet counts as settled and not escalated until the department lets a term pass; then it does neither, for good', async () => {
  await withStory(async (story) => {
    const [prompt, late] = [await raised(story), await raised(story)]
    expect(await told(story, 'warnings-settled')).toEqual({ counts: 0, all: 0, entities: [] })
    for (const id of [prompt, late]) await issue(story, id)
    await handle(story, prompt, 'receive')
    expect(await told(story, 'warnings-settled')).toEqual({ counts: 2, all: 2, entities: [] })
    passDays(story, 4)
    // Not received within three working days: overdue even before the daily run has seen it, and risen after.
    expect(await told(story, 'warnings-settled')).toEqual({ counts: 1, all: 2, entities: ['warning'] })
    expect(await told(story, 'warnings-not-escalated')).toEqual({ counts: 2, all: 2, entities: [] })
    await run(story)
    await handle(story, late, 'receive')
    expect(await told(story, 'warnings-settled')).toEqual({ counts: 1, all: 2, entities: ['warning'] })
    expect(await told(story, 'warnings-not-escalated')).toEqual({ counts: 1, all: 2, entities: ['warning'] })
    await direct(story, prompt, 'escalate')
    expect(await told(story, 'warnings-not-escalated')).toMatchObject({ counts: 0, all: 2 })
  })
})

test('what a leader leaves unapproved is not the department’s delay', async () => {
  await withStory(async (story) => {
    const id = await raised(story, 'red')
    await issue(story, id)
    passDays(story, 7)
    expect(await told(story, 'warnings-settled')).toMatchObject({ counts: 1, all: 1 })
    await run(story)
    await direct(story, id, 'approve', leader)
    await handle(story, id, 'receive')
    expect(await told(story, 'warnings-settled')).toMatchObject({ counts: 1, all: 1 })
  })
})

test('a problem counts once it was mended by its day and somebody else closed it', async () => {
  await withStory(async (story) => {
    const { as, sample: { approvals } } = story
    const open = (problem: string) => as(inspector).rectification.open({ problem, source: 'audit', foundOn: '2026-06-10', dueOn: '2026-06-16', departmentId: approvals })
    const mend = async ({ id, revision }: { id: string; revision: number }) => {
      const file = await as(officer).attachments.add({ entity: 'rectification', entityId: id, file: new File(['记录'], '记录.pdf', { type: 'application/pdf' }) })
      return as(officer).rectification.rectify({ id, revision, text: '已补齐', evidence: [file.id] })
    }
    const [inTime, waiting, late] = [await open('记录不全'), await open('未公示'), await open('超期未办')]
    const [first, second] = [await mend(inTime), await mend(waiting)]
    expect(await told(story, 'rectified-in-time')).toEqual({ counts: 0, all: 0, entities: [] })
    passDays(story, 3)
    expect(await told(story, 'rectified-in-time')).toEqual({ counts: 0, all: 1, entities: ['rectification'] })
    const third = await mend(late)
    for (const { id, revision } of [first, third]) await as(leader).rectification.close({ id, revision, text: '已核实' })
    expect(await told(story, 'rectified-in-time')).toEqual({ counts: 1, all: 2, entities: ['rectification'] })
    await as(leader).rectification.return({ id: second.id, revision: second.revision, text: '未见公示页' })
    expect(await told(story, 'rectified-in-time')).toMatchObject({ counts: 1, all: 3 })
  })
})

test('a measure counts as carried out with evidence, and as on time, by the executions that stand', async () => {
  await withStory(async (story) => {
    const { as, sample: { measure: id } } = story
    const { measures } = as(officer)
    const revision = async () => (await measures.get({ id })).revision
    const evidence = [new File(['照片'], '照片.jpg', { type: 'image/jpeg' })]
    await measures.save({ items: [{ id, revision: await revision(), patch: { dueOn: '2026-06-12', frequency: 'weekly', departmentId: story.sample.approvals } }] })
    const { executionId } = await measures.execute({ id, revision: await revision(), doneOn: '2026-06-15', note: '', evidence })
    expect(await told(story, 'measures-evidenced')).toMatchObject({ counts: 1, all: 1 })
    expect(await told(story, 'measures-on-time')).toMatchObject({ counts: 0, all: 1 })
    await measures.withdrawExecution({ id, executionId, reason: '日期记错' })
    expect(await told(story, 'measures-evidenced')).toEqual({ counts: 0, all: 1, entities: ['control-measure'] })
    await measures.execute({ id, revision: await revision(), doneOn: '2026-06-12', note: '', evidence })
    expect(await told(story, 'measures-evidenced')).toMatchObject({ counts: 1, all: 1 })
    expect(await told(story, 'measures-on-time')).toMatchObject({ counts: 1, all: 1 })
  })
})
