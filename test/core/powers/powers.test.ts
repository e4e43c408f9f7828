import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { powersHandlers } from '#core/powers/router.ts'
import { addStep, changePower } from '#core/powers/power-records.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { auditOf, openSample, rowOf } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

let sample: Sample
beforeEach(async () => { sample = await openSample() })
afterEach(() => sample.register.close())

const get = (id: string) => powersHandlers.get({ id }, sample.register.call)
const save = async (id: string, patch: Parameters<typeof changePower>[1]['patch'], revision?: number) =>
  powersHandlers.save({ items: [{ id, revision: revision ?? (await get(id)).revision, patch }] }, sample.register.call)

describe('a power', () => {
  it('is shown with its bases, steps, risk points and measures', async () => {
    const detail = await get(sample.licence)
    expect(detail).toMatchObject({
      name: '取水许可审批', code: '0100001', departmentName: '行政审批股', postName: '审批岗', riskCount: 1, stepCount: 2, discretion: 'unknown',
      legalBases: ['《中华人民共和国水法》第七条', '《取水许可和水资源费征收管理条例》'], threeMajors: false,
    })
    expect(detail.steps.map(({ name, riskCount }) => [name, riskCount])).toEqual([['受理', 0], ['审查', 0]])
    expect(detail.riskPoints.map(({ id }) => id)).toEqual([sample.point])
    expect(detail.measures).toMatchObject([{ id: sample.measure, riskPointIds: [sample.point] }])
  })

  it('is entered with an audit entry that holds what was given', async () => {
    const { id } = await powersHandlers.create({ name: '行政处罚', remarks: '' }, sample.register.call)
    expect(auditOf(sample.register, id)).toEqual([{ action: 'power.create', entity: 'power', actor: '测试员', before: null, after: { name: '行政处罚' } }])
  })

  it('keeps an empty text as a gap', async () => {
    await save(sample.licence, { code: '' })
    expect((await get(sample.licence)).code).toBeNull()
  })

  it('records exactly the fields that changed, with what they were', async () => {
    const [saved] = await save(sample.licence, { name: '取水许可审批', code: '0100002', threeMajors: true })
    expect(saved).toMatchObject({ id: sample.licence, revision: 2, before: { code: '0100001', threeMajors: false } })
    expect(auditOf(sample.register, sample.licence).at(-1)).toMatchObject({
      action: 'power.change', before: { code: '0100001', threeMajors: false }, after: { code: '0100002', threeMajors: true },
    })
  })

  it('writes nothing when nothing changes', async () => {
    const before = rowOf(sample.register, 'power', sample.licence)
    const entries = auditOf(sample.register, sample.licence).length
    const [saved] = await save(sample.licence, { name: '取水许可审批', legalBases: (await get(sample.licence)).legalBases })
    expect(saved).toMatchObject({ revision: 1, before: {} })
    expect(rowOf(sample.register, 'power', sample.licence)).toEqual(before)
    expect(auditOf(sample.register, sample.licence)).toHaveLength(entries)
  })

  it('refuses a stale save and says how it stands now', async () => {
    await save(sample.licence, { name: '取水许可' })
    await expect(save(sample.licence, { name: '别的' }, 1)).rejects.toMatchObject({ name: 'StaleRecord', id: sample.licence, current: { name: '取水许可', revision: 2, legalBases: expect.any(Array) } })
    expect((await get(sample.licence)).name).toBe('取水许可')
  })

  it('saves several records together or none', async () => {
    const items = [{ id: sample.tender, revision: 1, patch: { remarks: '一' } }, { id: sample.licence, revision: 7, patch: { remarks: '二' } }]
    await expect(powersHandlers.save({ items }, sample.register.call)).rejects.toMatchObject({ name: 'StaleRecord' })
    expect((await get(sample.tender)).remarks).toBeNull()
  })

  it('is undone by saving what was before, steps and bases included', async () => {
    const was = await get(sample.licence)
    const [saved] = await save(sample.licence, { name: '甲', departmentId: sample.works, legalBases: ['新依据'], steps: [{ name: '决定' }], pastCase: true })
    expect((await get(sample.licence)).postId).toBeNull()
    await save(sample.licence, saved?.before ?? {})
    const { revision: _r, updatedAt: _u, ...now } = await get(sample.licence)
    const { revision: _r2, updatedAt: _u2, ...then } = was
    expect(now).toEqual(then)
  })

  it('keeps a code for one power in force', async () => {
    await expect(powersHandlers.create({ name: '另一项', code: '0100001' }, sample.register.call)).rejects.toMatchObject({ code: 'power.code-taken', params: { name: '取水许可审批' } })
    await expect(save(sample.tender, { code: '0100001' })).rejects.toMatchObject({ code: 'power.code-taken', field: 'code' })
    await save(sample.licence, { code: '0100001', remarks: '同一编码' })
  })

  it('refuses codes, departments and posts that are not there', async () => {
    const unknown = '019ec901-d100-7044-ba35-e36c49276fff'
    await expect(save(sample.tender, { typeCode: 'nonsense' })).rejects.toMatchObject({ code: 'vocabulary.unknown' })
    await expect(save(sample.tender, { departmentId: unknown })).rejects.toMatchObject({ code: 'department.unknown' })
    await expect(save(sample.tender, { postId: unknown })).rejects.toMatchObject({ code: 'post.unknown' })
    await expect(save(sample.tender, { postId: sample.approvalPost })).rejects.toMatchObject({ code: 'post.of-another-department' })
    await expect(get(unknown)).rejects.toMatchObject({ code: 'record.missing' })
    await expect(save(unknown, {}, 1)).rejects.toMatchObject({ code: 'record.missing' })
  })

  it('takes the department of its post where none was set', async () => {
    const { id } = await powersHandlers.create({ name: '新职权', postId: sample.worksPost }, sample.register.call)
    expect(await get(id)).toMatchObject({ departmentId: sample.works, postId: sample.worksPost })
  })

  it('changes its code and name where they are searched, and in its risk points', async () => {
    await save(sample.licence, { name: '用水审批', code: 'X-9' })
    const found = async (filter: object) => (await powersHandlers.list({ offset: 0, limit: 50, filter }, sample.register.call)).rows.map(({ name }) => name)
    expect(await found({ text: 'x-9' })).toEqual(['用水审批'])
    expect(await found({ name: '取水许可审批' })).toEqual([])
    expect(await found({ text: '水资源费' })).toEqual(['用水审批'])
    const points = await risksHandlers.list({ offset: 0, limit: 50, filter: { powerName: '用水' } }, sample.register.call)
    expect(points.rows.map(({ id }) => id)).toEqual([sample.point])
    expect((await risksHandlers.list({ offset: 0, limit: 50, filter: { powerName: '取水' } }, sample.register.call)).total).toBe(0)
  })
})

describe('the steps of a power', () => {
  it('keep their ids when they are renamed and put in another order', async () => {
    const [first, second] = (await get(sample.licence)).steps
    await save(sample.licence, { steps: [{ id: second?.id, name: '实质审查' }, { name: '决定' }, { id: first?.id, name: '受理' }] })
    const { steps } = await get(sample.licence)
    expect(steps.map(({ name }) => name)).toEqual(['实质审查', '决定', '受理'])
    expect([steps[0]?.id, steps[2]?.id]).toEqual([second?.id, first?.id])
  })

  it('cannot lose one that risk points stand on, withdrawn ones included', async () => {
    const [first, second] = (await get(sample.licence)).steps
    await risksHandlers.save({ items: [{ id: sample.point, revision: 1, patch: { stepId: first?.id ?? '' } }] }, sample.register.call)
    await risksHandlers.withdraw({ ids: [sample.point] }, sample.register.call)
    await expect(save(sample.licence, { steps: [{ id: second?.id, name: '审查' }] })).rejects.toMatchObject({ code: 'power.step-in-use', params: { step: '受理', points: 1 } })
  })

  it('cannot take a step from another power, nor name one twice', async () => {
    const [first] = (await get(sample.licence)).steps
    await expect(save(sample.tender, { steps: [{ id: first?.id, name: '受理' }] })).rejects.toMatchObject({ code: 'step.of-another-power' })
    await expect(save(sample.licence, { steps: [{ id: first?.id, name: '受理' }, { id: first?.id, name: '又受理' }] })).rejects.toMatchObject({ code: 'power.step-twice' })
  })

  it('are added once by name', async () => {
    const ids = await sample.register.change(async (change) => [await addStep(change, sample.tender, '开标'), await addStep(change, sample.tender, '评标'), await addStep(change, sample.tender, ' 开 标 ')])
    expect(ids[2]).toBe(ids[0])
    expect((await get(sample.tender)).steps.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })
})

describe('withdrawing a power', () => {
  it('is refused while risk points in force stand on it', async () => {
    await expect(powersHandlers.withdraw({ ids: [sample.licence] }, sample.register.call)).rejects.toMatchObject({ code: 'power.has-risk-points', params: { points: 1 } })
    await risksHandlers.withdraw({ ids: [sample.point] }, sample.register.call)
    expect(await powersHandlers.withdraw({ ids: [sample.licence] }, sample.register.call)).toEqual({ withdrawn: 1 })
  })

  it('takes it out of lists and search, refuses edits, and is taken back by reinstating', async () => {
    const ids = [sample.tender]
    const total = async (filter: object) => (await powersHandlers.list({ offset: 0, limit: 50, filter }, sample.register.call)).total
    expect(await powersHandlers.withdraw({ ids }, sample.register.call)).toEqual({ withdrawn: 1 })
    expect(await powersHandlers.withdraw({ ids }, sample.register.call)).toEqual({ withdrawn: 0 })
    expect([await total({}), await total({ text: '招标' })]).toEqual([1, 0])
    await expect(save(sample.tender, { remarks: '改' })).rejects.toMatchObject({ code: 'record.withdrawn' })
    expect(await powersHandlers.reinstate({ ids }, sample.register.call)).toEqual({ reinstated: 1 })
    expect([await total({}), await total({ text: '招标' })]).toEqual([2, 1])
    expect(auditOf(sample.register, sample.tender).slice(-2)).toMatchObject([
      { action: 'power.withdraw', before: { state: 'in-force' }, after: { state: 'withdrawn' } },
      { action: 'power.reinstate', before: { state: 'withdrawn' }, after: { state: 'in-force' } },
    ])
  })

  it('gives its code free, so that reinstating can be refused', async () => {
    await save(sample.tender, { code: 'T1' })
    await powersHandlers.withdraw({ ids: [sample.tender] }, sample.register.call)
    await powersHandlers.create({ name: '接任者', code: 'T1' }, sample.register.call)
    await expect(powersHandlers.reinstate({ ids: [sample.tender] }, sample.register.call)).rejects.toMatchObject({ code: 'power.code-taken' })
  })
})
