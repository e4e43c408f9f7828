import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { historyHandlers } from '#core/history/router.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())

const save = (revision: number, patch: object) => risksHandlers.save({ items: [{ id: sample.point, revision, patch }] }, sample.register.call)
const ofPoint = (more: object = {}) => historyHandlers.ofRecord({ entityId: sample.point, limit: 50, ...more }, sample.register.call)

describe('the history of a record', () => {
  it('tells who changed what from what to what, the newest first, with names for ids', async () => {
    await save(1, { powerId: sample.tender, departmentId: sample.works, postId: sample.worksPost })
    const { entries, names, more } = await ofPoint()
    expect(more).toBe(false)
    expect(entries.map(({ action }) => action)).toEqual(['risk-point.change', 'risk-point.link', 'risk-point.create'])
    expect(entries[0]).toMatchObject({
      actorKind: 'person', actor: '测试员', at: '2026-06-15T02:00:00.000Z', entity: 'risk-point', batchId: null,
      before: { powerId: sample.licence, departmentId: sample.approvals, postId: null }, after: { powerId: sample.tender, departmentId: sample.works, postId: sample.worksPost },
    })
    expect(names).toMatchObject({
      [sample.licence]: '取水许可审批', [sample.tender]: '工程招标', [sample.approvals]: '行政审批股', [sample.works]: '建设管理股', [sample.worksPost]: '招标岗', [sample.measure]: '受理条件上墙公示',
    })
  })

  it('comes by pages that continue where the last one ended', async () => {
    for (let revision = 1; revision <= 7; revision++) await save(revision, { title: `第${revision}次` })
    const seen: unknown[] = []
    let beforeNumber: number | undefined
    let more = true
    while (more) {
      const page = await ofPoint({ limit: 4, ...(beforeNumber === undefined ? {} : { beforeNumber }) })
      expect(page.entries.length).toBeLessThanOrEqual(4)
      seen.push(...page.entries.map(({ number }) => number))
      beforeNumber = page.entries.at(-1)?.number
      more = page.more
    }
    expect(seen).toEqual((await ofPoint()).entries.map(({ number }) => number))
    expect(seen).toHaveLength(9)
  })

  it('of everything names what was touched, long texts shortened', async () => {
    const { id } = await measuresHandlers.create({ content: '长'.repeat(100) }, sample.register.call)
    const { entries, names } = await historyHandlers.recent({ limit: 3 }, sample.register.call)
    expect(entries[0]).toMatchObject({ action: 'control-measure.create', entityId: id })
    expect(names[id]).toBe(`${'长'.repeat(60)}…`)
    expect(entries).toHaveLength(3)
  })
})
