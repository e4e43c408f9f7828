import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { productMethod, threeByThreeMethod, weightedMethod } from '#shared/model/grading/built-in-methods.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { previewMethod } from '#core/grading/preview-method.ts'
import { aPoint, aPower, bringInForce, finish, itemFor, refusalOf, stopAfter, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

const factors = [[10, 100], [6, 40], [6, 15], [3, 15], [1, 7]] as const

/** One point for each pair of factors: grades high, high, medium, low, low. */
async function gradedPoints(register: TestRegister): Promise<string[]> {
  const powerId = await aPower(register)
  const ids: string[] = []
  while (ids.length < factors.length) ids.push(await aPoint(register, { powerId }))
  const items = await Promise.all(ids.map((id, index) => itemFor(register, id, { likelihood: factors[index]?.[0] ?? 0, consequence: factors[index]?.[1] ?? 0 })))
  await register.change((change) => gradePoints(change, { items, reason: '' }))
  return ids
}

test('counts which of the present points would change, in which direction, and shows the first', async () => {
  await withGradedRegister(async (register) => {
    const ids = await gradedPoints(register)
    await aPoint(register, { powerId: await aPower(register, { name: '另一项职权' }) })
    const definition = { ...productMethod, thresholds: [{ atLeast: 400, grade: 'high' }, { atLeast: 40, grade: 'medium' }, { atLeast: 0, grade: 'low' }] }
    const { result } = await finish(previewMethod(register.database.read, definition))
    expect(result).toEqual({
      graded: 5, notGraded: 1, changed: 2, raised: 1, lowered: 1,
      moves: [{ from: 'high', to: 'medium', points: 1 }, { from: 'low', to: 'medium', points: 1 }],
      examples: [
        { id: ids[1], number: 2, powerName: '取水许可审批', manifestation: '现场核查走过场', from: 'high', to: 'medium' },
        { id: ids[3], number: 4, powerName: '取水许可审批', manifestation: '现场核查走过场', from: 'low', to: 'medium' },
      ],
    })
  })
})

test('points whose factors do not fit the definition keep their grade', async () => {
  await withGradedRegister(async (register) => {
    await gradedPoints(register)
    expect((await finish(previewMethod(register.database.read, weightedMethod))).result).toMatchObject({ graded: 0, notGraded: 5, changed: 0, moves: [] })
    expect((await finish(previewMethod(register.database.read, threeByThreeMethod))).result).toMatchObject({ graded: 0, notGraded: 5 })
  })
})

test('override rules count with what the register knows of the powers', async () => {
  await withGradedRegister(async (register) => {
    await gradedPoints(register)
    await register.change(async (change) => {
      await change.db.updateTable('power').set({ past_case: 1 }).execute()
      await change.record({ action: 'power.change', entity: 'power', entityId: 'x' })
    })
    const definition = { ...productMethod, overrides: productMethod.overrides.map((rule) => ({ ...rule, enabled: true })) }
    expect((await finish(previewMethod(register.database.read, definition))).result).toMatchObject({ graded: 5, changed: 3, raised: 3, lowered: 0 })
  })
})

test('what the preview promises is what grading by the version then gives', async () => {
  await withGradedRegister(async (register) => {
    const ids = await gradedPoints(register)
    const { result } = await finish(previewMethod(register.database.read, productMethod))
    expect(result.changed).toBe(0)
    await bringInForce(register, 'product-with-overrides')
    const items = await Promise.all(ids.map((id, index) => itemFor(register, id, { likelihood: factors[index]?.[0] ?? 0, consequence: factors[index]?.[1] ?? 0 })))
    await register.change((change) => gradePoints(change, { items, reason: '' }))
    const grades = await register.database.read.selectFrom('risk_point').select('grade_code').orderBy('number').execute()
    expect(grades.map((point) => point.grade_code)).toEqual(['high', 'high', 'medium', 'low', 'low'])
  })
})

test('changes nothing, gives way between its pages, and can be stopped', async () => {
  await withGradedRegister(async (register) => {
    const powerId = await aPower(register)
    await register.change(async (change) => {
      const at = change.at
      for (let n = 0; n < 2500; n++) {
        await change.db.insertInto('risk_point').values({ id: change.newId(), power_id: powerId, manifestation: `表现${n}`, manifestation_key: `${n}`, created_at: at, updated_at: at }).execute()
      }
      await change.record({ action: 'risk-point.create', entity: 'risk-point', entityId: 'x' })
    })
    const other = { running: true, turns: 0 }
    const others = (async () => { while (other.running) { await setImmediate(); other.turns++ } })()
    const { told, result } = await finish(previewMethod(register.database.read, productMethod))
    other.running = false
    await others
    expect(result.notGraded).toBe(2500)
    expect(told.map(({ done }) => done)).toEqual([0, 1000, 2000, 2500])
    expect(other.turns).toBeGreaterThanOrEqual(3)
    await stopAfter(previewMethod(register.database.read, productMethod), 1)
  })
})

test('a faulty definition is refused before anything is read', async () => {
  await withGradedRegister(async (register) => {
    const definition = { ...productMethod, thresholds: [{ atLeast: 90, grade: 'high' }, { atLeast: 240, grade: 'low' }] }
    expect((await refusalOf(finish(previewMethod(register.database.read, definition)))).code).toBe('method.faulty')
  })
})
