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

describe('the example that is not opened to the end', () => {
  let empty: TestRegister
  beforeAll(async () => { empty = await openTestRegister() })
  afterAll(() => empty.close())

  test.each(['read-sheets', 'read-rows', 'compare', 'write', 'grade'])('leaves the register as empty as before where it is stopped at the stage %s', async (stage) => {
    const before = rowsOf(empty)
    const work = openExample(empty.call)
    await toStage(work, stage)
    await work.return(undefined as never)
    expect(rowsOf(empty)).toEqual(before)
  })

  test('leaves nothing behind where it fails at the end', async () => {
    const before = rowsOf(empty)
    empty.database.connection.exec("CREATE TEMP TRIGGER fails BEFORE INSERT ON grading WHEN NEW.stage = 'accepted' BEGIN SELECT raise(ABORT, 'no room'); END")
    await expect(finish(openExample(empty.call))).rejects.toThrow('no room')
    expect(rowsOf(empty)).toEqual(before)
    empty.database.connection.exec('DROP TRIGGER fails')
  })

  test('can be opened after all', async () => {
    expect((await finish(openExample(empty.call))).result).toMatchObject({ powers: 30, riskPoints: 40 })
  })
})

async function toStage(work: ReturnType<typeof openExample>, stage: string): Promise<void> {
  for (let step = await work.next(); step.value === undefined || !('stage' in step.value) || step.value.stage !== stage; step = await work.next()) {
    if (step.done === true) throw new Error(`the work never came to the stage ${stage}`)
  }
}

/** How many rows each table holds. */
function rowsOf({ database: { connection } }: TestRegister): Record<string, number> {
  const names = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all()
  return Object.fromEntries(names.map((name) => [name, connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0]))
}
