import { describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { sentenceFor } from '#shared/locales/translator.ts'
import { reports as sentences } from '#shared/locales/zh-cn/reports.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { gradingHandlers } from '#core/grading/router.ts'
import { withdrawMeasures } from '#core/measures/measure-records.ts'
import { checkFigures } from '#core/reports/check-figures.ts'
import { reportsHandlers } from '#core/reports/router.ts'
import { assemblyOf } from '#core/reports/service.ts'
import { annualOf } from '#test/core/helpers/annual-report.ts'
import { withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { aPoint, bringInForce, finish, itemFor, methodCalled, refusalOf, stopAfter, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer, openTestRegister } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

const reportOf = async (register: TestRegister, more: { locale?: 'zh-CN' | 'en'; year?: number } = {}) =>
  (await assemblyOf(register.core, { year: 2026, locale: 'zh-CN', texts: {}, ...more })).report

/** One number out of the database, by a statement that shares nothing with the report. */
function count(register: TestRegister, statement: string, ...parameters: string[]): number {
  return register.database.connection.prepare<string[], number>(statement).pluck().get(...parameters) ?? -1
}

describe('the figures of the report', () => {
  test('equal what the database itself counts', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const report = await reportOf(register)
      const points = "SELECT count(*) FROM risk_point p LEFT JOIN department d ON d.id = p.department_id WHERE p.state = 'in-force'"
      expect(report.powers).toEqual({
        total: count(register, "SELECT count(*) FROM power WHERE state = 'in-force'"),
        byType: [
          { label: '行政许可', count: count(register, "SELECT count(*) FROM power WHERE type_code = 'licence'") },
          { label: '行政处罚', count: count(register, "SELECT count(*) FROM power WHERE type_code = 'penalty'") },
        ],
        byDepartment: [
          { label: '行政审批股', count: count(register, "SELECT count(*) FROM power p JOIN department d ON d.id = p.department_id WHERE d.name = '行政审批股'") },
          { label: '水政监察大队', count: count(register, "SELECT count(*) FROM power p JOIN department d ON d.id = p.department_id WHERE d.name = '水政监察大队'") },
        ],
        withDiscretion: count(register, "SELECT count(*) FROM power WHERE discretion = 'yes'"),
        withBenchmark: count(register, "SELECT count(*) FROM power WHERE discretion = 'yes' AND benchmark_no IS NOT NULL"),
        withoutRiskPoints: count(register, 'SELECT count(*) FROM power WHERE id NOT IN (SELECT power_id FROM risk_point)'),
      })
      expect(report.riskPoints.total).toBe(count(register, points))
      expect(report.riskPoints.byGrade).toEqual(['high', 'medium', 'low'].map((code) => count(register, `${points} AND grade_code = ?`, code)))
      expect(report.riskPoints.ungraded).toBe(count(register, `${points} AND grade_code IS NULL`))
      expect(report.riskPoints.toConfirm).toBe(count(register, `${points} AND confirm_code IS NOT NULL`))
      for (const row of report.riskPoints.byDepartment) {
        expect(row.total).toBe(count(register, `${points} AND d.name = ?`, row.label))
        expect(row.byGrade).toEqual(['high', 'medium', 'low'].map((code) => count(register, `${points} AND d.name = ? AND grade_code = ?`, row.label, code)))
      }
      expect(report.measures.pointsWithMeasures).toBe(count(register, `${points} AND measure_count > 0`))
      expect(report.matrix?.counts.flat().reduce((a, b) => a + b, 0)).toBe(count(register, `${points} AND likelihood IS NOT NULL AND consequence IS NOT NULL`))
      expect(checkFigures(report)).toEqual([])
    })
  })

  test('stand as one would count them by hand', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const report = await reportOf(register)
      expect(report).toMatchObject({
        organisation: '龙岭县水利局', year: 2026, preparedOn: '2026-06-15', departmentsTotal: 2, postsTotal: 1,
        grades: [{ code: 'high', label: '高' }, { code: 'medium', label: '中' }, { code: 'low', label: '低' }],
        powers: { total: 3, withDiscretion: 2, withBenchmark: 1, withoutRiskPoints: 1 },
        riskPoints: { total: 5, byGrade: [2, 1, 1], ungraded: 1, toConfirm: 1 },
        measures: { total: 5, due: 2, done: 1, overdue: 1, notYetDue: 1, longTerm: 1, undated: 1, pointsWithMeasures: 3, pointsWithoutMeasures: 2 },
        gradeChanges: { total: 0, raised: 0, lowered: 0 },
      })
      expect(report.archiveHash).toBeUndefined()
      expect(report.comparison).toBeUndefined()
      expect(report.riskPoints.byCategory.map(({ label, total }) => [label, total])).toEqual([['思想道德', 0], ['岗位职责', 1], ['业务流程', 3], ['制度机制', 0], ['外部环境', 0], ['', 1]])
    })
  })

  test('the lists name departments, types and terms in words, in order of department', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const report = await reportOf(register)
      expect(report.powerCatalogue.map(({ code }) => code)).toEqual(['XK-001', 'XK-002', 'CF-001'])
      expect(report.powerCatalogue[0]).toMatchObject({
        type: '行政许可', department: '行政审批股', post: '审批岗', legalBasis: '《水法》第四十八条\n《取水许可条例》第二条', statutoryDays: 20, promisedDays: null, discretion: '有', note: '承诺时限：即办',
      })
      expect(report.powerCatalogue[1]).toMatchObject({ statutoryDays: null, note: '法定时限：15日' })
      expect(report.riskList.map(({ riskPoint, grade }) => [riskPoint, grade])).toEqual([
        ['现场核查', 'high'], ['取水许可审批', 'medium'], ['取水许可审批', 'low'], ['对擅自取水的处罚', 'high'], ['对擅自取水的处罚', null],
      ])
      expect(report.riskList[0]).toEqual({
        department: '行政审批股', category: '业务流程', riskPoint: '现场核查', manifestation: '现场核查走过场', grade: 'high', measures: ['两人同行核查', '每年开展廉政教育'],
        departmentHead: '张股长', leader: '主要领导',
      })
    })
  })

  test('the matrix runs from heaviest to lightest and knows the grade of each cell', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const { matrix } = await reportOf(register)
      expect(matrix?.likelihood).toEqual(['完全可能 (10)', '可能性较大 (6)', '可能性一般 (3)', '可能性小 (1)'])
      expect(matrix?.severity[0]).toBe('后果重大 (100)')
      expect(matrix?.counts).toEqual([[1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1]])
      expect(matrix?.gradeOfCell).toEqual([[0, 0, 1, 2], [0, 0, 1, 2], [0, 1, 2, 2], [1, 2, 2, 2]])
    })
  })

  test('the methods printed are those the points were graded by', async () => {
    await withGradedRegister(async (register) => {
      const { points } = await smallRegister(register)
      const { id: methodId, versions: [version] } = await methodCalled(register, 'product')
      if (version === undefined) throw new Error('no version')
      const { versionId } = await gradingHandlers.saveVersion({ methodId, definition: version.definition, note: '' }, register.call)
      await gradingHandlers.putInForce({ versionId }, register.call)
      const items = [await itemFor(register, points[4], { likelihood: 3, consequence: 7 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      await bringInForce(register, 'matrix-3x3')
      const report = await reportOf(register)
      expect(report.methods.map(({ title }) => title)).toEqual(['可能性与危害程度乘积法（D = L × C）', '可能性与危害程度乘积法（D = L × C）（第 2 版）'])
      expect(report.matrix?.counts.flat().reduce((a, b) => a + b, 0)).toBe(5)
    })
  })

  test('a grade of a scale the organisation has left still stands in the report, and the report foots', async () => {
    await withGradedRegister(async (register) => {
      const { points } = await smallRegister(register)
      await bringInForce(register, 'matrix-5x5')
      const items = [await itemFor(register, points[4], { likelihood: 5, consequence: 5 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      await bringInForce(register, 'product')
      const report = await reportOf(register)
      expect(report.grades.map(({ label }) => label)).toEqual(['高', '中', '低', '重大'])
      expect(report.riskPoints.byGrade).toEqual([2, 1, 1, 1])
      expect(checkFigures(report)).toEqual([])
    })
  })

  test('a withdrawn measure controls nothing', async () => {
    await withGradedRegister(async (register) => {
      const { measures } = await smallRegister(register)
      await register.change((change) => withdrawMeasures(change, [measures.pairs, measures.training]))
      const report = await reportOf(register)
      expect(report.measures).toMatchObject({ total: 3, pointsWithMeasures: 2, pointsWithoutMeasures: 3 })
      expect(checkFigures(report)).toEqual([])
    })
  })

  test('an empty register gives a report that foots', async () => {
    await withGradedRegister(async (register) => {
      const report = await reportOf(register)
      expect(checkFigures(report)).toEqual([])
      expect(report).toMatchObject({ powers: { total: 0 }, riskPoints: { total: 0 }, measures: { total: 0 } })
      expect(report.methods).toHaveLength(1)
    })
  })

  test('in English every word of the program and of the vocabularies is English', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const report = await reportOf(register, { locale: 'en' })
      expect(report.grades.map(({ label }) => label)).toEqual(['High', 'Medium', 'Low'])
      expect(report.powers.byType.map(({ label }) => label)).toEqual(['Administrative licence', 'Administrative penalty'])
      expect(report.powerCatalogue[1]?.note).toBe('Statutory term: 15日')
      expect(report.methods[0]?.title).toBe('Likelihood times consequence (D = L × C)')
    })
  })
})

describe('a frozen year', () => {
  test('gives the same report as the register did on the day it was frozen, and keeps giving it', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers } = await smallRegister(register)
      const approved = { reason: '整改到位', approver: '主要领导' }
      const lowered = [await itemFor(register, points[0], { likelihood: 6, consequence: 15 })]
      await register.change((change) => gradePoints(change, { items: lowered, ...approved }))
      const before = await reportOf(register)
      const { result } = await finish(freezeYear(register.core, officer, 2026))
      expect(await reportOf(register)).toEqual({ ...before, archiveHash: result.contentHash })
      register.clock.pass(200 * 86_400_000)
      await register.change((change) => withdrawRiskPoints(change, [points[3]]))
      await aPoint(register, { powerId: powers.dredging })
      expect(await reportOf(register)).toEqual({ ...before, archiveHash: result.contentHash })
    })
  })

  test('is what the next year is compared with, and its changes of grades are listed', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers } = await smallRegister(register)
      await finish(freezeYear(register.core, officer, 2025))
      await aPoint(register, { powerId: powers.dredging, manifestation: '围标串标' })
      await register.change((change) => withdrawRiskPoints(change, [points[2]]))
      const items = [await itemFor(register, points[3], { likelihood: 1, consequence: 7 }), await itemFor(register, points[1], { likelihood: 10, consequence: 100 })]
      await register.change((change) => gradePoints(change, { items, reason: '按查处情况调整', approver: '王局长' }))
      const report = await reportOf(register)
      expect(report.comparison).toEqual({ previousYear: 2025, previousTotal: 5, added: 1, cancelled: 1, raised: 1, lowered: 1, unchanged: 2 })
      expect(report.gradeChanges).toEqual({ total: 2, raised: 1, lowered: 1 })
      expect(report.adjustments).toEqual([
        { date: '2026-06-15', department: '水政监察大队', riskPoint: '对擅自取水的处罚：有案不立', from: '高', to: '低', direction: 'lowered', reason: '按查处情况调整', decidedBy: '王局长' },
        { date: '2026-06-15', department: '行政审批股', riskPoint: '取水许可审批：超时办结', from: '中', to: '高', direction: 'raised', reason: '按查处情况调整', decidedBy: '王局长' },
      ])
      expect(checkFigures(report)).toEqual([])
    })
  })
})

describe('the check before the report', () => {
  test('tells what to look at, and every code has its sentence', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const check = await reportsHandlers.check({ year: 2026 }, register.call)
      expect(check).toMatchObject({ source: 'register', powers: 3, riskPoints: 5, controlMeasures: 5 })
      expect(check.discrepancies).toEqual([
        { code: 'year-not-frozen', blocking: false, params: { year: 2026 } },
        { code: 'heaviest-without-measures', blocking: false, params: { count: 1 } },
        { code: 'discretion-without-benchmark', blocking: false, params: { count: 1 } },
        { code: 'powers-without-risk', blocking: false, params: { count: 1 } },
        { code: 'points-ungraded', blocking: false, params: { count: 1 } },
        { code: 'points-open', blocking: false, params: { count: 1 } },
        { code: 'points-without-measures', blocking: false, params: { count: 1 } },
        { code: 'measures-overdue', blocking: false, params: { count: 1 } },
        { code: 'measures-undated', blocking: false, params: { count: 1 } },
        { code: 'grades-not-accepted', blocking: false, params: { count: 4 } },
      ])
      for (const { code } of check.discrepancies) expect(Object.keys(sentences)).toContain(`discrepancy.${code}`)
    })
  })

  test('a frozen year with accepted grades says so', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
      await finish(freezeYear(register.core, officer, 2026))
      const check = await reportsHandlers.check({ year: 2026 }, register.call)
      expect(check.source).toBe('archive')
      expect(check.discrepancies.map(({ code }) => code)).not.toContain('year-not-frozen')
      expect(check.discrepancies.map(({ code }) => code)).not.toContain('grades-not-accepted')
    })
  })

  test('an archive whose rows no longer add up is listed by the check and gives no report', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await finish(freezeYear(register.core, officer, 2026))
      register.database.connection.exec("DROP TRIGGER archive_row_keeps_what_was; UPDATE archive_row SET content = json_set(content, '$.id', 'x') WHERE entity = 'power' AND position = 1")
      register.database.connection.exec("DROP TRIGGER archive_row_stays; DELETE FROM archive_row WHERE entity = 'power' AND position = 0")
      const before = await reportsHandlers.check({ year: 2026 }, register.call)
      expect(before.discrepancies.filter(({ blocking }) => blocking)).toEqual([])
      register.database.connection.exec('ALTER TABLE archive_row RENAME TO kept')
      register.database.connection.exec("CREATE VIEW archive_row AS SELECT * FROM kept UNION ALL SELECT archive_number, entity, -5, 'ghost', content FROM kept WHERE entity = 'risk-point' AND position = 0")
      const blocking = (await reportsHandlers.check({ year: 2026 }, register.call)).discrepancies.filter((one) => one.blocking)
      expect(blocking.map(({ code }) => code)).toContain('points-by-grade')
      const refused = await refusalOf(finish(annualOf(register, { year: 2026, format: 'docx', locale: 'zh-CN', texts: {} })))
      expect(refused.code, 'what was changed past the program is no source of a report').toBe('archive.tampered')
      expect(sentenceFor('zh-CN', 'errors', refused)).toContain('2026')
    })
  })

  test('before there is an organisation there is nothing to report', async () => {
    const register = await openTestRegister()
    try {
      expect((await refusalOf(Promise.resolve(reportsHandlers.check({ year: 2026 }, register.call)))).code).toBe('organisation.missing')
    } finally {
      await register.close()
    }
  })
})

const textIn = async (file: File, part: string) => strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))[part] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')

describe('the file', () => {
  test('while the year is open says so inside, carries the officer’s own words, and tells how far it is', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const texts = { work: '召开会议三次。\n\n组织培训。', problems: '人手不足。', plans: '增配人员。', documentNo: '龙水监〔2026〕8号' }
      const { result, told } = await finish(annualOf(register, { year: 2026, format: 'docx', locale: 'zh-CN', texts }))
      expect(result.name).toBe('龙岭县水利局2026年度廉政风险防控工作评估报告（内部版）.docx')
      expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['collect', 'write-file'])
      expect(told.at(-1)).toEqual({ done: 1, total: 1, stage: 'write-file' })
      const text = await textIn(result, 'word/document.xml')
      expect(text).toContain('2026年度数据尚未归档，本报告取自2026年6月15日的登记台账。')
      for (const said of ['召开会议三次。', '组织培训。', '人手不足。', '增配人员。', '龙水监〔2026〕8号']) expect(text).toContain(said)
    })
  })

  test('of a frozen year names the hash it is frozen under', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const { result: { contentHash } } = await finish(freezeYear(register.core, officer, 2026))
      const { result } = await finish(annualOf(register, { year: 2026, format: 'docx', locale: 'en', texts: {} }))
      expect(result.name).toBe('龙岭县水利局, Integrity Risk Control Annual Assessment Report 2026 (Internal edition).docx')
      const text = await textIn(result, 'word/document.xml')
      expect(text).toContain(contentHash)
      expect(text).not.toContain('is not frozen yet')
    })
  })

  test.each([
    ['zh-CN', '龙岭县水利局2026年度廉政风险防控工作评估报告（内部版）.xlsx', '2026年度数据尚未归档，本报告取自2026年6月15日的登记台账。'],
    ['en', '龙岭县水利局, Integrity Risk Control Annual Assessment Report 2026 (Internal edition).xlsx', 'The year 2026 is not frozen yet; this report is drawn from the register as it stood on'],
  ] as const)('as a workbook in %s bears its name and says the same', async (locale, name, note) => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const { result } = await finish(annualOf(register, { year: 2026, format: 'xlsx', locale, texts: {} }))
      expect(result.name).toBe(name)
      expect(await textIn(result, 'xl/sharedStrings.xml')).toContain(note)
    })
  })

  test('a name of the organisation that no file system takes is made harmless', async () => {
    await withGradedRegister(async (register) => {
      await register.change(async (change) => {
        await change.db.updateTable('organisation').set({ name: '../龙岭县\n水利局: "监察" <室>' }).execute()
        await change.record({ action: 'organisation.change', entity: 'organisation', entityId: 'x' })
      })
      const { result } = await finish(annualOf(register, { year: 2026, format: 'xlsx', locale: 'zh-CN', texts: {} }))
      expect(result.name).not.toMatch(/[\p{Cc}<>:"/\\|?*]/u)
    })
  })

  test('can be stopped while it is collected and while it is written', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      for (const reports of [1, 2]) await stopAfter(annualOf(register, { year: 2026, format: 'docx', locale: 'zh-CN', texts: {} }), reports)
      expect((await finish(annualOf(register, { year: 2026, format: 'xlsx', locale: 'zh-CN', texts: {} }))).result.size).toBeGreaterThan(0)
    })
  })

  test('a register that changes while it is read is read again; one that never rests gives no report', async () => {
    await withGradedRegister(async (register) => {
      const { powers } = await smallRegister(register)
      let disturb = 1
      const request = {
        year: 2026, locale: 'zh-CN', texts: {},
        onChunk: async () => { if (disturb-- > 0) await aPoint(register, { powerId: powers.dredging }) },
      } as const
      const { report } = await assemblyOf(register.core, request)
      expect(report.riskPoints.total).toBe(6)
      expect(checkFigures(report)).toEqual([])
      const onChunk = () => register.change((change) => change.record({ action: 'power.change', entity: 'power', entityId: powers.dredging }))
      expect((await refusalOf(assemblyOf(register.core, { ...request, onChunk }))).code).toBe('report.register-busy')
    })
  })
})
