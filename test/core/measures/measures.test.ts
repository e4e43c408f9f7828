import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeasurePatch } from '#shared/contract/measures.ts'
import { linkMeasure, unlinkMeasure } from '#core/measures/measure-records.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { auditOf, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())

const get = (id = sample.measure) => measuresHandlers.get({ id }, sample.register.call)
const save = async (patch: MeasurePatch, id = sample.measure) =>
  measuresHandlers.save({ items: [{ id, revision: (await get(id)).revision, patch }] }, sample.register.call)
const newPoint = async (manifestation: string) => (await risksHandlers.create({ powerId: sample.licence, manifestation }, sample.register.call)).id

describe('a control measure', () => {
  it('becomes dated by its day, and done by the day it was done', async () => {
    await save({ dueOn: '2026-12-31' })
    expect(await get()).toMatchObject({ term: 'dated', dueOn: '2026-12-31', overdue: false })
    await save({ progress: 'done' })
    expect(await get()).toMatchObject({ progress: 'done', doneOn: '2026-06-15' })
    await save({ doneOn: null })
    expect(await get()).toMatchObject({ progress: 'in-force', doneOn: null })
    await save({ doneOn: '2026-05-01' })
    expect(await get()).toMatchObject({ progress: 'done', doneOn: '2026-05-01' })
    await save({ progress: 'planned' })
    expect(await get()).toMatchObject({ progress: 'planned', doneOn: null })
    await save({ term: 'long-term' })
    expect(await get()).toMatchObject({ term: 'long-term', dueOn: null })
  })

  it('refuses a dated term without a day and a day without a dated term', async () => {
    await expect(save({ term: 'dated' })).rejects.toMatchObject({ code: 'measure.day-missing', field: 'dueOn' })
    await expect(save({ term: 'long-term', dueOn: '2026-01-01' })).rejects.toMatchObject({ code: 'measure.day-unneeded' })
  })

  it('is overdue the day after its day, unless it is done', async () => {
    await save({ dueOn: '2026-06-15' })
    expect((await get()).overdue).toBe(false)
    sample.register.clock.pass(24 * 3600_000)
    expect((await get()).overdue).toBe(true)
    const overdue = async (yes: boolean) => (await measuresHandlers.list({ offset: 0, limit: 50, filter: { overdue: yes } }, sample.register.call)).total
    expect([await overdue(true), await overdue(false)]).toEqual([1, 0])
    await save({ progress: 'done' })
    expect([await overdue(true), await overdue(false)]).toEqual([0, 1])
  })

  it('takes undoing of its term and progress whole', async () => {
    const [saved] = await save({ dueOn: '2026-12-31', progress: 'done' })
    await save(saved?.before ?? {})
    expect(await get()).toMatchObject({ term: 'none', dueOn: null, progress: 'in-force', doneOn: null })
  })

  it('serves the set of risk points it is given, and each point tells of it', async () => {
    const [second, third] = [await newPoint('二'), await newPoint('三')]
    const [saved] = await save({ riskPointIds: [third, second, second] })
    expect(saved?.before).toEqual({ riskPointIds: [sample.point] })
    expect((await get()).riskPoints.map(({ manifestation }) => manifestation)).toEqual(['二', '三'])
    expect(auditOf(sample.register, second).at(-1)).toMatchObject({ action: 'risk-point.link', after: { measureId: sample.measure, position: 0, basis: 'stated' } })
    expect(auditOf(sample.register, sample.point).at(-1)).toMatchObject({ action: 'risk-point.unlink', before: { measureId: sample.measure } })
    await save(saved?.before ?? {})
    expect((await get()).riskPoints.map(({ id }) => id)).toEqual([sample.point])
  })

  it('refuses points that are not there', async () => {
    const point = await newPoint('旧')
    await risksHandlers.withdraw({ ids: [point] }, sample.register.call)
    await expect(save({ riskPointIds: [sample.point, point] })).rejects.toMatchObject({ code: 'risk.unknown' })
    await expect(measuresHandlers.create({ content: '新', riskPointIds: [point] }, sample.register.call)).rejects.toMatchObject({ code: 'risk.unknown' })
  })

  it('is linked once and unlinked once', async () => {
    const point = await newPoint('新')
    const link = { riskPointId: point, measureId: sample.measure, position: 4, basis: 'shared' } as const
    expect(await sample.register.change(async (change) => [await linkMeasure(change, link), await linkMeasure(change, link)])).toEqual([true, false])
    expect(await get()).toMatchObject({ revision: 2, riskCount: 2 })
    expect(await sample.register.change(async (change) => [await unlinkMeasure(change, link), await unlinkMeasure(change, link)])).toEqual([true, false])
    expect(auditOf(sample.register, point).at(-1)).toMatchObject({ action: 'risk-point.unlink', before: { measureId: sample.measure, position: 4, basis: 'shared' } })
  })

  it('no longer covers its points once withdrawn, until it is reinstated', async () => {
    const uncovered = async () => (await risksHandlers.list({ offset: 0, limit: 50, filter: { hasMeasure: false } }, sample.register.call)).total
    expect(await uncovered()).toBe(0)
    await measuresHandlers.withdraw({ ids: [sample.measure] }, sample.register.call)
    expect(await uncovered()).toBe(1)
    expect((await risksHandlers.get({ id: sample.point }, sample.register.call)).controlMeasures).toEqual([])
    await measuresHandlers.reinstate({ ids: [sample.measure] }, sample.register.call)
    expect(await uncovered()).toBe(0)
  })

  it('refuses a stale save and says how it stands now, its points included', async () => {
    await save({ owner: '股长' })
    const stale = measuresHandlers.save({ items: [{ id: sample.measure, revision: 1, patch: { owner: '别人' } }] }, sample.register.call)
    await expect(stale).rejects.toMatchObject({ name: 'StaleRecord', current: { owner: '股长', revision: 2, riskPointIds: [sample.point] } })
  })
})
