import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openExample } from '#core/example/open-example.ts'
import type { OpenedExample } from '#core/example/open-example.ts'
import { exampleScores } from '#core/example/scores.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { overviewHandlers } from '#core/overview/router.ts'
import { finish, refusalOf } from '#test/core/helpers/graded-register.ts'
import { openTestRegister } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

let register: TestRegister
let opened: OpenedExample
beforeAll(async () => {
  register = await openTestRegister()
  opened = (await finish(openExample(register.call))).result
}, 120_000)
afterAll(() => register.close())

describe('the example', () => {
  test('has thirty powers and forty points, none of them doubled', async () => {
    expect(opened).toMatchObject({ powers: 30, riskPoints: 40 })
    expect(opened.batches.map(({ fileName, summary }) => [fileName, summary.powers.created, summary.riskPoints.created, summary.rejected])).toEqual([
      ['职权目录.xlsx', 30, 0, 0], ['廉政风险点及防控措施一览表.xlsx', 0, 40, 0], ['廉政风险点情况表.xlsx', 0, 0, 0], ['岗位廉政风险排查表-GB18030.csv', 0, 0, 0],
    ])
  })

  test('grades every point by likelihood and consequence as its workbooks declare it, and accepts it', async () => {
    const points = await register.database.read.selectFrom('risk_point').select(['id', 'grade_code', 'grading_stage', 'likelihood', 'confirm_code']).execute()
    expect(points.every((point) => point.grading_stage === 'accepted' && point.likelihood !== null && point.confirm_code === null)).toBe(true)
    expect(Object.fromEntries(Object.entries(Object.groupBy(points, (point) => point.grade_code ?? '')).map(([code, group]) => [code, group?.length]))).toEqual({ high: 18, medium: 15, low: 7 })
    const gradings = await register.database.read.selectFrom('grading').select(['risk_point_id', 'final_grade', 'source']).orderBy('number').execute()
    for (const { id } of points) expect(new Set(gradings.filter((grading) => grading.risk_point_id === id).map(({ final_grade }) => final_grade)).size, id).toBe(1)
  })

  test('fills the overview', async () => {
    const overview = await overviewHandlers.get(undefined, register.call)
    expect(overview.matrix.length).toBeGreaterThan(8)
    expect(overview.measures).toBeGreaterThan(60)
    expect(overview.attention).toMatchObject({ toConfirm: 0, ungraded: 0, notAccepted: 0 })
  })

  test('is sound', async () => {
    expect((await finish(verifyRegister(register.core))).result.problems).toEqual([])
  })

  test('is not opened over a register that is in use', async () => {
    expect((await refusalOf(finish(openExample(register.call)))).code).toBe('example.not-empty')
  })

  test('has one score for each point', () => {
    expect(new Set(exampleScores.map(({ powerName, manifestation }) => `${powerName}\n${manifestation}`)).size).toBe(40)
  })
})
