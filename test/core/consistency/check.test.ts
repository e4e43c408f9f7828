import { describe, expect, it } from 'vitest'
import { readXlsx } from 'hucre'
import { ruleCodes } from '#shared/model/consistency/rules.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { runCheck } from '#core/consistency/run-check.ts'
import { consistencySummary } from '#core/consistency/summary.ts'
import { withinChange } from '#core/within-change.ts'
import { frozenCore } from '#core/years/frozen-years.ts'
import { finish, stopAfter } from '../helpers/graded-register.ts'
import { officer } from '../helpers/register.ts'
import { auditOf } from '../helpers/sample.ts'
import { finished } from '../publicity/publicity-story.ts'
import { names, one, outcome, withStory } from '../review/review-story.ts'
import { openScene } from './scene.ts'
import type { Scene } from './scene.ts'

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await openScene()
  try {
    await work(scene)
  } finally {
    await scene.register.close()
  }
}

describe('a run of the check', () => {
  it('asks every rule, tells how far it is, and counts by severity', async () => {
    await withScene(async ({ register: { core }, point, savePoint, power, savePower }) => {
      await savePoint(point, { categoryCode: null, stepId: null })
      await savePower(power, { code: null })
      const { told, result } = await finish(runCheck(core))
      expect(told.map(({ done, total }) => [done, total])).toEqual(ruleCodes.map((_, done) => [done, ruleCodes.length]))
      expect(result.checkedOn).toBe('2026-06-15')
      expect(result.totals).toEqual({ error: 1, warning: 1, hint: 1 })
      expect(result.rules.filter(({ count }) => count > 0).map(({ rule, level }) => [rule, level])).toEqual([['point-without-category', 'error'], ['power-without-code', 'warning'], ['point-without-step', 'hint']])
    })
  })

  it('ends where nobody reads it any more', async () => {
    await withScene(async ({ register: { core } }) => { await stopAfter(runCheck(core), 2) })
  })

  it('looks at the departments asked for, those without one among them', async () => {
    await withScene(async ({ register: { core }, addPoint, permits, works, write }) => {
      await addPoint({ categoryCode: null })
      const there = await addPoint({ categoryCode: null, departmentId: works })
      const nowhere = await addPoint({ categoryCode: null })
      write(`UPDATE risk_point SET department_id = NULL WHERE id = '${nowhere}'`)
      const count = async (departmentIds: string[]) => (await consistencySummary(core, { departmentIds })).rules.find(({ rule }) => rule === 'point-without-category')?.count ?? 0
      expect([await count([permits]), await count([works]), await count(['']), await count([permits, '']), await count([])]).toEqual([1, 1, 1, 2, 3])
      expect((await consistencySummary(core, { pointIds: [there] })).totals).toEqual({ error: 1, warning: 0, hint: 0 })
    })
  })

  it('within a change sees what the change has written so far', async () => {
    await withScene(async ({ register, point }) => {
      await register.change(async (change) => {
        await change.db.updateTable('risk_point').set({ category_code: null }).where('id', '=', point).execute()
        await change.record({ action: 'risk-point.change', entity: 'risk-point', entityId: point, after: { categoryCode: null } })
        expect((await consistencySummary(withinChange(register.core, change))).totals.error).toBe(1)
        expect((await consistencySummary(register.core)).totals.error).toBe(0)
      })
    })
  })
})

describe('how heavy a rule is', () => {
  it('is the office’s to say, with its trace; one that is off is not asked', async () => {
    await withScene(async ({ register, client, point, savePoint }) => {
      await savePoint(point, { stepId: null })
      await client.consistency.setLevel({ rule: 'point-without-step', level: 'error' })
      expect((await client.consistency.summary({})).totals).toEqual({ error: 1, warning: 0, hint: 0 })
      await client.consistency.setLevel({ rule: 'point-without-step', level: 'off' })
      expect(await client.consistency.summary({})).toEqual({ totals: { error: 0, warning: 0, hint: 0 }, rules: [], blocking: 0 })
      await client.consistency.setLevel({ rule: 'point-without-step', level: 'hint' })
      expect((await client.consistency.levels()).find(({ rule }) => rule === 'point-without-step')?.level).toBe('hint')
      expect(auditOf(register, 'point-without-step').map(({ before, after }) => [before, after])).toEqual([
        [{ consistencyLevel: 'hint' }, { consistencyLevel: 'error' }], [{ consistencyLevel: 'error' }, { consistencyLevel: 'off' }], [{ consistencyLevel: 'off' }, { consistencyLevel: 'hint' }],
      ])
    })
  })
})

describe('submitting', () => {
  it('is refused for a point a blocking rule finds, and goes through once it is mended or the office makes it a warning', async () => {
    await withStory(async ({ as, point, sample: { register } }) => {
      const [id, other] = [await point('low'), await point('low')]
      const writer = as(names.officer)
      const patch = async (of: string, categoryCode: string | null) => writer.risks.save({ items: [{ id: of, revision: (await writer.risks.get({ id: of })).revision, patch: { categoryCode } }] })
      await patch(id, null)
      expect(await writer.consistency.summary({ pointIds: [id] })).toMatchObject({ blocking: 1, totals: { error: 1 } })
      const refused = await outcome(writer.review.submit({ selection: { items: [{ id }, { id: other }] } }))
      expect(refused).toMatchObject({ done: 1, left: 1, reasons: [{ id, code: 'consistency.point-without-category' }] })
      await as(names.inspector).consistency.setLevel({ rule: 'point-without-category', level: 'warning' })
      expect((await writer.consistency.summary({ pointIds: [id] })).blocking).toBe(0)
      expect(await outcome(writer.review.submit({ selection: one(id) }))).toMatchObject({ done: 1, left: 0 })
      expect((await register.database.read.selectFrom('risk_point').select('entry_state').where('id', '=', id).executeTakeFirstOrThrow()).entry_state).toBe('submitted')
    })
  })
})

describe('freezing a year', () => {
  it('records what the check found and that it had been shown; the frozen year is checked as it was', async () => {
    await withScene(async ({ register, point, savePoint, found }) => {
      await savePoint(point, { categoryCode: null })
      await finish(freezeYear(register.core, officer, 2026, { confirmed: true }))
      const archive = await register.database.read.selectFrom('archive').select('id').executeTakeFirstOrThrow()
      expect(auditOf(register, archive.id)[0]?.after).toMatchObject({ year: 2026, errors: 1, warnings: 0, hints: 0, confirmed: true })
      await savePoint(point, { categoryCode: 'post-duties' })
      expect(await found()).toEqual({})
      const frozen = await frozenCore(register.core, officer, 2026)
      expect((await consistencySummary(frozen)).rules).toEqual([{ rule: 'point-without-category', level: 'error', count: 1 }])
      const { result } = await finish(runCheck(frozen))
      expect(result.totals).toEqual({ error: 1, warning: 0, hint: 0 })
    })
  })
})

describe('the findings', () => {
  it('as a workbook say of each record what is wrong and how to mend it', async () => {
    await withScene(async ({ client, savePoint, point, addMeasure }) => {
      await savePoint(point, { categoryCode: null, manifestation: '=HYPERLINK("http://x")' })
      await addMeasure({ term: 'dated', dueOn: '2026-06-14', progress: 'planned' })
      const file = await finished(client.consistency.export({ locale: 'zh-CN' }))
      expect(file.name).toBe('龙岭县水利局一致性检查结果.xlsx')
      const { sheets: [sheet] } = await readXlsx(new Uint8Array(await file.arrayBuffer()))
      const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
      const at = rows.findIndex((row) => row[0] === '序号')
      expect(rows[at]).toEqual(['序号', '级别', '问题', '编号', '对象', '所属职权', '科室', '说明', '如何改正'])
      expect(rows[at + 1]?.slice(1, 3)).toEqual(['错误', '风险点未选风险类别'])
      expect(rows[at + 1]?.[4]).toBe('=HYPERLINK("http://x")')
      expect(rows[at + 2]?.slice(1, 3)).toEqual(['提醒', '措施超过完成时限'])
      expect(rows[at + 2]?.slice(7)).toEqual(['时限 2026-06-14', '完成措施并登记执行情况，或说明原因后调整时限。'])
    })
  })

  it('come by page with what they belong to, and know whether they are being rectified', async () => {
    await withScene(async ({ client, savePoint, point }) => {
      await savePoint(point, { categoryCode: null })
      const page = await client.consistency.findings({ rule: 'point-without-category' })
      expect(page).toMatchObject({ total: 1, rows: [{ entity: 'risk-point', id: point, departmentName: '行政审批股', within: '取水许可审批1', params: { grade: 'low' }, rectificationId: null }] })
      expect((await client.consistency.findings({ rule: 'point-without-category', offset: 1 })).rows).toEqual([])
      const { id } = await client.rectification.fromFinding({ rule: 'point-without-category', subjectId: point, locale: 'zh-CN' })
      expect((await client.consistency.findings({ rule: 'point-without-category' })).rows[0]?.rectificationId).toBe(id)
    })
  })
})
