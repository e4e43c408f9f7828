import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RiskPatch } from '#shared/contract/risks.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { auditOf, declareGrade, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())

const get = (id: string) => risksHandlers.get({ id }, sample.register.call)
const save = async (id: string, patch: RiskPatch, revision?: number) =>
  risksHandlers.save({ items: [{ id, revision: revision ?? (await get(id)).revision, patch }] }, sample.register.call)
const stepsOf = async (id: string) => (await powersHandlers.get({ id }, sample.register.call)).steps

describe('a risk point', () => {
  it('belongs to the department of its power where none is given', async () => {
    expect(await get(sample.point)).toMatchObject({ departmentId: sample.approvals, powerName: '取水许可审批', powerTypeCode: 'licence', measures: ['受理条件上墙公示'] })
    const { id } = await risksHandlers.create({ powerId: sample.licence, manifestation: '别处', departmentId: sample.works }, sample.register.call)
    expect((await get(id)).departmentId).toBe(sample.works)
  })

  it('shows its gradings, the newest first, and its measures', async () => {
    await declareGrade(sample.register, sample.point, { code: 'low', rank: 1 })
    await declareGrade(sample.register, sample.point, { code: 'high', rank: 3 }, { likelihood: 6, consequence: 40 })
    const detail = await get(sample.point)
    expect(detail).toMatchObject({ gradeCode: 'high', gradingStage: 'declared', likelihood: 6, consequence: 40 })
    expect(detail.gradings.map(({ finalGrade, factors, methodCode }) => ({ finalGrade, factors, methodCode }))).toEqual([
      { finalGrade: 'high', factors: { likelihood: 6, consequence: 40 }, methodCode: 'choice' },
      { finalGrade: 'low', factors: {}, methodCode: 'choice' },
    ])
    expect(detail.controlMeasures).toMatchObject([{ id: sample.measure, riskCount: 1 }])
  })

  it('refuses a stale save and says how it stands now', async () => {
    await save(sample.point, { title: '受理' })
    await expect(save(sample.point, { title: '别的' }, 1)).rejects.toMatchObject({ name: 'StaleRecord', current: { title: '受理', revision: 2 } })
  })

  it('records exactly what changed and is undone by it', async () => {
    const [saved] = await save(sample.point, { title: '受理关', manifestation: '拖延受理', pastCase: true })
    expect(saved?.before).toEqual({ title: null, manifestation: '受理时对不符合条件的申请予以受理', pastCase: false })
    expect(auditOf(sample.register, sample.point).at(-1)).toMatchObject({ action: 'risk-point.change', after: { title: '受理关', manifestation: '拖延受理', pastCase: true } })
    await save(sample.point, saved?.before ?? {})
    expect(await get(sample.point)).toMatchObject({ title: null, manifestation: '受理时对不符合条件的申请予以受理', pastCase: false, revision: 3 })
  })

  it('leaves its step behind when it moves to another power, and gets it back by undoing', async () => {
    const [step] = await stepsOf(sample.licence)
    await save(sample.point, { stepId: step?.id ?? null })
    const [moved] = await save(sample.point, { powerId: sample.tender })
    expect(await get(sample.point)).toMatchObject({ powerId: sample.tender, stepId: null })
    await save(sample.point, moved?.before ?? {})
    expect(await get(sample.point)).toMatchObject({ powerId: sample.licence, stepId: step?.id, stepName: '受理' })
  })

  it('stands only on a step of its own power and on a power in force', async () => {
    const [step] = await stepsOf(sample.licence)
    await expect(risksHandlers.create({ powerId: sample.tender, manifestation: '串标', stepId: step?.id }, sample.register.call)).rejects.toMatchObject({ code: 'step.of-another-power' })
    await powersHandlers.withdraw({ ids: [sample.tender] }, sample.register.call)
    await expect(risksHandlers.create({ powerId: sample.tender, manifestation: '串标' }, sample.register.call)).rejects.toMatchObject({ code: 'power.unknown', field: 'powerId' })
    await expect(save(sample.point, { categoryCode: 'nonsense' })).rejects.toMatchObject({ code: 'vocabulary.unknown' })
  })

  it('leaves the post behind when it moves to another department', async () => {
    await save(sample.point, { postId: sample.approvalPost })
    const [moved] = await save(sample.point, { departmentId: sample.works })
    expect(moved?.before).toEqual({ departmentId: sample.approvals, postId: sample.approvalPost })
    expect(await get(sample.point)).toMatchObject({ departmentName: '建设管理股', postId: null })
  })

  it('is confirmed once', async () => {
    await sample.register.change((change) => changeRiskPoint(change, { id: sample.point, patch: { confirmCode: 'grade.split' } }))
    expect((await get(sample.point)).confirmCode).toBe('grade.split')
    expect(await risksHandlers.confirm({ ids: [sample.point, sample.point] }, sample.register.call)).toEqual({ confirmed: 1 })
    expect(await risksHandlers.confirm({ ids: [sample.point] }, sample.register.call)).toEqual({ confirmed: 0 })
    expect(auditOf(sample.register, sample.point).at(-1)).toMatchObject({ before: { confirmCode: 'grade.split' }, after: { confirmCode: null } })
  })

  it('no longer counts for its measure and its power once withdrawn, until it is reinstated', async () => {
    const counts = async () => [(await measuresHandlers.get({ id: sample.measure }, sample.register.call)).riskCount, (await powersHandlers.get({ id: sample.licence }, sample.register.call)).riskCount]
    expect(await counts()).toEqual([1, 1])
    await risksHandlers.withdraw({ ids: [sample.point] }, sample.register.call)
    expect(await counts()).toEqual([0, 0])
    expect((await risksHandlers.list({ offset: 0, limit: 50, filter: { text: '受理' } }, sample.register.call)).total).toBe(0)
    await risksHandlers.reinstate({ ids: [sample.point] }, sample.register.call)
    expect(await counts()).toEqual([1, 1])
    expect((await risksHandlers.list({ offset: 0, limit: 50, filter: { text: '受理' } }, sample.register.call)).total).toBe(1)
  })

  it('cannot come back before its power does', async () => {
    await risksHandlers.withdraw({ ids: [sample.point] }, sample.register.call)
    await powersHandlers.withdraw({ ids: [sample.licence] }, sample.register.call)
    await expect(risksHandlers.reinstate({ ids: [sample.point] }, sample.register.call)).rejects.toMatchObject({ code: 'risk.power-withdrawn' })
  })
})
