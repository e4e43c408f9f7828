import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyImport } from '#core/exchange/apply/apply-import.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { exchangeHandlers } from '#core/exchange/router.ts'
import { undoImport } from '#core/exchange/undo/undo-import.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { createPower } from '#core/powers/power-records.ts'
import { officer, openTestRegister } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { catalogue, nineColumns, situation, survey } from './forms.ts'
import { applied, codesOf, csvFile, finished, imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'

const list = nineColumns({ department: '审批股', power: '取水许可', text: '拖延受理', grade: '高', measures: '公示' }, { department: '审批股', power: '取水许可', text: '收受礼金', grade: '中', measures: '轮岗' })

const entries = async ({ database: { read } }: TestRegister): Promise<number> => (await read.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

const lastBatch = async ({ database: { read } }: TestRegister): Promise<string> => (await read.selectFrom('import_batch').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()).id

const undo = (register: TestRegister, batchId: string) => finished(undoImport(register.core, officer, batchId))

describe('a dry run', () => {
  it('changes nothing', async () => {
    await inRegister(async (register) => {
      const before = await entries(register)
      expect((await planOf(register, list)).summary.riskPoints.created).toBe(2)
      expect(await entries(register)).toBe(before)
      expect((await pictureOf(register.database)).powers).toEqual([])
    })
  })

  it('is not carried out once anything else was changed, nor twice, nor after it was discarded', async () => {
    await inRegister(async (register) => {
      const plan = await planOf(register, list)
      const id = await register.change((change) => createPower(change, { name: '别的职权' }))
      await expect(applied(register, plan)).rejects.toMatchObject({ code: 'import.plan-outdated' })
      expect((await pictureOf(register.database)).powers).toMatchObject([{ name: '别的职权' }])
      expect(id).not.toBe('')
      const again = await planOf(register, list)
      await applied(register, again)
      await expect(applied(register, again)).rejects.toMatchObject({ code: 'import.plan-unknown' })
      const other = await planOf(register, catalogue({ name: '甲', basis: '《水法》' }))
      expect(exchangeHandlers.discard({ planId: other.planId }, register.call)).toEqual({ discarded: true })
      await expect(applied(register, other)).rejects.toMatchObject({ code: 'import.plan-unknown' })
    })
  })

  it('is kept for some time and among a few', async () => {
    await inRegister(async (register) => {
      const first = await planOf(register, list)
      for (let more = 0; more < 4; more++) await planOf(register, list)
      await expect(applied(register, first)).rejects.toMatchObject({ code: 'import.plan-unknown' })
      const old = await planOf(register, list)
      register.clock.pass(2 * 60 * 60 * 1000 + 1)
      await expect(applied(register, old)).rejects.toMatchObject({ code: 'import.plan-unknown' })
    })
  })

  it('is refused before an organisation has been set up', async () => {
    const register = await openTestRegister()
    await expect(finished(planImport(register.core, officer, { file: list, mapping: {}, locale: 'zh-CN' }))).rejects.toMatchObject({ code: 'organisation.missing' })
    await register.close()
  })
})

describe('columns nobody knows', () => {
  const rows = [['序号', '所在股室', '风险点', '风险描述', '风险等级', '防控措施', '档次', '领导'], ['1', '审批股', '取水许可', '拖延受理', '高', '公示', '甲', '分管局长']]

  it('are told, can be mapped by hand, and the next file of the same shape is read the same way', async () => {
    await inRegister(async (register) => {
      const blind = await planOf(register, csvFile(rows, '一览.csv'))
      expect(blind.issues[0]).toMatchObject({ level: 'error', code: 'column.missing', params: { field: '廉政风险主要内容及表现形式', rows: 1 } })
      expect(blind.issues.slice(1).map(({ code, column }) => [code, column])).toEqual(['所在股室', '风险描述', '档次', '领导'].map((header) => ['column.unknown', header]))
      expect(blind.summary.rejected).toBe(1)
      const mapping = { 一览: { 所在股室: 'department', 风险描述: 'manifestation', 档次: 'ignore' } }
      const mapped = await planOf(register, csvFile(rows, '一览.csv'), { mapping })
      expect(mapped.issues.map(({ code, column }) => [code, column])).toEqual([['column.unknown', '领导'], ['power.created-by-name', null], ['department.created', '所在股室']])
      await applied(register, mapped)
      expect((await pictureOf(register.database)).points).toMatchObject([{ manifestation: '拖延受理', department: '审批股' }])
      const before = await entries(register)
      const next = await planOf(register, csvFile(rows, '下一份.csv'))
      expect(next.summary).toMatchObject({ riskPoints: { unchanged: 1 }, rejected: 0 })
      expect(next.sheets[0]?.columns.find(({ header }) => header === '风险描述')?.field).toBe('manifestation')
      expect(await entries(register)).toBe(before)
    })
  })

  it('cannot be mapped to a field that does not exist', async () => {
    await inRegister(async (register) => {
      await expect(planOf(register, csvFile(rows, '一览.csv'), { mapping: { 一览: { 领导: 'constructor' } } })).rejects.toMatchObject({ code: 'import.unknown-field' })
    })
  })
})

describe('sheets and rows that bring nothing', () => {
  it('a file without a known header says so as an error', async () => {
    await inRegister(async (register) => {
      const plan = await planOf(register, csvFile([['姓名', '电话'], ['甲', '1']]))
      expect(plan.issues).toMatchObject([{ level: 'error', code: 'sheet.no-known-header', row: null }])
      expect(plan.sheets).toMatchObject([{ formCode: null, leftOut: [{ row: null, code: 'sheet.no-known-header' }] }])
    })
  })

  it('a header without rows is no error', async () => {
    await inRegister(async (register) => {
      const plan = await planOf(register, nineColumns())
      expect(plan.issues).toMatchObject([{ level: 'note', code: 'table.no-rows' }])
    })
  })
})

describe('stopping', () => {
  it('while planning leaves no plan and no trace', async () => {
    await inRegister(async (register) => {
      const before = await entries(register)
      const work = planImport(register.core, officer, { file: list, mapping: {}, locale: 'zh-CN' })
      expect((await work.next()).done).toBe(false)
      await work.return(undefined as never)
      expect(await entries(register)).toBe(before)
    })
  })

  it('while writing leaves the register as it was', async () => {
    await inRegister(async (register) => {
      const rows = Array.from({ length: 400 }, (_, index) => ({ department: '审批股', power: `第${index}项许可`, text: `第${index}种拖延`, grade: '高', measures: `第${index}条公示` }))
      const plan = await planOf(register, nineColumns(...rows))
      const before = await pictureOf(register.database)
      const work = applyImport(register.core, officer, plan.planId)
      for (;;) {
        const step = await work.next()
        if (step.done) throw new Error('ended before it could be stopped')
        if (step.value.stage === 'write' && step.value.done > 500) break
      }
      await work.return(undefined as never)
      expect(await pictureOf(register.database)).toEqual(before)
      expect(await register.database.read.selectFrom('import_batch').selectAll().execute()).toEqual([])
      expect((await applied(register, await planOf(register, nineColumns(...rows)))).summary.riskPoints.created).toBe(400)
    })
  })
})

it('a checked copy of the register is kept before an import', async () => {
  await inRegister(async (register) => {
    await imported(register, list)
    expect(readdirSync(register.core.folder.backups).filter((name) => name.endsWith('-import.sqlite'))).toHaveLength(1)
  })
})

it('imports are listed, the last first, with what they did', async () => {
  await inRegister(async (register) => {
    await imported(register, list)
    await imported(register, catalogue({ code: 'A', name: '取水许可', basis: '《水法》' }))
    expect(await exchangeHandlers.batches(undefined, register.call)).toMatchObject([
      { number: 2, fileName: '职权目录.csv', formCodes: ['power-catalogue-a'], state: 'applied', importedBy: '测试员', summary: { powers: { created: 0, updated: 1 } } },
      { number: 1, fileName: '一览表.csv', formCodes: ['risk-list-9'], state: 'applied', summary: { riskPoints: { created: 2 }, controlMeasures: { created: 2 } } },
    ])
  })
})

describe('undoing an import', () => {
  it('gives back fields, steps, measures and grades of what stood before', async () => {
    await inRegister(async (register) => {
      await imported(register, situation({ power: '取水许可', count: '2', text: '1.拖延受理\n2.收受礼金', grade: '1高1中', measures: '1.公示\n2.轮岗', owner: '股长' }))
      const before = await pictureOf(register.database)
      await imported(register, survey({ department: '审批股', post: '审批岗', power: '取水许可', step: '受理', category: '业务流程', text: '拖延受理', grade: '低', measures: '公示；谈话', due: '长期', owner: '大队长' }, { department: '审批股', power: '取水许可', step: '审查', text: '核查走过场', grade: '高' }))
      expect(await pictureOf(register.database)).not.toEqual(before)
      expect(await undo(register, await lastBatch(register))).toMatchObject({ state: 'undone' })
      expect(await pictureOf(register.database)).toEqual(before)
      const grading = await register.database.read.selectFrom('grading').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
      expect(grading).toMatchObject({ source: 'undo', final_grade: 'high' })
      const places = await register.database.read.selectFrom('department').select(['name', 'state']).execute()
      expect(places).toEqual([{ name: '审批股', state: 'withdrawn' }])
    })
  })

  it('leaves a point that had no grade without one, and its gradings on record', async () => {
    await inRegister(async (register) => {
      await imported(register, nineColumns({ power: '甲', text: '拖延' }))
      const before = await pictureOf(register.database)
      await imported(register, nineColumns({ power: '甲', text: '拖延', grade: '高' }))
      await undo(register, await lastBatch(register))
      expect(await pictureOf(register.database)).toEqual(before)
      expect(await register.database.read.selectFrom('grading').selectAll().execute()).toHaveLength(1)
    })
  })

  it('is refused while something rests on it, and names it', async () => {
    await inRegister(async (register) => {
      await imported(register, list)
      const batch = await lastBatch(register)
      const [point] = await register.database.read.selectFrom('risk_point').select('id').orderBy('number').execute()
      const { revision } = await register.change((change) => changeRiskPoint(change, { id: point?.id ?? '', patch: { directOwner: '股长' } }))
      expect(revision).toBeGreaterThan(1)
      await expect(undo(register, batch)).rejects.toMatchObject({ code: 'import.built-upon', params: { count: 1, names: '拖延受理' } })
    })
  })

  it.each([
    ['an accepted grade', async (register: TestRegister) => { await finished(acceptGradings(register.core, officer, { all: true, reason: '' })) }],
    ['a power that belongs to a department it created', async (register: TestRegister) => {
      const { id } = await register.database.read.selectFrom('department').select('id').executeTakeFirstOrThrow()
      await register.change((change) => createPower(change, { name: '别的', departmentId: id }))
    }],
    ['a later import that adds a point to its power', async (register: TestRegister) => { await imported(register, nineColumns({ power: '取水许可', text: '另一种拖延' })) }],
  ])('is refused because of %s', async (_, build) => {
    await inRegister(async (register) => {
      await imported(register, list)
      const batch = await lastBatch(register)
      await build(register)
      const before = await pictureOf(register.database)
      await expect(undo(register, batch)).rejects.toMatchObject({ code: 'import.built-upon' })
      expect(await pictureOf(register.database)).toEqual(before)
    })
  })

  it('is possible again once the later import was undone, but only once', async () => {
    await inRegister(async (register) => {
      const empty = await pictureOf(register.database)
      await imported(register, list)
      const first = await lastBatch(register)
      await imported(register, catalogue({ code: 'A', name: '取水许可', basis: '《水法》' }))
      await expect(undo(register, first)).rejects.toMatchObject({ code: 'import.built-upon' })
      await undo(register, await lastBatch(register))
      await undo(register, first)
      expect(await pictureOf(register.database)).toEqual(empty)
      await expect(undo(register, first)).rejects.toMatchObject({ code: 'import.already-undone' })
      await expect(undo(register, register.core.env.newId())).rejects.toMatchObject({ code: 'import.batch-unknown' })
      expect(codesOf(await imported(register, list), 'note')).toContain('power.created-by-name')
    })
  })
})
