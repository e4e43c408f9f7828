import { describe, expect, test } from 'vitest'
import { productMethod, weightedMethod } from '#shared/model/grading/built-in-methods.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { gradingHandlers } from '#core/grading/router.ts'
import { aPoint, aPower, bringInForce, itemFor, methodCalled, pointOf, refusalOf, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

const labels = { 'zh-CN': '本县方法', en: 'Our method' }
const heavy = { likelihood: 6, consequence: 40 }

/** 240 is no longer high. */
const stricter = { ...productMethod, thresholds: [{ atLeast: 400, grade: 'high' }, { atLeast: 90, grade: 'medium' }, { atLeast: 0, grade: 'low' }] }

const grade = async (register: TestRegister, id: string, more: { reason?: string; approver?: string } = {}) => {
  const items = [await itemFor(register, id, heavy)]
  return register.change((change) => gradePoints(change, { items, reason: '', ...more }))
}

describe('methods and their versions', () => {
  test('a new method comes with its first version and bears its own code and labels', async () => {
    await withGradedRegister(async (register) => {
      const { methodId, versionId } = await gradingHandlers.createMethod({ code: 'county', labels, definition: stricter, note: '试行' }, register.call)
      const method = await methodCalled(register, 'county')
      expect(method).toMatchObject({ id: methodId, labels })
      expect(method.versions).toMatchObject([{ id: versionId, version: 1, note: '试行', createdBy: '测试员', inForce: false, uses: 0, definition: { code: 'county', labels } }])
      expect((await refusalOf(Promise.resolve(gradingHandlers.createMethod({ code: 'county', labels, definition: stricter, note: '' }, register.call)))).code).toBe('method.code-taken')
    })
  })

  test('versions stand newest first, and the method goes by the name of the newest', async () => {
    await withGradedRegister(async (register) => {
      const { id: methodId } = await methodCalled(register, 'product')
      const saved = await gradingHandlers.saveVersion({ methodId, definition: { ...stricter, labels, code: 'something-else' }, note: '提高标准' }, register.call)
      expect(saved.version).toBe(2)
      const method = await methodCalled(register, 'product')
      expect(method.labels).toEqual(labels)
      expect(method.versions.map(({ version, inForce }) => ({ version, inForce }))).toEqual([{ version: 2, inForce: false }, { version: 1, inForce: true }])
      expect(method.versions[0]?.definition.code).toBe('product')
      expect(method.versions[1]?.definition).toEqual(productMethod)
    })
  })

  test('a definition that does not hold together is refused with the problem and the number of problems', async () => {
    await withGradedRegister(async (register) => {
      const definition = { ...weightedMethod, factors: weightedMethod.factors.slice(1) }
      const refused = await refusalOf(Promise.resolve(gradingHandlers.createMethod({ code: 'odd', labels, definition, note: '' }, register.call)))
      expect(refused).toMatchObject({ code: 'method.faulty', field: 'definition', params: { problem: 'weights-total', problems: 1, total: 70 } })
      expect(sentenceFor('zh-CN', 'errors', refused)).toContain('70%')
      expect(sentenceFor('en', 'errors', refused)).toContain('70 %')
      const { id: methodId } = await methodCalled(register, 'weighted')
      expect((await refusalOf(Promise.resolve(gradingHandlers.saveVersion({ methodId, definition, note: '' }, register.call)))).code).toBe('method.faulty')
      expect((await refusalOf(Promise.resolve(gradingHandlers.saveVersion({ methodId, definition: { ...weightedMethod, scale: 'nine' }, note: '' }, register.call)))).code).toBe('method.scale-unknown')
      expect((await methodCalled(register, 'weighted')).versions).toHaveLength(1)
      await expect(methodCalled(register, 'odd')).rejects.toThrow()
    })
  })

  test('unknown methods and versions are refused', async () => {
    await withGradedRegister(async (register) => {
      const nobody = register.clock.newId()
      expect((await refusalOf(Promise.resolve(gradingHandlers.saveVersion({ methodId: nobody, definition: stricter, note: '' }, register.call)))).code).toBe('method.unknown')
      expect((await refusalOf(Promise.resolve(gradingHandlers.putInForce({ versionId: nobody }, register.call)))).code).toBe('method-version.unknown')
    })
  })

  test('putting the version in force again writes nothing', async () => {
    await withGradedRegister(async (register) => {
      const entries = () => register.database.read.selectFrom('audit_entry').select('number').execute()
      const before = await entries()
      await bringInForce(register, 'product')
      expect(await entries()).toEqual(before)
    })
  })

  test('a method on another scale brings its scale to the organisation', async () => {
    await withGradedRegister(async (register) => {
      await bringInForce(register, 'matrix-5x5')
      const { scale_code: scale } = await register.database.read.selectFrom('organisation').select('scale_code').executeTakeFirstOrThrow()
      expect(scale).toBe('four')
      const id = await aPoint(register, { powerId: await aPower(register) })
      const items = [await itemFor(register, id, { likelihood: 5, consequence: 5 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      expect(await pointOf(register, id)).toMatchObject({ grade_code: 'severe', grade_rank: 4, responsible_leader: '主要领导' })
    })
  })
})

describe('changing a method', () => {
  test('never rewrites a grading that was made', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      const [old, fresh] = [await aPoint(register, { powerId }), await aPoint(register, { powerId })]
      await grade(register, old)
      const gradings = () => register.database.read.selectFrom('grading').selectAll().where('risk_point_id', '=', old).execute()
      const [before, pointBefore] = [await gradings(), await pointOf(register, old)]
      const { id: methodId } = await methodCalled(register, 'product')
      const { versionId } = await gradingHandlers.saveVersion({ methodId, definition: stricter, note: '' }, register.call)
      await gradingHandlers.putInForce({ versionId }, register.call)
      expect(await gradings()).toEqual(before)
      expect(await pointOf(register, old)).toEqual(pointBefore)
      await grade(register, fresh)
      expect((await pointOf(register, fresh)).grade_code).toBe('medium')
      const { versions } = await methodCalled(register, 'product')
      expect(versions.map(({ version, uses, inForce }) => ({ version, uses, inForce }))).toEqual([{ version: 2, uses: 1, inForce: true }, { version: 1, uses: 1, inForce: false }])
    })
  })

  test.each([
    ['a grading is changed', "UPDATE grading SET final_grade = 'low'"],
    ['a grading is removed', 'DELETE FROM grading'],
    ['a version is changed', "UPDATE grading_method_version SET definition = '{}'"],
    ['a version is removed', 'DELETE FROM grading_method_version'],
  ])('the database itself refuses when %s', async (_name, statement) => {
    await withGradedRegister(async (register) => {
      await grade(register, await aPoint(register, { powerId: await aPower(register) }))
      expect(() => register.database.connection.exec(statement)).toThrow(/append-only|never changes/)
    })
  })
})
