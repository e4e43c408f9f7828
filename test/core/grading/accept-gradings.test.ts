import { expect, test } from 'vitest'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import type { AcceptOrder } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { aPoint, aPower, finish, itemFor, pointOf, refusalOf, stopAfter, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

const accept = async (register: TestRegister, order: Partial<AcceptOrder>) =>
  (await finish(acceptGradings(register.core, officer, { reason: '', ...order }))).result

const gradingsOf = (register: TestRegister, id: string) =>
  register.database.read.selectFrom('grading').selectAll().where('risk_point_id', '=', id).orderBy('number').execute()

/** Points graded high, in force; the last ones ungraded, to be confirmed and withdrawn. */
async function somePoints(register: TestRegister, graded: number) {
  const powerId = await aPower(register)
  const ids: string[] = []
  for (let n = 0; n < graded; n++) ids.push(await aPoint(register, { powerId }))
  const items = await Promise.all(ids.map((id) => itemFor(register, id, { likelihood: 6, consequence: 40 })))
  await register.change((change) => gradePoints(change, { items, reason: '首次评定' }))
  return { powerId, ids }
}

test('an accepted grading repeats the declared one and stands beside it', async () => {
  await withGradedRegister(async (register) => {
    const { ids: [id = ''] } = await somePoints(register, 1)
    register.clock.pass(86_400_000)
    expect(await accept(register, { ids: [id] })).toEqual({ accepted: 1, alreadyAccepted: 0, ungraded: 0, toConfirm: 0, inReview: 0 })
    const [declared, accepted] = await gradingsOf(register, id)
    expect(declared?.stage).toBe('declared')
    expect(accepted).toEqual({ ...declared, number: 2, id: accepted?.id, stage: 'accepted', graded_at: '2026-06-16T02:00:00.000Z', graded_on: '2026-06-16' })
    expect(await pointOf(register, id)).toMatchObject({ grading_id: accepted?.id, grading_stage: 'accepted', grade_code: 'high', likelihood: 6, consequence: 40 })
    const actions = await register.database.read.selectFrom('audit_entry').select('action').where('entity_id', '=', id).where('entity', '=', 'grading').orderBy('number').execute()
    expect(actions.map(({ action }) => action)).toEqual(['grading.declare', 'grading.accept'])
  })
})

test('a reason given at acceptance is the reason of the accepted grading only', async () => {
  await withGradedRegister(async (register) => {
    const { ids: [id = ''] } = await somePoints(register, 1)
    await accept(register, { ids: [id], reason: '领导小组会议审定' })
    expect((await gradingsOf(register, id)).map((grading) => grading.reason)).toEqual(['首次评定', '领导小组会议审定'])
  })
})

test('points without a grade or with an open question are left out and counted; accepting again changes nothing', async () => {
  await withGradedRegister(async (register) => {
    const { powerId, ids } = await somePoints(register, 3)
    await aPoint(register, { powerId })
    await register.change(async (change) => {
      await change.db.updateTable('risk_point').set({ confirm_code: 'grade.split' }).where('id', '=', ids[0] ?? '').execute()
      await change.db.updateTable('risk_point').set({ state: 'withdrawn' }).where('id', '=', ids[1] ?? '').execute()
      await change.record({ action: 'risk-point.change', entity: 'risk-point', entityId: ids[0] ?? '' })
    })
    expect(await accept(register, { all: true })).toEqual({ accepted: 1, alreadyAccepted: 0, ungraded: 1, toConfirm: 1, inReview: 0 })
    const before = await register.database.read.selectFrom('audit_entry').select('number').execute()
    expect(await accept(register, { all: true })).toEqual({ accepted: 0, alreadyAccepted: 1, ungraded: 1, toConfirm: 1, inReview: 0 })
    expect(await register.database.read.selectFrom('audit_entry').select('number').execute()).toEqual(before)
    expect((await pointOf(register, ids[1] ?? '')).grading_stage).toBe('declared')
  })
})

test('a new declared grade of an accepted point can be accepted again', async () => {
  await withGradedRegister(async (register) => {
    const { ids: [id = ''] } = await somePoints(register, 1)
    await accept(register, { all: true })
    const items = [await itemFor(register, id, { likelihood: 10, consequence: 100 })]
    await register.change((change) => gradePoints(change, { items, reason: '' }))
    expect((await pointOf(register, id)).grading_stage).toBe('declared')
    expect((await accept(register, { all: true })).accepted).toBe(1)
    expect((await gradingsOf(register, id)).map((grading) => grading.stage)).toEqual(['declared', 'accepted', 'declared', 'accepted'])
  })
})

test('the whole register is accepted chunk by chunk with progress; stopping leaves whole chunks, and going on completes them', async () => {
  await withGradedRegister(async (register) => {
    await somePoints(register, 601)
    await stopAfter(acceptGradings(register.core, officer, { all: true, reason: '' }), 2)
    const accepted = async () => (await register.database.read.selectFrom('risk_point').select('id').where('grading_stage', '=', 'accepted').execute()).length
    expect(await accepted()).toBe(200)
    const { told, result } = await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
    expect(result).toEqual({ accepted: 401, alreadyAccepted: 200, ungraded: 0, toConfirm: 0, inReview: 0 })
    expect(told.map(({ done }) => done)).toEqual([0, 200, 400, 600, 601])
    expect(told.every(({ total }) => total === 601)).toBe(true)
    expect(await accepted()).toBe(601)
  })
})

test('naming nothing, or a point that is not there, is refused', async () => {
  await withGradedRegister(async (register) => {
    expect((await refusalOf(accept(register, {}))).code).toBe('grading.accept-nothing')
    expect((await refusalOf(accept(register, { ids: [register.clock.newId()] }))).code).toBe('record.missing')
  })
})
