import { describe, expect, test } from 'vitest'
import { undoImport } from '#core/exchange/undo/undo-import.ts'
import { applyImport } from '#core/exchange/apply/apply-import.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { columnLetters, worksheet, xlsxFile } from '../core/workbooks/xlsx-file.ts'
import { applied, codesOf, csvFile, finished, imported, inRegister, planOf } from '../core/exchange/importing.ts'
import type { Rows } from '../core/exchange/importing.ts'
import { refusalOf, stopAfter } from '../core/helpers/graded-register.ts'
import { officer } from '../core/helpers/register.ts'
import type { TestRegister } from '../core/helpers/register.ts'
import { longList } from './long-list.ts'

const nine = ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导']
const seven = ['序号', '权力事项', '风险点数量', '表现形式', '等级', '防控措施', '责任人']
const line = (more: { department?: string; name?: string; text?: string; grade?: string; measures?: string } = {}): string[] =>
  ['1', more.department ?? '审批股', '业务流程', more.name ?? '取水许可审批', more.text ?? '现场核查走过场', more.grade ?? '高', more.measures ?? '1.两人同行', '', '']
const formulaOr = (cell: string): string => (cell.startsWith('=') ? `><f>${cell.slice(1)}</f></c>` : ` t="inlineStr"><is><t>${cell}</t></is></c>`)
const sheetRow = (cells: readonly string[], at: number): string => `<row r="${at + 1}">${cells.map((cell, column) => `<c r="${columnLetters(column)}${at + 1}"${formulaOr(cell)}`).join('')}</row>`
const list = (rows: Rows, name?: string): File => csvFile([nine, ...rows], name)
const situation = (points: number, grade: string, texts: readonly string[]): File => csvFile([seven, ['1', '取水许可审批', String(points), texts.map((text, index) => `${index + 1}.${text}`).join('\n'), grade, '', '']])

const undone = (register: TestRegister, id: string) => finished(undoImport(register.core, officer, id))

/** Everything but the log: what two registers must have in common to be called the same. */
function contents({ database }: TestRegister): Record<string, unknown> {
  const tables = ['department', 'post', 'power', 'risk_point', 'control_measure', 'risk_point_measure', 'grading', 'import_batch', 'process_step', 'legal_basis', 'power_total', 'risk_point_total']
  return Object.fromEntries(tables.map((table) => [table, database.connection.prepare(`SELECT * FROM ${table}`).all()]))
}

/** Somebody else teaches the scale another word for 高, between two steps of whatever is going on. */
function addWord({ database: { connection }, clock }: TestRegister): void {
  const scale = connection.prepare<[], { code: string; levels: string }>('SELECT s.code, s.levels FROM scale AS s JOIN organisation AS o ON o.scale_code = s.code').get()
  const levels = JSON.parse(scale?.levels ?? '[]') as { code: string; aliases: string[] }[]
  for (const level of levels) if (level.code === 'high') level.aliases.push('超高')
  connection.prepare('UPDATE scale SET levels = ? WHERE code = ?').run(JSON.stringify(levels), scale?.code)
  connection.prepare("INSERT INTO audit_entry (id, at, actor_kind, actor, action, entity, entity_id) VALUES (?, '', 'person', '别人', 'scale.change', 'scale', ?)").run(clock.newId(), scale?.code)
}

const sound = async (register: TestRegister): Promise<void> => expect(await finished(verifyRegister(register.core))).toEqual({ problems: [] })

describe('plans', () => {
  test('carried out twice at once are carried out once', () => inRegister(async (register) => {
    const { planId } = await planOf(register, list([line()]))
    const results = await Promise.allSettled([1, 2, 3].map(() => finished(applyImport(register.core, officer, planId))))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await refusalOf(finished(applyImport(register.core, officer, planId)))).code).toBe('import.plan-unknown')
    expect(await register.database.read.selectFrom('risk_point').select('id').execute()).toHaveLength(1)
  }))

  test('made before anything else changed are outdated, two of one state at most once used', () => inRegister(async (register) => {
    const [first, second] = [await planOf(register, list([line()])), await planOf(register, list([line({ text: '另一处' })]))]
    await applied(register, first)
    expect((await refusalOf(applied(register, second))).code).toBe('import.plan-outdated')
    const third = await planOf(register, list([line({ text: '另一处' })]))
    await register.change((change) => createDepartment(change, { name: '财务股' }))
    expect((await refusalOf(applied(register, third))).code).toBe('import.plan-outdated')
  }))

  test('are outdated as well by what is changed while they are made, at whatever moment', async () => {
    for (let moment = 1; moment <= 8; moment++) {
      await inRegister(async (register) => {
        const { core, database } = register
        let asked = 0
        const changing: typeof core = new Proxy(core, { get: (target, name) => {
          if (name === 'database' && ++asked === moment) addWord(register)
          return Reflect.get(target, name) as unknown
        } })
        const plan = await finished(planImport(changing, officer, { file: list([line(), line({ text: '另一处', grade: '超高' })]), mapping: {}, locale: 'zh-CN' }))
        const outcome = await finished(applyImport(changing, officer, plan.planId)).then(() => 'applied', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
        // Read by the old words it must not be carried out; read by the new ones it may be.
        expect([moment, plan.summary.rejected, outcome]).toEqual([moment, expect.any(Number), plan.summary.rejected === 0 ? expect.stringMatching(/^(applied|import\.plan-outdated)$/u) : 'import.plan-outdated'])
        expect(database.connection.inTransaction).toBe(false)
      })
    }
  }, 60_000)

  test('that nobody reads to the end leave nothing, wherever reading stops', () => inRegister(async (register) => {
    const before = contents(register)
    const plan = await planOf(register, longList())
    for (const reports of [1, 3, 12]) {
      await stopAfter(applyImport(register.core, officer, plan.planId), reports)
      expect(contents(register)).toEqual(before)
    }
    const batch = await applied(register, plan)
    const after = contents(register)
    for (const reports of [1, 6]) {
      await stopAfter(undoImport(register.core, officer, batch.id), reports)
      expect(contents(register)).toEqual(after)
    }
    await sound(register)
  }), 60_000)
})

describe('one file', () => {
  test('under another name changes nothing the second time', () => inRegister(async (register) => {
    await imported(register, list([line(), line({ text: '超时办结', grade: '低' })], '甲.csv'))
    const again = await planOf(register, list([line(), line({ text: '超时办结', grade: '低' })], '乙.csv'))
    expect((await refusalOf(applied(register, again))).code).toBe('import.nothing-to-do')
  }))

  test('that contradicts itself is refused row by row, never by the last row winning', () => inRegister(async (register) => {
    const plan = await planOf(register, list([line(), line({ grade: '低' }), line({ department: '财务股' })]))
    expect(codesOf(plan, 'error')).toEqual(['row.contradicts', 'row.contradicts'])
    await applied(register, plan)
    expect(await register.database.read.selectFrom('risk_point').select('grade_code').execute()).toEqual([{ grade_code: 'high' }])
  }))

  test.each(['=1+1', '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '__proto__', 'constructor', 'toString', '<script>alert(1)</script>', '$t(errors:file.empty)', '%s%n', "x'); DROP TABLE power; --"])('%j in every cell is text', (text) => inRegister(async (register) => {
    await imported(register, list([line({ department: text, name: text, text: `${text}甲`, measures: `${text}乙` })]))
    const point = await register.database.read.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').innerJoin('department as d', 'd.id', 'r.department_id').select(['r.manifestation', 'p.name', 'd.name as department']).executeTakeFirst()
    expect(point).toEqual({ manifestation: `${text}甲`, name: text, department: text })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    await sound(register)
  }))

  test('whose headers are called like parts of every object is read by the others', () => inRegister(async (register) => {
    const extra = ['__proto__', 'constructor', 'hasOwnProperty', 'valueOf']
    const file = csvFile([[...nine, ...extra], [...line(), 'a', 'b', 'c', 'd']])
    const plan = await planOf(register, file)
    expect(plan.summary).toMatchObject({ riskPoints: { created: 1 }, rejected: 0 })
    const ignored = Object.fromEntries(extra.map((header) => [header, 'ignore']))
    const sheet = plan.sheets[0]?.sheet ?? ''
    const mapped = await planOf(register, file, { mapping: { [sheet]: ignored, ['__proto__']: {}, ['constructor']: ignored } })
    expect(mapped.sheets[0]?.columns.filter(({ header }) => extra.includes(header)).map(({ isIgnored }) => isIgnored)).toEqual([true, true, true, true])
    expect((await planOf(register, file)).sheets[0]?.columns.filter(({ isIgnored }) => isIgnored)).toHaveLength(4)
  }))

  test('with a formula whose result the file does not hold is refused by the cell, wherever the register would keep it', () => inRegister(async (register) => {
    const rows = [nine, ['=ROW()-1', ...line().slice(1)], line({ text: '=A1' }), line({ name: '=B1', measures: '=C1' })]
    const file = new File([new Uint8Array(xlsxFile([{ name: 'S', xml: worksheet(rows.map(sheetRow).join('')) }]))], '风险点.xlsx')
    const plan = await planOf(register, file)
    expect(plan.issues.filter(({ level }) => level === 'error').map(({ row: at, column, code, params }) => [at, column, code, params['formula']])).toEqual([
      [3, '廉政风险主要内容及表现形式', 'cell.no-result', '=A1'],
      [4, '风险点', 'cell.no-result', '=B1'],
      [4, '防控措施', 'cell.no-result', '=C1'],
    ])
    expect(plan.summary).toMatchObject({ riskPoints: { created: 1 }, rejected: 2 })
  }))

  test('with cells longer than a workbook’s is refused by the cell', () => inRegister(async (register) => {
    const plan = await planOf(register, list([line({ text: '水'.repeat(32_768) }), line({ name: '权'.repeat(2001) }), line({ department: '股'.repeat(501) }), line({ text: '河'.repeat(32_767) })]))
    expect(codesOf(plan, 'error')).toEqual(['cell.too-long', 'cell.too-long', 'cell.too-long'])
    await applied(register, plan)
    await sound(register)
  }))

  test('whose power is named by nothing but marks is refused', () => inRegister(async (register) => {
    const plan = await planOf(register, list([line({ name: '——' }), line({ name: '/' }), line({ text: '…' }), line({ name: '　' })]))
    expect(codesOf(plan, 'error')).toEqual(['cell.required', 'cell.required', 'cell.required', 'cell.required'])
  }))

  test('of unknown words tells the row, the column and what would do', () => inRegister(async (register) => {
    const plan = await planOf(register, list([line({ grade: '很高' }), line({ grade: '高中' }), line({ grade: '2高' }), line({ grade: '１' })]))
    expect(codesOf(plan, 'error')).toEqual(['grade.unknown', 'grade.unknown', 'grade.mixed', 'grade.unknown'])
    for (const issue of plan.issues) expect(issue).toMatchObject({ row: expect.any(Number) as unknown, column: '风险等级' })
    expect((await refusalOf(applied(register, plan))).code).toBe('import.nothing-to-do')
  }))

  test('of a thousand departments is taken in whole', () => inRegister(async (register) => {
    const rows = Array.from({ length: 1000 }, (_, index) => line({ department: `科室${index}`, name: `职权${index}`, text: `表现${index}` }))
    await imported(register, list(rows))
    expect(await register.database.read.selectFrom('department').select('id').execute()).toHaveLength(1000)
  }), 120_000)
})

describe('a mixed grade', () => {
  const texts = ['甲处', '乙处', '丙处']
  test.each([
    ['1中2低', ['medium', 'low', 'low']], ['１中２低', ['medium', 'low', 'low']], ['1 中 、 2 低', ['medium', 'low', 'low']], ['中1低2', ['medium', 'low', 'low']],
    ['二级1个，三级2个', ['medium', 'low', 'low']], ['0高1中2低', ['medium', 'low', 'low']], ['3低', ['low', 'low', 'low']], ['低', ['low', 'low', 'low']], ['1高2三级', ['high', 'low', 'low']],
  ])('%s is split over three points', (word, grades) => inRegister(async (register) => {
    await imported(register, situation(3, word, texts))
    const points = await register.database.read.selectFrom('risk_point').select(['grade_code', 'confirm_code']).orderBy('number').execute()
    expect(points.map((point) => point.grade_code)).toEqual(grades)
    expect(points.every((point) => point.confirm_code === (new Set(grades).size > 1 ? 'grade.split' : null))).toBe(true)
  }))

  test.each([
    ['1中1低', 'grade.sum'], ['2中2低', 'grade.sum'], ['0高', 'grade.sum'], ['999高', 'grade.sum'], ['1中2', 'grade.unknown'], ['1中1中1低', 'grade.unknown'], ['99999999高', 'grade.unknown'],
    ['-1高4低', 'grade.unknown'], ['1.5中1.5低', 'grade.unknown'], ['1高或2低', 'grade.unknown'], ['中低低', 'grade.unknown'], ['1特别重大2低', 'grade.unknown'],
  ])('%s for three points is reported, not guessed', (word, code) => inRegister(async (register) => {
    const plan = await planOf(register, situation(3, word, texts))
    expect([word, codesOf(plan, 'error')]).toEqual([word, [code]])
    expect(plan.summary.riskPoints.created).toBe(0)
  }))

  test('that gives one grade by two words adds up to that grade, or is reported', () => inRegister(async (register) => {
    const plan = await planOf(register, situation(3, '1高1一级1低', texts))
    expect(codesOf(plan, 'error')).toEqual(['grade.unknown'])
  }))

  test.each([['2', 'points.count'], ['4', 'points.count'], ['三', 'count.unreadable'], ['-3', 'count.unreadable'], ['3.0', 'count.unreadable'], ['1e1', 'count.unreadable']])('with a stated number of %s points for three is reported', (number, code) => inRegister(async (register) => {
    const file = csvFile([seven, ['1', '取水许可审批', number, texts.map((text, index) => `${index + 1}.${text}`).join('\n'), '3低', '', '']])
    expect(codesOf(await planOf(register, file), 'error')).toEqual([code])
  }))
})

describe('taking an import back', () => {
  test('twice, at once or one after the other, takes it back once', () => inRegister(async (register) => {
    const batch = await applied(register, await planOf(register, list([line()])))
    const results = await Promise.allSettled([1, 2].map(() => undone(register, batch.id)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(undone(register, batch.id))).code).toBe('import.already-undone')
    await sound(register)
  }))

  test('is refused when built upon by hand, and the same again after that', () => inRegister(async (register) => {
    const batch = await applied(register, await planOf(register, list([line()])))
    const { id } = await register.database.read.selectFrom('risk_point').select('id').executeTakeFirstOrThrow()
    await register.change((change) => changeRiskPoint(change, { id, patch: { title: '改过' } }))
    const before = contents(register)
    expect((await refusalOf(undone(register, batch.id))).code).toBe('import.built-upon')
    expect(contents(register)).toEqual(before)
  }))

  test('and importing the file again gives the points anew, sound', () => inRegister(async (register) => {
    const rows = [line(), line({ text: '超时办结', grade: '低', measures: '1.两人同行\n2.限时办结' })]
    for (let round = 0; round < 3; round++) await undone(register, (await applied(register, await planOf(register, list(rows)))).id)
    await imported(register, list(rows))
    expect(await register.database.read.selectFrom('risk_point').select('id').where('state', '=', 'in-force').execute()).toHaveLength(2)
    await sound(register)
  }))

  test('in the wrong order is refused where the later one rests on the earlier', () => inRegister(async (register) => {
    const first = await applied(register, await planOf(register, list([line()])))
    const second = await applied(register, await planOf(register, list([line({ text: '超时办结' })])))
    expect((await refusalOf(undone(register, first.id))).code).toBe('import.built-upon')
    await undone(register, second.id)
    await undone(register, first.id)
    for (const table of ['power', 'risk_point', 'control_measure', 'department'] as const) {
      expect(await register.database.read.selectFrom(table).select('id').where('state', '=', 'in-force').execute()).toEqual([])
    }
    await sound(register)
  }))
})
