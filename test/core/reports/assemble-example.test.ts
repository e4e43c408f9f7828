import { expect, test } from 'vitest'
import { faultyArchives } from '#core/archive/check-archives.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { openExample } from '#core/example/open-example.ts'
import { checkFigures } from '#core/reports/check-figures.ts'
import { discrepanciesOf } from '#core/reports/assemble-check.ts'
import { assemblyOf } from '#core/reports/service.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { officer, openTestRegister } from '#test/core/helpers/register.ts'

test('the report on the example is made of what the database counts, before the year is frozen and after', async () => {
  const register = await openTestRegister()
  try {
    await finish(openExample(register.call))
    const { connection } = register.database
    const pairs = (statement: string) => connection.prepare<[], { label: string; count: number }>(statement).all()
    const one = (statement: string) => connection.prepare<[], number>(statement).pluck().get() ?? -1
    const open = await assemblyOf(register.core, { year: 2026, locale: 'zh-CN', texts: {} })
    const { report } = open
    expect(report).toMatchObject({ powers: { total: 30 }, riskPoints: { total: 40, byGrade: [18, 15, 7], ungraded: 0, toConfirm: 0 } })
    expect(report.powers.byType.toSorted((a, b) => (a.label < b.label ? -1 : 1))).toEqual(pairs(
      "SELECT v.label_zh AS label, count(*) AS count FROM power p JOIN vocabulary v ON v.kind = 'power-type' AND v.code = p.type_code WHERE p.state = 'in-force' GROUP BY 1 ORDER BY 1"))
    expect(report.powers.byDepartment.filter(({ label }) => label !== '').toSorted((a, b) => (a.label < b.label ? -1 : 1))).toEqual(pairs(
      "SELECT d.name AS label, count(*) AS count FROM power p JOIN department d ON d.id = p.department_id WHERE p.state = 'in-force' GROUP BY 1 ORDER BY 1"))
    expect(report.riskPoints.byDepartment.filter(({ label }) => label !== '').map(({ label, total }) => ({ label, count: total })).toSorted((a, b) => (a.label < b.label ? -1 : 1))).toEqual(pairs(
      "SELECT d.name AS label, count(*) AS count FROM risk_point p JOIN department d ON d.id = p.department_id WHERE p.state = 'in-force' GROUP BY 1 ORDER BY 1"))
    expect(report.riskPoints.byCategory.filter(({ total, label }) => total > 0 && label !== '').map(({ label, byGrade }) => ({ label, count: byGrade[0] })).toSorted((a, b) => (a.label < b.label ? -1 : 1))).toEqual(pairs(
      "SELECT v.label_zh AS label, sum(p.grade_code = 'high') AS count FROM risk_point p JOIN vocabulary v ON v.kind = 'risk-category' AND v.code = p.category_code WHERE p.state = 'in-force' GROUP BY 1 ORDER BY 1"))
    expect(report.measures.total).toBe(one("SELECT count(*) FROM control_measure WHERE state = 'in-force'"))
    expect(report.measures.longTerm).toBe(one("SELECT count(*) FROM control_measure WHERE state = 'in-force' AND progress <> 'done' AND term = 'long-term'"))
    expect(report.measures.pointsWithoutMeasures).toBe(one("SELECT count(*) FROM risk_point WHERE state = 'in-force' AND id NOT IN (SELECT risk_point_id FROM risk_point_measure)"))
    expect(report.riskList.reduce((sum, row) => sum + row.measures.length, 0)).toBe(one('SELECT count(*) FROM risk_point_measure'))
    expect(report.matrix?.counts.flat().reduce((a, b) => a + b, 0)).toBe(40)
    expect(checkFigures(report)).toEqual([])
    expect(discrepanciesOf(open).filter(({ blocking }) => blocking)).toEqual([])
    const { result } = await finish(freezeYear(register.core, officer, 2026))
    expect(result).toMatchObject({ powers: 30, riskPoints: 40 })
    expect((await assemblyOf(register.core, { year: 2026, locale: 'zh-CN', texts: {} })).report).toEqual({ ...report, archiveHash: result.contentHash })
    expect(faultyArchives(connection)).toEqual([])
  } finally {
    await register.close()
  }
})
