import { describe, expect, it } from 'vitest'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import { assignPost } from '#core/people/holdings.ts'
import { riskList } from '#core/risks/risk-list.ts'
import { countRows } from '#core/lists/count-rows.ts'
import { readFilter } from '#core/lists/filter-rules.ts'
import { bringInForce } from '../helpers/graded-register.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { auditOf } from '../helpers/sample.ts'
import { factorsOf, names, withStory } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'

const verified = ({ sample: { register } }: Story) => verifySteps.flatMap(({ find }) => find(register.database.connection, { folder: register.core.folder, against: [] }))

/** A high point with the sample's measure, and what people do to its figures. */
async function highPoint(story: Story, more: { postId?: string } = {}) {
  const id = await story.point('high', more)
  const { measures } = story.as(names.officer)
  const { revision, riskPoints } = await measures.get({ id: story.sample.measure })
  await measures.save({ items: [{ id: story.sample.measure, revision, patch: { riskPointIds: [...riskPoints.map((point) => point.id), id] } }] })
  const order = async (factors: { likelihood: number; consequence: number }, reason: string) => ({ riskPointId: id, revision: (await story.as(names.officer).risks.get({ id })).revision, factors, reason })
  return {
    id,
    expect: async (name: string, factors: { likelihood: number; consequence: number }, reason = '') => story.as(name).risks.setExpected(await order(factors, reason)),
    verify: async (name: string, factors: { likelihood: number; consequence: number }, reason = '现场检查') => story.as(name).risks.setVerified(await order(factors, reason)),
    get: () => story.as(names.officer).risks.get({ id }),
  }
}

describe('the three figures of a risk point', () => {
  it('are graded by the same method; the inherent one stays what review decides about', () => withStory(async (story) => {
    const point = await highPoint(story)
    expect(await point.expect(names.officer, factorsOf.low, '全部措施落实后')).toEqual({ grade: 'low' })
    expect(await point.verify(names.inspector, factorsOf.medium, '抽查十件，两件超期')).toEqual({ grade: 'medium' })
    const detail = await point.get()
    expect(detail).toMatchObject({ gradeCode: 'high', expectedGrade: 'low', verifiedGrade: 'medium' })
    expect(detail.figures.map(({ figure, grade, score, reason, setBy, methodVersion, factors }) => ({ figure, grade, score, reason, setBy, methodVersion, factors }))).toEqual([
      { figure: 'verified', grade: 'medium', score: 90, reason: '抽查十件，两件超期', setBy: names.inspector, methodVersion: 1, factors: factorsOf.medium },
      { figure: 'expected', grade: 'low', score: 7, reason: '全部措施落实后', setBy: names.officer, methodVersion: 1, factors: factorsOf.low },
    ])
    expect(auditOf(story.sample.register, point.id).slice(-2)).toMatchObject([
      { action: 'risk-point.expect', before: { expectedGrade: null }, after: { expectedGrade: 'low', reason: '全部措施落实后' } },
      { action: 'risk-point.verify', after: { verifiedGrade: 'medium' } },
    ])
    expect((await story.as(names.chief).risks.list({ filter: { expectedGrades: ['low'] } })).rows.map(({ id }) => id)).toEqual([point.id])
    expect((await story.as(names.chief).risks.list({ filter: { verifiedGrades: ['low'] } })).total).toBe(0)
    expect((await story.as(names.chief).overview.get()).figures).toMatchObject([{ gradeCode: 'low', expected: 1, verified: 0 }, { gradeCode: 'medium', expected: 0, verified: 1 }])
    expect(verified(story)).toEqual([])
  }))

  it('obey the override rules: what a rule holds at a grade, measures do not talk down', () => withStory(async (story) => {
    const point = await highPoint(story)
    await bringInForce(story.sample.register, 'product-with-overrides')
    const { powers } = story.as(names.officer)
    const { revision } = await powers.get({ id: story.sample.licence })
    await powers.save({ items: [{ id: story.sample.licence, revision, patch: { pastCase: true } }] })
    expect(await point.expect(names.officer, factorsOf.low)).toEqual({ grade: 'high' })
    expect((await point.get()).figures[0]).toMatchObject({ computedGrade: 'low', grade: 'high', overrides: ['past-case'] })
  }))

  it('below the inherent one rest on measures, and nobody expects a point to become graver', () => withStory(async (story) => {
    const id = await story.point('medium')
    const { risks } = story.as(names.officer)
    const order = async (factors: { likelihood: number; consequence: number }) => ({ riskPointId: id, revision: (await risks.get({ id })).revision, factors })
    await expect(risks.setExpected(await order(factorsOf.low))).rejects.toMatchObject({ data: { code: 'figure.no-measure' } })
    await expect(risks.setExpected(await order(factorsOf.high))).rejects.toMatchObject({ data: { code: 'figure.above-inherent' } })
    expect(await risks.setExpected(await order(factorsOf.medium))).toEqual({ grade: 'medium' })
    // Inspection may find what nobody declared.
    expect(await story.as(names.inspector).risks.setVerified({ ...await order(factorsOf.high), reason: '实际更严重' })).toEqual({ grade: 'high' })
    const ungraded = (await risks.create({ powerId: story.sample.licence, manifestation: '未评级' })).id
    await expect(risks.setExpected({ riskPointId: ungraded, revision: 1, factors: factorsOf.low })).rejects.toMatchObject({ data: { code: 'figure.ungraded' } })
    await expect(risks.setExpected({ riskPointId: id, revision: 1, factors: factorsOf.low })).rejects.toMatchObject({ code: 'STALE' })
    await expect(risks.setExpected({ ...await order(factorsOf.low), factors: { likelihood: 5 } })).rejects.toMatchObject({ data: { code: 'grading.factors-missing' } })
  }))

  it('found by inspection take a reason, the inspector, and somebody who had no part in the point', () => withStory(async (story) => {
    const point = await highPoint(story, { postId: story.sample.approvalPost })
    await expect(point.verify(names.inspector, factorsOf.medium, ' ')).rejects.toMatchObject({ data: { code: 'figure.reason-missing', field: 'reason' } })
    for (const name of [names.officer, names.leader, names.chief]) await expect(point.verify(name, factorsOf.medium)).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    await expect(point.expect(names.inspector, factorsOf.medium)).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    const inspector = story.ids.get(names.inspector) ?? ''
    await story.sample.register.change((change) => assignPost(change, { postId: story.sample.approvalPost, personId: inspector, since: '2026-01-01', until: null, alongside: true }))
    await expect(point.verify(names.inspector, factorsOf.medium)).rejects.toMatchObject({ data: { code: 'figure.own-post' } })
    expect(await story.as(names.inspector).risks.mayNotVerify({ id: point.id })).toEqual({ code: 'figure.own-post' })
    expect((await point.get()).figures).toEqual([])
  }))

  it('never change once set, and a grade written past them shows', () => withStory(async (story) => {
    const point = await highPoint(story)
    await point.expect(names.officer, factorsOf.low)
    const { connection } = story.sample.register.database
    expect(() => connection.exec("UPDATE risk_figure SET grade = 'high'")).toThrow('a figure of a risk point never changes')
    connection.exec("UPDATE risk_point SET expected_grade = 'medium' WHERE expected_grade = 'low'")
    expect(verified(story)).toMatchObject([{ code: 'integrity.last-kept', params: { table: 'risk_point', column: 'expected_grade', records: 1 } }])
  }))

  it('are counted from their own indexes', () => withStory(async ({ sample: { register } }) => {
    const { db, plans } = planningDatabase(register.database.connection)
    await countRows(db, riskList, readFilter(riskList.filters, { expectedGrades: ['low'] }, '2026-06-15'))
    await countRows(db, riskList, readFilter(riskList.filters, { verifiedGrades: ['low', 'medium'] }, '2026-06-15'))
    expect(stepsOf(plans)).toEqual(['SEARCH r USING COVERING INDEX risk_point_by_expected_grade (state=? AND expected_grade=?)', 'SEARCH r USING COVERING INDEX risk_point_by_verified_grade (state=? AND verified_grade=?)'])
  }))
})
