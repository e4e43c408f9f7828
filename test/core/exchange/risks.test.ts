import { describe, expect, it } from 'vitest'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { confirmRiskPoints } from '#core/risks/risk-records.ts'
import { officer } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { gradingSheet, nineColumns, situation, survey } from './forms.ts'
import { codesOf, finished, imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'

const pointsOf = async (register: TestRegister) => (await pictureOf(register.database)).points
const gradesOf = async (register: TestRegister) => Object.fromEntries((await pointsOf(register)).map(({ manifestation, grade_code: grade }) => [manifestation, grade]))
const openOf = async (register: TestRegister) => Object.fromEntries((await pointsOf(register)).map(({ manifestation, confirm_code: code }) => [manifestation, code]))
const measuresOf = async (register: TestRegister) => Object.fromEntries((await pointsOf(register)).map(({ manifestation, measures }) => [manifestation, measures]))
const accept = (register: TestRegister) => finished(acceptGradings(register.core, officer, { all: true, reason: '' }))

describe('the same risk point twice in a file', () => {
  it('is one point, and that is said', async () => {
    await inRegister(async (register) => {
      const plan = await imported(register, nineColumns({ power: '甲', text: '拖延受理', grade: '高', measures: '公示' }, { power: '甲', text: '拖延受理。', grade: '高风险', measures: '轮岗' }))
      expect(plan.issues).toMatchObject([{ code: 'power.created-by-name' }, { code: 'row.repeats', row: 3, params: { otherRow: 2 } }])
      expect(await measuresOf(register)).toEqual({ 拖延受理: ['stated 公示', 'stated 轮岗'] })
    })
  })

  it.each([['grade', { grade: '低' }, '风险等级'], ['department', { department: '乙股' }, '单位、科室']] as const)('with another %s refuses the later row and names the earlier', async (_, other, column) => {
    await inRegister(async (register) => {
      const one = { department: '甲股', power: '甲', text: '拖延受理', grade: '高' }
      const plan = await imported(register, nineColumns(one, { ...one, ...other }))
      expect(plan.issues.filter(({ level }) => level === 'error')).toMatchObject([{ code: 'row.contradicts', row: 3, column, params: { otherSheet: '一览表', otherRow: 2 } }])
      expect(plan.summary).toMatchObject({ riskPoints: { created: 1 }, rejected: 1 })
      expect(await gradesOf(register)).toEqual({ 拖延受理: 'high' })
    })
  })
})

const list = (grade: string): File => nineColumns({ power: '甲', text: '拖延受理', grade })

describe('a grade', () => {
  it('in any word of the scale is the same grade, recorded as stated and declared', async () => {
    await inRegister(async (register) => {
      await imported(register, list('一级'))
      for (const word of ['高', '高风险', 'Ａ', '★★★', 'High', '1高']) expect((await planOf(register, list(word))).summary.riskPoints).toEqual({ created: 0, updated: 0, unchanged: 1 })
      const [grading] = await register.database.read.selectFrom('grading as g').innerJoin('grading_method_version as v', 'v.id', 'g.method_version_id').innerJoin('grading_method as m', 'm.id', 'v.method_id').select(['m.code', 'g.stage', 'g.factors', 'g.source', 'g.batch_id']).execute()
      expect(grading).toMatchObject({ code: 'stated', stage: 'declared', source: 'import', factors: '{"stated-grade":"high"}' })
      expect(grading?.batch_id).not.toBeNull()
    })
  })

  it('that the scale does not know keeps the row out and names the grades', async () => {
    await inRegister(async (register) => {
      const plan = await planOf(register, nineColumns({ power: '甲', text: '一', grade: '特高' }, { power: '甲', text: '二', grade: '1高1低' }))
      expect(plan.issues.filter(({ level }) => level === 'error')).toMatchObject([
        { code: 'grade.unknown', row: 2, column: '风险等级', params: { word: '特高', accepted: '高、中、低' } },
        { code: 'grade.mixed', row: 3, params: { word: '1高1低' } },
      ])
      expect(plan.summary).toMatchObject({ riskPoints: { created: 0 }, powers: { created: 0 }, rejected: 2 })
    })
  })

  it('that was declared gives way to the new one, and the leader who followed from it follows', async () => {
    await inRegister(async (register) => {
      await imported(register, list('高'))
      const plan = await imported(register, list('低'))
      expect(plan.changes.find(({ entity }) => entity === 'risk-point')?.differences).toEqual([{ field: 'responsibleLeader', before: '主要领导', after: '科室负责人' }, { field: 'grade', before: '高', after: '低' }])
      expect(await pointsOf(register)).toMatchObject([{ grade_code: 'low', grading_stage: 'declared', responsible_leader: '科室负责人' }])
    })
  })

  it('that is in force changes by review alone, whichever way a file would move it', async () => {
    await inRegister(async (register) => {
      await imported(register, list('中'))
      await accept(register)
      for (const to of ['低', '高']) {
        const plan = await planOf(register, list(to))
        expect(plan.issues).toMatchObject([{ level: 'error', code: 'grade.under-review', row: 2, column: '风险等级', params: { from: '中', to } }])
        expect(plan.summary).toMatchObject({ rejected: 1, riskPoints: { created: 0, updated: 0 } })
      }
      expect((await planOf(register, list('中'))).summary.riskPoints.unchanged).toBe(1)
    })
  })

  it('that was determined once is raised with the row for its reason while it is a draft again, but never lowered', async () => {
    await inRegister(async (register) => {
      await imported(register, list('中'))
      await accept(register)
      await register.change(async (change) => {
        const { id } = await change.db.updateTable('risk_point').set({ entry_state: 'draft' }).returning('id').executeTakeFirstOrThrow()
        await change.record({ action: 'review.reopen', entity: 'review', entityId: id })
      })
      expect((await planOf(register, list('低'))).issues).toMatchObject([{ level: 'error', code: 'grade.lowering-refused', params: { from: '中', to: '低' } }])
      await imported(register, list('高'))
      const last = await register.database.read.selectFrom('grading').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
      expect(last).toMatchObject({ final_grade: 'high', stage: 'declared', direction: 'raised', reason: '一览表.csv · 一览表 · 2' })
    })
  })

  it('and the text of a point under review stay as they are, and the row says so', async () => {
    await inRegister(async (register) => {
      await imported(register, list('中'))
      await register.change(async (change) => {
        const { id } = await change.db.updateTable('risk_point').set({ entry_state: 'inspection-review' }).returning('id').executeTakeFirstOrThrow()
        await change.record({ action: 'review.submit', entity: 'review', entityId: id })
      })
      const plan = await planOf(register, nineColumns({ power: '甲', text: '拖延受理', grade: '中', head: '另一位负责人' }))
      expect(plan.issues).toMatchObject([{ code: 'point.under-review', row: 2 }])
      expect(plan.summary.riskPoints).toMatchObject({ updated: 0, unchanged: 1 })
    })
  })

  it('leaves the leader whom the row names, also where the grade would bring another', async () => {
    await inRegister(async (register) => {
      const row = { power: '甲', text: '拖延受理', leader: '分管领导' }
      await imported(register, nineColumns({ ...row, grade: '中' }))
      await imported(register, nineColumns({ ...row, grade: '高' }))
      expect(await pointsOf(register)).toMatchObject([{ grade_code: 'high', responsible_leader: '分管领导' }])
      expect((await planOf(register, nineColumns({ ...row, grade: '高' }))).summary.riskPoints.unchanged).toBe(1)
    })
  })
})

describe('a row of the situation form', () => {
  const three = { power: '取水许可', count: '3', text: '1.拖延受理\n2.核查走过场\n3.收受礼金' }

  it.each([
    ['whose number of points is not the number of items', { count: '4', grade: '2高1低' }, 'points.count', { stated: 4, items: 3 }],
    ['whose grades do not add up', { grade: '2高2低' }, 'grade.sum', { word: '2高2低', sum: 4, items: 3 }],
    ['whose number is no number', { count: '若干', grade: '2高1低' }, 'count.unreadable', { text: '若干' }],
    ['that names a grade nobody knows', { grade: '2高1急' }, 'grade.unknown', { word: '2高1急' }],
    ['that has the same item twice', { text: '1.拖延\n2.拖延\n3.收礼', grade: '3高' }, 'points.twice', { text: '拖延' }],
  ])('%s is refused as a whole', async (_, cells, code, params) => {
    await inRegister(async (register) => {
      const plan = await planOf(register, situation({ ...three, ...cells }))
      expect(plan.issues).toMatchObject([{ level: 'error', code, row: 2, params }])
      expect(plan.summary).toMatchObject({ rejected: 1, powers: { created: 0 }, riskPoints: { created: 0 } })
    })
  })

  it('with a mixed grade is split in order, and each point waits for a person', async () => {
    await inRegister(async (register) => {
      const plan = await imported(register, situation({ ...three, grade: '2高1低' }))
      expect(plan.issues.filter(({ level }) => level === 'confirm')).toMatchObject([{ code: 'grade.split', row: 2, column: '等级', params: { word: '2高1低', points: 3 } }])
      expect(plan.summary.flagged).toBe(3)
      expect(await gradesOf(register)).toEqual({ 拖延受理: 'high', 核查走过场: 'high', 收受礼金: 'low' })
      expect(new Set(Object.values(await openOf(register)))).toEqual(new Set(['grade.split']))
      expect((await planOf(register, situation({ ...three, grade: '2高1低' }))).summary.riskPoints).toEqual({ created: 0, updated: 0, unchanged: 3 })
    })
  })

  it.each(['3中', '中', '中3'])('with one grade for all (%s) needs no confirmation', async (grade) => {
    await inRegister(async (register) => {
      const plan = await imported(register, situation({ ...three, grade }))
      expect(plan.summary.flagged).toBe(0)
      expect(new Set(Object.values(await gradesOf(register)))).toEqual(new Set(['medium']))
    })
  })

  it('that agrees with the grades that stand changes none of them and says so', async () => {
    await inRegister(async (register) => {
      await imported(register, nineColumns({ power: '取水许可', text: '拖延受理', grade: '低' }, { power: '取水许可', text: '核查走过场', grade: '高' }, { power: '取水许可', text: '收受礼金', grade: '高' }))
      const plan = await imported(register, situation({ ...three, grade: '2高1低', owner: '股长' }))
      expect(codesOf(plan, 'note')).toEqual(['grade.as-standing'])
      expect(await gradesOf(register)).toEqual({ 拖延受理: 'low', 核查走过场: 'high', 收受礼金: 'high' })
    })
  })

  it('gives the one point without a grade what is left, without asking', async () => {
    await inRegister(async (register) => {
      await imported(register, nineColumns({ power: '取水许可', text: '拖延受理', grade: '低' }, { power: '取水许可', text: '收受礼金', grade: '高' }))
      const plan = await imported(register, situation({ ...three, grade: '2高1低' }))
      expect(plan.summary).toMatchObject({ flagged: 0, riskPoints: { created: 1 } })
      expect(await gradesOf(register)).toEqual({ 拖延受理: 'low', 核查走过场: 'high', 收受礼金: 'high' })
    })
  })

  it('is settled by a form that states each grade: the questions it left open are closed', async () => {
    await inRegister(async (register) => {
      await imported(register, situation({ ...three, grade: '2高1低' }))
      await imported(register, nineColumns({ power: '取水许可', text: '拖延受理', grade: '低' }, { power: '取水许可', text: '收受礼金', grade: '高' }))
      expect(await gradesOf(register)).toEqual({ 拖延受理: 'low', 核查走过场: 'high', 收受礼金: 'high' })
      expect(await openOf(register)).toEqual({ 拖延受理: null, 核查走过场: 'grade.split', 收受礼金: null })
    })
  })

  it('gives its measures to all points until another form says which has which', async () => {
    await inRegister(async (register) => {
      await imported(register, situation({ power: '甲', count: '2', text: '1.一\n2.二', grade: '2高', measures: '1.公示\n2.轮岗' }))
      expect(await measuresOf(register)).toEqual({ 一: ['shared 公示', 'shared 轮岗'], 二: ['shared 公示', 'shared 轮岗'] })
      await imported(register, nineColumns({ power: '甲', text: '一', measures: '公示' }))
      expect(await measuresOf(register)).toEqual({ 一: ['stated 公示'], 二: ['shared 公示', 'shared 轮岗'] })
      expect((await imported(register, nineColumns({ power: '甲', text: '二', measures: '轮岗' }))).summary.controlMeasures.created).toBe(0)
      expect(await measuresOf(register)).toEqual({ 一: ['stated 公示'], 二: ['stated 轮岗'] })
      expect((await planOf(register, situation({ power: '甲', count: '2', text: '1.一\n2.二', grade: '2高', measures: '1.公示\n2.轮岗' }))).summary).toMatchObject({ riskPoints: { updated: 0 }, controlMeasures: { created: 0 } })
    })
  })
})

it('the survey gives its measures their owner and term', async () => {
  await inRegister(async (register) => {
    const row = { department: '审批股', post: '审批岗', power: '取水许可', step: '受理', category: '业务流程风险', grade: '高', owner: '股长' }
    const plan = await imported(register, survey({ ...row, text: '一', measures: '公示；轮岗', due: '2026年9月28日' }, { ...row, text: '二', measures: '谈话', due: '长期' }, { ...row, text: '三', measures: '抽查', due: '每季度' }))
    expect(plan.issues.filter(({ code }) => code === 'date.not-kept')).toMatchObject([{ row: 4, column: '完成时限', params: { text: '每季度' } }])
    expect((await pictureOf(register.database)).measures.map(({ content, owner, term, due_on: due, department }) => ({ content, owner, term, due, department }))).toEqual(expect.arrayContaining([
      { content: '公示', owner: '股长', term: 'dated', due: '2026-09-28', department: '审批股' },
      { content: '轮岗', owner: '股长', term: 'dated', due: '2026-09-28', department: '审批股' },
      { content: '谈话', owner: '股长', term: 'long-term', due: null, department: '审批股' },
      { content: '抽查', owner: '股长', term: 'none', due: null, department: '审批股' },
    ]))
    expect(await pointsOf(register)).toMatchObject([{ category_code: 'business-process', step: '受理' }, {}, {}])
  })
})

const sheet = (cells: Readonly<Record<string, string>>): File => gradingSheet({ power: '取水许可', text: '拖延受理', ...cells })

describe('a grading sheet', () => {
  it('is graded by its factors where a method knows them', async () => {
    await inRegister(async (register) => {
      await imported(register, sheet({ likelihood: '6', consequence: '40', grade: '高' }))
      expect(await pointsOf(register)).toMatchObject([{ grade_code: 'high', likelihood: 6, consequence: 40 }])
      expect(await register.database.read.selectFrom('grading').select(['score', 'computed_grade', 'direction']).execute()).toEqual([{ score: 240, computed_grade: 'high', direction: 'same' }])
      expect((await planOf(register, sheet({ likelihood: '6', consequence: '40', grade: '高' }))).summary.riskPoints.unchanged).toBe(1)
    })
  })

  it('may state a heavier grade than its factors give, with its reason, but no lighter one', async () => {
    await inRegister(async (register) => {
      await imported(register, sheet({ likelihood: '1', consequence: '7', grade: '高', reason: '曾有案件' }))
      expect(await register.database.read.selectFrom('grading').select(['final_grade', 'computed_grade', 'direction', 'reason']).execute()).toEqual([{ final_grade: 'high', computed_grade: 'low', direction: 'raised', reason: '曾有案件' }])
      const plan = await planOf(register, gradingSheet({ power: '取水许可', text: '收礼', likelihood: '10', consequence: '100', grade: '低' }))
      expect(plan.issues).toMatchObject([{ level: 'error', code: 'grade.below-computed', params: { from: '高', to: '低' } }])
    })
  })

  it('whose factors fit no method is taken by the grade it states', async () => {
    await inRegister(async (register) => {
      const plan = await imported(register, sheet({ likelihood: '4', consequence: '4', total: '16', grade: '中' }))
      expect(codesOf(plan, 'note')).toEqual(['column.not-kept', 'power.created-by-name', 'factors.not-kept'])
      expect(await pointsOf(register)).toMatchObject([{ grade_code: 'medium', likelihood: null }])
    })
  })
})

it('a point that a person confirmed is not asked about again by the same file', async () => {
  await inRegister(async (register) => {
    const file = situation({ power: '甲', count: '2', text: '1.一\n2.二', grade: '1高1低' })
    await imported(register, file)
    const ids = (await register.database.read.selectFrom('risk_point').select('id').execute()).map(({ id }) => id)
    await register.change((change) => confirmRiskPoints(change, ids))
    expect((await planOf(register, file)).summary).toMatchObject({ flagged: 0, riskPoints: { updated: 0, unchanged: 2 } })
  })
})
