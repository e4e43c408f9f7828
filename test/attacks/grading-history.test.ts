import { describe, expect, test } from 'vitest'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { undoImport } from '#core/exchange/undo/undo-import.ts'
import { StaleRecord } from '#core/stale-record.ts'
import { applied, codesOf, csvFile, finished, planOf } from '../core/exchange/importing.ts'
import { aPoint, aPower, bringInForce, itemFor, pointOf, refusalOf, withGradedRegister } from '../core/helpers/graded-register.ts'
import { officer } from '../core/helpers/register.ts'
import type { TestRegister } from '../core/helpers/register.ts'

const [high, medium, low] = [{ likelihood: 6, consequence: 40 }, { likelihood: 6, consequence: 15 }, { likelihood: 1, consequence: 7 }]

const header = ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导']
/** A list by which somebody would have the point bear this grade. */
const listWith = (grade: string) => csvFile([header, ['1', '审批股', '业务流程', '取水许可审批', '现场核查走过场', grade, '', '', '']])

async function graded(register: TestRegister, factors: Record<string, number>, more: { finalGrade?: string; reason?: string; approver?: string } = {}, id?: string): Promise<string> {
  const point = id ?? await aPoint(register, { powerId: await aPower(register) })
  const { finalGrade, ...rest } = more
  await register.change(async (change) => gradePoints(change, { reason: '', ...rest, items: [await itemFor(register, point, factors, finalGrade)] }))
  return point
}

const accept = (register: TestRegister) => finished(acceptGradings(register.core, officer, { all: true, reason: '' }))

/** Makes what is in force a draft of its writers again. */
const reopen = (register: TestRegister, point: string): Promise<void> => register.change(async (change) => {
  await change.db.updateTable('risk_point').set({ entry_state: 'draft' }).where('id', '=', point).execute()
  await change.record({ action: 'review.reopen', entity: 'review', entityId: point })
})

describe('a grade is not talked down', () => {
  test('by an import while it is in force, whatever the import says', () => withGradedRegister(async (register) => {
    const point = await graded(register, medium)
    await accept(register)
    for (const grade of ['低', '高']) expect(codesOf(await planOf(register, listWith(grade)), 'error')).toEqual(['grade.under-review'])
    expect((await pointOf(register, point)).grade_code).toBe('medium')
  }))

  test('by an import, after somebody graded the accepted point anew with the same outcome', () => withGradedRegister(async (register) => {
    const point = await graded(register, high)
    await accept(register)
    await reopen(register, point)
    await graded(register, high, {}, point)
    const plan = await planOf(register, listWith('低'))
    expect(codesOf(plan, 'error')).toEqual(['grade.lowering-refused'])
    expect((await pointOf(register, point)).grade_code).toBe('high')
  }))

  test('by an import, after another import raised the accepted grade', () => withGradedRegister(async (register) => {
    const point = await graded(register, medium)
    await accept(register)
    await reopen(register, point)
    await applied(register, await planOf(register, listWith('高')))
    expect(await pointOf(register, point)).toMatchObject({ grade_code: 'high', grading_stage: 'declared' })
    expect(codesOf(await planOf(register, listWith('低')), 'error')).toEqual(['grade.lowering-refused'])
    expect(codesOf(await planOf(register, listWith('中')), 'error')).toEqual(['grade.lowering-refused'])
  }))

  test('by an import, where a person judged the point', () => withGradedRegister(async (register) => {
    await graded(register, high)
    expect(codesOf(await planOf(register, listWith('中')), 'error')).toEqual(['grade.lowering-refused'])
  }))

  test('while a form that was only ever imported may be put right by the same office', () => withGradedRegister(async (register) => {
    await applied(register, await planOf(register, listWith('高')))
    const plan = await planOf(register, listWith('中'))
    expect(codesOf(plan, 'error')).toEqual([])
    await applied(register, plan)
    const history = await register.database.read.selectFrom('grading').select(['final_grade', 'reason']).orderBy('number').execute()
    expect(history.at(-1)).toMatchObject({ final_grade: 'medium', reason: expect.stringContaining('表.csv') as unknown })
  }))

  test('by naming oneself in another spelling as the one who approves', () => withGradedRegister(async (register) => {
    const point = await graded(register, high)
    for (const approver of [officer.name, ` ${officer.name} `, `${officer.name}。`, [...officer.name].join(' '), `${officer.name}\u200B`, '　', '。', '\u200B']) {
      const refusal = await refusalOf(graded(register, low, { reason: '核实后风险不存在', approver }, point))
      expect([approver, refusal.code]).toEqual([approver, expect.stringMatching(/^grading\.approver-(is-self|missing)$/u)])
    }
    expect((await pointOf(register, point)).grade_code).toBe('high')
  }))

  test('with a reason that says nothing', () => withGradedRegister(async (register) => {
    const point = await graded(register, high)
    for (const reason of ['', '   ', '　', '\u200B', '——', '。']) {
      expect([reason, (await refusalOf(graded(register, low, { reason, approver: '局长' }, point))).code]).toEqual([reason, 'grading.reason-missing'])
    }
  }))

  test('by raising and lowering the same point in one order', () => withGradedRegister(async (register) => {
    const point = await graded(register, low)
    const { revision } = await pointOf(register, point)
    const items = [{ riskPointId: point, revision, factors: high }, { riskPointId: point, revision: revision + 1, factors: low }]
    expect((await refusalOf(register.change((change) => gradePoints(change, { items, reason: '' })))).code).toMatch(/^grading\.(reason|approver)-missing$/u)
    expect((await pointOf(register, point)).grade_code).toBe('low')
  }))

  test('by naming a point twice at one revision, or an old revision', () => withGradedRegister(async (register) => {
    const point = await graded(register, medium)
    const { revision } = await pointOf(register, point)
    for (const items of [[0, 0].map(() => ({ riskPointId: point, revision, factors: high })), [{ riskPointId: point, revision: revision - 1, factors: high }]]) {
      await expect(register.change((change) => gradePoints(change, { items, reason: '' }))).rejects.toBeInstanceOf(StaleRecord)
    }
    expect((await pointOf(register, point)).grade_code).toBe('medium')
  }))

  test('by another method that computes less', () => withGradedRegister(async (register) => {
    const point = await graded(register, high)
    await bringInForce(register, 'choice')
    const items = [await itemFor(register, point, { choice: 'low' })]
    const refusal = await refusalOf(register.change((change) => gradePoints(change, { items, reason: '换用新方法' })))
    expect(refusal.code).toMatch(/^grading\.(approver-missing|factors-missing|factors-invalid)$/u)
  }))

  test('by taking back an import on which somebody has built', () => withGradedRegister(async (register) => {
    const point = await graded(register, medium)
    await accept(register)
    await reopen(register, point)
    const batch = await applied(register, await planOf(register, listWith('高')))
    await accept(register)
    expect((await refusalOf(finished(undoImport(register.core, officer, batch.id)))).code).toBe('import.built-upon')
    expect(await pointOf(register, point)).toMatchObject({ grade_code: 'high', grading_stage: 'accepted' })
  }))
})

test('by two rows of one file, the first of which raises it', () => withGradedRegister(async (register) => {
  const point = await graded(register, medium)
  await accept(register)
  await reopen(register, point)
  const head = ['职权/岗位', '风险点', '可能性', '危害程度', '最终等级', '理由']
  const rows = [head, ['取水许可审批', '现场核查走过场', '', '', '高', '专项检查'], ['取水许可审批', '现场核查走过场', '1', '7', '', '']]
  const plan = await planOf(register, csvFile(rows))
  expect(codesOf(plan, 'error')).toEqual(['grade.lowering-refused'])
  await applied(register, plan)
  expect((await pointOf(register, point)).grade_code).toBe('high')
}))

describe('an open question', () => {
  test('is not passed over by accepting, grading otherwise, or accepting twice', () => withGradedRegister(async (register) => {
    const point = await aPoint(register, { powerId: await aPower(register), confirmCode: 'power.ambiguous' })
    await graded(register, high, {}, point)
    for (const order of [{ all: true as const }, { ids: [point] }, { ids: [point, point], all: true as const }]) {
      expect(await finished(acceptGradings(register.core, officer, { ...order, reason: '' }))).toMatchObject({ accepted: 0, toConfirm: 1 })
    }
    expect(await pointOf(register, point)).toMatchObject({ grading_stage: 'declared', confirm_code: 'power.ambiguous' })
  }))
})

test('a grading, once written, is neither changed nor removed, whoever asks', () => withGradedRegister(async (register) => {
  await graded(register, high)
  const { connection } = register.database
  for (const sql of ["UPDATE grading SET final_grade = 'low'", 'DELETE FROM grading', 'INSERT OR REPLACE INTO grading SELECT * FROM grading', 'UPDATE audit_entry SET actor = \'x\'', 'INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry']) {
    expect(() => connection.exec(sql)).toThrow('append-only')
  }
}))
