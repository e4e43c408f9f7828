import { afterAll, beforeAll, expect, test } from 'vitest'
import { consistencyRules, ruleCodes } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { recordGrading } from '#core/grading/record-grading.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { createPerson } from '#core/people/accounts.ts'
import { assignPost } from '#core/people/holdings.ts'
import { openRectification } from '#core/rectification/open.ts'
import { bringInForce } from '../helpers/graded-register.ts'
import { openScene } from './scene.ts'
import type { Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => { scene = await openScene() })
afterAll(() => scene.register.close())

/** What puts the register out of order: the records the rule must find, and what its sentence says that mends it. */
type Break = (scene: Scene) => Promise<{ readonly finds: readonly string[]; /** What cannot but be wrong as well. */ readonly also?: RuleCode; readonly mend: () => Promise<unknown> }>

const past = '2026-06-14'
const later = '2026-12-31'

const breaks: Readonly<Record<RuleCode, Break>> = {
  'category-sums': async ({ write }) => {
    write("UPDATE risk_point_total SET points = points + 1 WHERE category_code = 'business-process'")
    // As the copy that is restored has it.
    return { finds: ['business-process'], mend: async () => write("UPDATE risk_point_total SET points = points - 1 WHERE category_code = 'business-process'") }
  },
  'point-ungraded': async ({ addPoint, grade }) => {
    const id = await addPoint({}, null)
    return { finds: [id], mend: () => grade(id, 'low') }
  },
  'point-without-category': async ({ savePoint, point }) => {
    await savePoint(point, { categoryCode: null })
    return { finds: [point], mend: () => savePoint(point, { categoryCode: 'post-duties' }) }
  },
  'heaviest-without-measure': async ({ addPoint, addMeasure, saveMeasure }) => {
    const id = await addPoint({}, 'high')
    const planned = await addMeasure({ progress: 'planned', riskPointIds: [id] })
    return { finds: [id], mend: () => saveMeasure(planned, { progress: 'in-force' }) }
  },
  'expected-without-measure': async ({ addPoint, addMeasure, write }) => {
    const id = await addPoint({}, 'medium')
    write(`UPDATE risk_point SET expected_grade = 'low', expected_rank = 1 WHERE id = '${id}'`)
    return { finds: [id], mend: () => addMeasure({ progress: 'planned', riskPointIds: [id] }) }
  },
  'lowered-without-reason': async ({ register, addPoint, grade }) => {
    const id = await addPoint({}, 'medium')
    await register.change(async (change) => {
      const { method_version_id: methodVersionId } = await change.db.selectFrom('method_in_force').select('method_version_id').orderBy('number', 'desc').executeTakeFirstOrThrow()
      await recordGrading(change, { riskPointId: id, stage: 'declared', methodVersionId, factors: {}, score: null, computedGrade: 'medium', overrides: [], finalGrade: 'low', finalRank: 1, direction: 'lowered', reason: '', source: 'import' })
    })
    return { finds: [id], mend: () => grade(id, 'medium') }
  },
  'power-without-basis': async ({ power, savePower }) => {
    await savePower(power, { legalBases: [] })
    return { finds: [power], mend: () => savePower(power, { legalBases: ['《水法》第七条'] }) }
  },
  'power-code-twice': async ({ power, client, addPower, addPoint, savePower }) => {
    const { code } = await client.powers.get({ id: power })
    const other = await addPower({ code: `xk-${(code ?? '').slice(2)} ` })
    const [step] = (await client.powers.get({ id: other })).steps
    await addPoint({ powerId: other, stepId: step?.id ?? null })
    return { finds: [power, other], mend: () => savePower(other, { code: 'XK-900' }) }
  },
  'discretion-without-benchmark': async ({ power, savePower }) => {
    await savePower(power, { discretion: 'yes' })
    return { finds: [power], mend: () => savePower(power, { benchmarkNo: '水政法〔2026〕3号', benchmarkCalibratedOn: '2026-03-01' }) }
  },
  'benchmark-not-calibrated': async ({ power, savePower }) => {
    await savePower(power, { discretion: 'yes', benchmarkNo: '水政法〔2023〕1号', benchmarkCalibratedOn: '2024-06-14' })
    return { finds: [power], mend: () => savePower(power, { benchmarkCalibratedOn: '2024-06-15' }) }
  },
  'heaviest-without-chief': async ({ addPoint, addMeasure, savePoint }) => {
    const id = await addPoint({}, 'high')
    await addMeasure({ riskPointIds: [id] })
    await savePoint(id, { responsibleLeader: '分管领导' })
    // Any of the words the vocabulary has for him.
    return { finds: [id], mend: () => savePoint(id, { responsibleLeader: '主要负责人' }) }
  },
  'verified-heavier': async ({ point, write }) => {
    write(`UPDATE risk_point SET expected_grade = 'low', expected_rank = 1, verified_grade = 'medium', verified_rank = 2 WHERE id = '${point}'`)
    return { finds: [point], mend: async () => write(`UPDATE risk_point SET expected_grade = 'medium', expected_rank = 2 WHERE id = '${point}'`) }
  },
  'copied-text': async ({ addPoint, savePoint, works }) => {
    const text = { manifestation: '违反规定，收受礼品礼金' }
    const [here, sameDepartment] = [await addPoint(text), await addPoint(text)]
    const there = await addPoint({ ...text, departmentId: works })
    return { finds: [here, sameDepartment, there], mend: () => savePoint(there, { manifestation: '招标文件设置倾向性条款' }) }
  },
  'to-re-examine': async ({ point, write }) => {
    write(`UPDATE risk_point SET to_re_examine = 1 WHERE id = '${point}'`)
    return { finds: [point], mend: async () => write(`UPDATE risk_point SET to_re_examine = 0 WHERE id = '${point}'`) }
  },
  'grade-not-confirmed': async ({ point, grade, write }) => {
    write(`UPDATE risk_point SET grade_to_confirm = 1 WHERE id = '${point}'`)
    return { finds: [point], mend: () => grade(point, 'low') }
  },
  'review-overdue': async ({ point, write }) => {
    write(`UPDATE risk_point SET entry_state = 'submitted', entry_due_on = '${past}' WHERE id = '${point}'`)
    return { finds: [point], mend: async () => write(`UPDATE risk_point SET entry_state = 'draft', entry_due_on = NULL WHERE id = '${point}'`) }
  },
  'power-without-flow': async ({ addPower, addPoint, savePower, savePoint, client }) => {
    const id = await addPower({ steps: [] })
    const risk = await addPoint({ powerId: id, stepId: null })
    const mend = async () => {
      await savePower(id, { steps: [{ name: '受理' }] })
      const [step] = (await client.powers.get({ id })).steps
      await savePoint(risk, { stepId: step?.id ?? null })
    }
    // A point of a power without steps stands on none.
    return { finds: [id], also: 'point-without-step', mend }
  },
  'power-without-risk': async ({ addPower, addPoint, client }) => {
    const id = await addPower()
    const [step] = (await client.powers.get({ id })).steps
    return { finds: [id], mend: () => addPoint({ powerId: id, stepId: step?.id ?? null }) }
  },
  'power-without-code': async ({ power, savePower }) => {
    await savePower(power, { code: null })
    return { finds: [power], mend: () => savePower(power, { code: 'XK1' }) }
  },
  'measure-overdue': async ({ addMeasure, saveMeasure }) => {
    const id = await addMeasure({ term: 'dated', dueOn: past, progress: 'planned' })
    return { finds: [id], mend: () => saveMeasure(id, { dueOn: later }) }
  },
  'measure-without-evidence': async ({ addMeasure, write }) => {
    const id = await addMeasure({ term: 'dated', dueOn: past, progress: 'done', doneOn: past })
    return { finds: [id], mend: async () => write(`UPDATE control_measure SET execution_count = 1, last_done_on = '${past}' WHERE id = '${id}'`) }
  },
  'measure-without-owner': async ({ measure, saveMeasure }) => {
    await saveMeasure(measure, { owner: '' })
    return { finds: [measure], mend: () => saveMeasure(measure, { owner: '股长' }) }
  },
  'measure-ineffective': async ({ measure, write }) => {
    write(`UPDATE control_measure SET effectiveness = 'ineffective' WHERE id = '${measure}'`)
    return { finds: [measure], mend: async () => write(`UPDATE control_measure SET effectiveness = 'effective' WHERE id = '${measure}'`) }
  },
  'post-without-holder': async ({ register, permits }) => {
    const id = await register.change((change) => createPost(change, { departmentId: permits, name: '受理岗' }))
    const personId = await register.change((change) => createPerson(change, { name: '新任职人', hash: '{}', mustChange: false }))
    return { finds: [id], mend: () => register.change((change) => assignPost(change, { postId: id, personId, since: '2026-06-15', until: null, alongside: false })) }
  },
  'department-without-head': async ({ register, client }) => {
    const id = await register.change((change) => createDepartment(change, { name: '办公室' }))
    return { finds: [id], mend: () => client.organisation.saveDepartment({ id, revision: 1, name: '办公室', headTitle: '主任' }) }
  },
  'rectification-overdue': async ({ register, client, permits }) => {
    const { id } = await register.change((change) => openRectification(change, { problem: '台账登记不全', source: 'self-check', departmentId: permits, foundOn: '2026-06-01', dueOn: past }))
    return { finds: [id], mend: () => client.rectification.changeTerm({ ids: [id], dueOn: later, reason: '工作量大' }) }
  },
  'point-without-step': async ({ point, savePoint, client, power }) => {
    await savePoint(point, { stepId: null })
    const [step] = (await client.powers.get({ id: power })).steps
    return { finds: [point], mend: () => savePoint(point, { stepId: step?.id ?? null }) }
  },
  'method-outdated': async ({ register, addPoint, grade }) => {
    // Every grade so far becomes a former one, so the register goes back to its method in the end.
    const id = await addPoint()
    await grade(id, 'low')
    const points = await register.database.read.selectFrom('risk_point').select('id').execute()
    await bringInForce(register, 'choice')
    return { finds: points.map((point) => point.id), mend: () => bringInForce(register, 'product') }
  },
  'measure-without-kind': async ({ measure, saveMeasure }) => {
    await saveMeasure(measure, { kindCode: null })
    return { finds: [measure], mend: () => saveMeasure(measure, { kindCode: 'monitoring' }) }
  },
  'measure-without-point': async ({ addMeasure, saveMeasure, point }) => {
    const id = await addMeasure({ riskPointIds: [] })
    return { finds: [id], mend: () => saveMeasure(id, { riskPointIds: [point] }) }
  },
}


test('a register in order gives no finding', async () => {
  expect(await scene.found()).toEqual({})
})

test.each(ruleCodes)('%s is found where it is so, alone, and no more once it is mended as its sentence says', async (rule) => {
  const { finds, also, mend } = await breaks[rule](scene)
  const found = await scene.found()
  expect(found[rule]).toEqual(finds.toSorted())
  expect(Object.keys(found).filter((other) => other !== rule && other !== also)).toEqual([])
  await mend()
  expect(await scene.found()).toEqual({})
})

test('every rule is told apart from the others and knows what it is about', () => {
  expect(new Set(ruleCodes).size).toBe(consistencyRules.length)
  expect(consistencyRules.length).toBeGreaterThanOrEqual(20)
})

test('what was withdrawn is no longer anybody’s concern', async () => {
  const id = await scene.addPoint({ categoryCode: null, stepId: null }, null)
  expect(Object.keys(await scene.found()).toSorted()).toEqual(['point-ungraded', 'point-without-category', 'point-without-step'])
  await scene.client.risks.withdraw({ ids: [id] })
  expect(await scene.found()).toEqual({})
})
