import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared/model/refusal.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import type { GradeOrder } from '#core/grading/grade-points.ts'
import { gradingHandlers } from '#core/grading/router.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { aPoint, aPower, bringInForce, itemFor, pointOf, refusalOf, withGradedRegister } from '#test/core/helpers/graded-register.ts'

const heavy = { likelihood: 6, consequence: 40 }
const middling = { likelihood: 6, consequence: 15 }
const light = { likelihood: 1, consequence: 7 }

const order = (register: TestRegister, items: GradeOrder['items'], more: Partial<GradeOrder> = {}) =>
  register.change((change) => gradePoints(change, { items, reason: '', ...more }))

const gradingsOf = (register: TestRegister, id: string) =>
  register.database.read.selectFrom('grading').selectAll().where('risk_point_id', '=', id).orderBy('number').execute()

describe('grading points by the version in force', () => {
  test('keeps factors, score, computed and final grade, who and when, and brings the copies of the point', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register) })
      const before = await pointOf(register, id)
      register.clock.pass(1000)
      await order(register, [await itemFor(register, id, { ...heavy, colour: 'red' })])
      const [grading] = await gradingsOf(register, id)
      expect(grading).toMatchObject({
        stage: 'declared', score: 240, computed_grade: 'high', overrides: '[]', final_grade: 'high', final_rank: 3, direction: 'same', approver: null, reason: '', source: 'person',
        batch_id: null, graded_by: '测试员', graded_on: '2026-06-15',
      })
      expect(JSON.parse(grading?.factors ?? '')).toEqual(heavy)
      expect(await pointOf(register, id)).toMatchObject({
        grading_id: grading?.id, grade_code: 'high', grade_rank: 3, grading_stage: 'declared', likelihood: 6, consequence: 40, responsible_leader: '主要领导', revision: before.revision + 1, updated_at: grading?.graded_at,
      })
    })
  })

  test('leaves a trace under the point with exactly the fields that changed', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register), responsibleLeader: '王局长' })
      await order(register, [await itemFor(register, id, heavy)], { reason: '首次评定' })
      const { grading_id: gradingId } = await pointOf(register, id)
      const trace = await register.database.read.selectFrom('audit_entry').selectAll().where('entity_id', '=', id).where('entity', '=', 'grading').executeTakeFirstOrThrow()
      expect(trace.action).toBe('grading.declare')
      expect(JSON.parse(trace.before ?? '')).toEqual({ gradingId: null, gradeCode: null, gradingStage: null, likelihood: null, consequence: null })
      expect(JSON.parse(trace.after ?? '')).toEqual({ gradingId, gradeCode: 'high', gradingStage: 'declared', likelihood: 6, consequence: 40, reason: '首次评定' })
    })
  })

  test('the leader follows the grade, unless somebody was named on purpose', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      const [free, named] = [await aPoint(register, { powerId }), await aPoint(register, { powerId, responsibleLeader: '李副局长' })]
      const lower = { reason: '整改后风险下降', approver: '主要领导' }
      for (const [factors, leader] of [[light, '科室负责人'], [middling, '分管领导'], [heavy, '主要领导'], [middling, '分管领导']] as const) {
        for (const id of [free, named]) await order(register, [await itemFor(register, id, factors)], lower)
        expect((await pointOf(register, free)).responsible_leader).toBe(leader)
        expect((await pointOf(register, named)).responsible_leader).toBe('李副局长')
      }
    })
  })

  test('answers the question whether a split grade is right, but not other questions', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      const split = await aPoint(register, { powerId, confirmCode: 'grade.split' })
      const ambiguous = await aPoint(register, { powerId, confirmCode: 'power.ambiguous' })
      await order(register, [await itemFor(register, split, heavy), await itemFor(register, ambiguous, heavy)])
      expect((await pointOf(register, split)).confirm_code).toBeNull()
      expect((await pointOf(register, ambiguous)).confirm_code).toBe('power.ambiguous')
    })
  })

  test('raising by hand takes a reason', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register) })
      const refused = await refusalOf(order(register, [await itemFor(register, id, light, 'high')]))
      expect(refused).toMatchObject({ code: 'grading.reason-missing', field: 'reason' })
      await order(register, [await itemFor(register, id, light, 'high')], { reason: '群众反映强烈' })
      expect((await gradingsOf(register, id))[0]).toMatchObject({ computed_grade: 'low', final_grade: 'high', direction: 'raised', reason: '群众反映强烈', approver: null })
    })
  })

  test('lowering below what the method gave takes a reason and somebody else who approves it', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register) })
      const item = await itemFor(register, id, heavy, 'low')
      expect((await refusalOf(order(register, [item]))).code).toBe('grading.reason-missing')
      expect((await refusalOf(order(register, [item], { reason: '  ' }))).code).toBe('grading.reason-missing')
      expect(await refusalOf(order(register, [item], { reason: '已上收' }))).toMatchObject({ code: 'grading.approver-missing', field: 'approver' })
      expect((await refusalOf(order(register, [item], { reason: '已上收', approver: '测试员' }))).code).toBe('grading.approver-is-self')
      expect(await gradingsOf(register, id)).toEqual([])
      await order(register, [item], { reason: '已上收', approver: '主要领导' })
      expect((await gradingsOf(register, id))[0]).toMatchObject({ computed_grade: 'high', final_grade: 'low', direction: 'lowered', approver: '主要领导', reason: '已上收' })
    })
  })

  test('lowering below the grade that stood takes them too, even where the method itself gives less', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register) })
      await order(register, [await itemFor(register, id, heavy)])
      expect((await refusalOf(order(register, [await itemFor(register, id, light)], { reason: '已整改' }))).code).toBe('grading.approver-missing')
      await order(register, [await itemFor(register, id, light)], { reason: '已整改', approver: '主要领导' })
      expect((await gradingsOf(register, id)).map((grading) => [grading.final_grade, grading.direction])).toEqual([['high', 'same'], ['low', 'same']])
    })
  })

  test('any order either grades all its points or none of them', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      const ids = await Promise.all([1, 2, 3].map(() => aPoint(register, { powerId })))
      const items = await Promise.all(ids.map((id) => itemFor(register, id, heavy)))
      const spoilt = [...items.slice(0, 2), { ...await itemFor(register, ids[2] ?? '', { likelihood: 6 }) }]
      expect(await refusalOf(order(register, spoilt))).toMatchObject({ code: 'grading.factors-missing', params: { factors: 'consequence' } })
      expect((await refusalOf(order(register, [...items.slice(0, 2), { ...await itemFor(register, ids[2] ?? '', { likelihood: 7, consequence: 40 }) }]))).code).toBe('grading.factors-invalid')
      expect(await register.database.read.selectFrom('grading').selectAll().execute()).toEqual([])
      expect(await order(register, items)).toBe(3)
    })
  })

  test('a revision that is out of date grades nothing and tells how the point stands', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      const [first, second] = [await aPoint(register, { powerId }), await aPoint(register, { powerId })]
      const stale = await itemFor(register, second, heavy)
      await order(register, [await itemFor(register, second, middling)])
      const failed = order(register, [await itemFor(register, first, heavy), stale])
      await expect(failed).rejects.toMatchObject({ name: 'StaleRecord', id: second, current: { gradeCode: 'medium' } })
      expect(await gradingsOf(register, first)).toEqual([])
    })
  })

  test('unknown points, withdrawn points and grades of no scale are refused', async () => {
    await withGradedRegister(async (register) => {
      const id = await aPoint(register, { powerId: await aPower(register) })
      const item = await itemFor(register, id, heavy)
      expect((await refusalOf(order(register, [{ ...item, riskPointId: register.clock.newId() }]))).code).toBe('record.missing')
      expect((await refusalOf(order(register, [{ ...item, finalGrade: 'terrible' }], { reason: '说明' }))).code).toBe('grading.unknown-grade')
      await register.change(async (change) => {
        await change.db.updateTable('risk_point').set({ state: 'withdrawn' }).where('id', '=', id).execute()
        await change.record({ action: 'risk-point.withdraw', entity: 'risk-point', entityId: id })
      })
      expect((await refusalOf(order(register, [item]))).code).toBe('record.withdrawn')
    })
  })

  test('there is nothing to grade by before a method was put in force', async () => {
    const register = await openTestRegister()
    try {
      await setUpTestOrganisation(register)
      const id = await aPoint(register, { powerId: await aPower(register) })
      register.database.connection.exec('DROP TRIGGER method_in_force_stays')
      await register.change(async (change) => {
        await change.db.deleteFrom('method_in_force').execute()
        await change.record({ action: 'grading-method.take-back', entity: 'grading-method', entityId: 'x' })
      })
      expect((await refusalOf(order(register, [await itemFor(register, id, heavy)]))).code).toBe('method.none-in-force')
    } finally {
      await register.close()
    }
  })
})

describe('override rules', () => {
  test.each([
    ['a power over people, money or assets', { typeCode: 'internal-finance' }, {}, ['people-money-assets']],
    ['a matter of 三重一大', { threeMajors: true }, {}, ['three-majors']],
    ['a power of the type 三重一大', { typeCode: 'three-majors' }, {}, ['three-majors']],
    ['discretion without a benchmark', { discretion: 'yes' }, {}, ['discretion-without-benchmark']],
    ['a past case of the power', { pastCase: true }, {}, ['past-case']],
    ['a past case at the point', {}, { pastCase: true }, ['past-case']],
  ] as const)('%s raises to the heaviest grade', async (_name, power, point, fired) => {
    await withGradedRegister(async (register) => {
      await bringInForce(register, 'product-with-overrides')
      const id = await aPoint(register, { powerId: await aPower(register, power), ...point })
      const preview = await gradingHandlers.preview({ riskPointId: id, factors: light }, register.call)
      expect(preview).toEqual({ computedGrade: 'low', score: 7, overrides: fired, finalGrade: 'high', missing: [], invalid: [] })
      await order(register, [await itemFor(register, id, light)])
      const [grading] = await gradingsOf(register, id)
      expect(grading).toMatchObject({ computed_grade: 'low', final_grade: 'high', direction: 'same', overrides: JSON.stringify(fired) })
    })
  })

  test.each([
    ['a benchmark on record', { discretion: 'yes', benchmarkNo: '水政法〔2024〕3号' }],
    ['discretion that nobody has said anything about', { discretion: 'unknown' }],
    ['no discretion', { discretion: 'no' }],
  ] as const)('%s raises nothing', async (_name, power) => {
    await withGradedRegister(async (register) => {
      await bringInForce(register, 'product-with-overrides')
      const id = await aPoint(register, { powerId: await aPower(register, power) })
      expect(await gradingHandlers.preview({ riskPointId: id, factors: light }, register.call)).toMatchObject({ overrides: [], finalGrade: 'low' })
    })
  })

  test('lowering below what an override asks for is lowering', async () => {
    await withGradedRegister(async (register) => {
      await bringInForce(register, 'product-with-overrides')
      const id = await aPoint(register, { powerId: await aPower(register, { pastCase: true }) })
      expect((await refusalOf(order(register, [await itemFor(register, id, middling, 'medium')], { reason: '已查结' }))).code).toBe('grading.approver-missing')
    })
  })
})

test('the preview says which factors are missing or not offered, and changes nothing', async () => {
  await withGradedRegister(async (register) => {
    const id = await aPoint(register, { powerId: await aPower(register) })
    const preview = await gradingHandlers.preview({ riskPointId: id, factors: { likelihood: 5 } }, register.call)
    expect(preview).toEqual({ computedGrade: null, score: null, overrides: [], finalGrade: null, missing: ['consequence'], invalid: ['likelihood'] })
    const matrix = await bringInForce(register, 'matrix-3x3')
    await bringInForce(register, 'product')
    expect(await gradingHandlers.preview({ riskPointId: id, factors: { likelihood: 3, consequence: 3 }, versionId: matrix }, register.call)).toMatchObject({ finalGrade: 'high', score: null })
    expect(await register.database.read.selectFrom('grading').selectAll().execute()).toEqual([])
  })
})

test('whatever is graded in whatever order, the point repeats its last grading and no grade fell without an approver', async () => {
  await withGradedRegister(async (register) => {
    const powerId = await aPower(register)
    const step = fc.record({
      likelihood: fc.constantFrom(1, 3, 6, 10),
      consequence: fc.constantFrom(7, 15, 40, 100),
      finalGrade: fc.constantFrom(undefined, 'low', 'medium', 'high'),
      approver: fc.constantFrom(undefined, '主要领导'),
      reason: fc.constantFrom('', '理由'),
    })
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const id = await aPoint(register, { powerId })
      for (const { likelihood, consequence, finalGrade, ...more } of steps) {
        const items = [await itemFor(register, id, { likelihood, consequence }, finalGrade)]
        await order(register, items, more).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error })
      }
      const gradings = await gradingsOf(register, id)
      const last = gradings.at(-1)
      expect(await pointOf(register, id)).toMatchObject({ grading_id: last?.id ?? null, grade_code: last?.final_grade ?? null, grade_rank: last?.final_rank ?? null })
      for (const [index, grading] of gradings.entries()) {
        const stood = gradings[index - 1]?.final_rank ?? 0
        if (grading.final_rank < stood || grading.direction === 'lowered') expect(grading).toMatchObject({ approver: '主要领导', reason: '理由' })
        if (grading.direction === 'raised') expect(grading.reason).toBe('理由')
      }
    }), { numRuns: 40 })
  })
})
