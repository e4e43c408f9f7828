import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBoard } from '#core/assessment/board.ts'
import { addAttachment, withdrawAttachment } from '#core/attachments/attachment-records.ts'
import { attachedSubject } from '#core/attachments/attached-subject.ts'
import { campaignProblems } from '#core/integrity/campaigns.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { assemblyOf } from '#core/reports/service.ts'
import { rowsOfFigure } from '#core/assessment/rows-behind.ts'
import { readSheet } from '#core/assessment/sheet.ts'
import type { Call } from '#core/registration.ts'
import { finish, refusalOf, stopAfter } from '../helpers/graded-register.ts'
import { planningDatabase, stepsOf } from '../helpers/plans.ts'
import { as, freeze2026, handlers, openCampaign, scoreAll, withAssessed } from './assessed-register.ts'
import type { Assessed } from './assessed-register.ts'

const day = 86_400_000
const codeOf = async (promise: unknown): Promise<string> => (await refusalOf(promise as Promise<unknown>)).code

function people({ register, small }: Assessed) {
  return {
    writer: as(register, '填报员', 'risk-officer', [small.permits]), other: as(register, '监察员', 'section-head', [small.inspectors]), inspector: as(register, '考评办', 'inspector'),
    assessor: as(register, '考评员', 'assessor'), chief: as(register, '主要领导', 'chief-leader'),
  }
}

const boardOf = (call: Call, id: string) => handlers.campaign({ id }, call)
const rowIn = async (call: Call, id: string, name: string) => {
  const row = (await boardOf(call, id)).board.find((one) => one.name === name)
  if (row === undefined) throw new Error(`no ${name}`)
  return row
}
const itemIn = async (call: Call, campaignDepartmentId: string, code: string) => {
  const sheet = await handlers.sheet({ id: campaignDepartmentId }, call)
  const item = [...sheet.groups.flatMap(({ items }) => items), ...sheet.bonus].find((one) => one.code === code)
  if (item === undefined) throw new Error(`no item ${code}`)
  return item
}

describe('opening a campaign', () => {
  test('needs the frozen year, or is provisional until the year is frozen and its figures are taken anew', async () => {
    await withAssessed(async (assessed) => {
      const { register, small } = assessed
      const { inspector, writer } = people(assessed)
      expect(await codeOf(openCampaign(assessed))).toBe('assessment.year-open')
      const { id } = await openCampaign(assessed, { basis: 'provisional' })
      expect(await codeOf(openCampaign(assessed, { basis: 'provisional' }))).toBe('assessment.exists')
      const row = await rowIn(inspector, id, '行政审批股')
      expect(await itemIn(inspector, row.id, 'flowchart')).toMatchObject({ computed: { counts: 1, all: 2, score: 2.5 }, final: null })
      await scoreAll(writer, row.id, { rater: 'self', percent: 100 })
      expect(await codeOf(handlers.publish({ id, revision: 1, objectUntil: '2026-12-31' }, inspector))).toBe('assessment.provisional')

      // A flowchart is drawn, then the year is frozen: the figures follow, what people gave stays.
      register.database.connection.prepare('UPDATE power SET step_count = 1 WHERE id = ?').run(small.powers.dredging)
      const order = { id: row.id, indicator: 'flowchart' as const, offset: 0, limit: 10 }
      expect((await rowsOfFigure(inspector, order)).rows.map(({ counts }) => counts)).toEqual([true, true])
      await freeze2026(assessed)
      const { result } = await finish(await handlers.recompute({ id, revision: 1 }, inspector) as AsyncGenerator<{ done: number; total: number; stage: string }, { basis: string; changed: number }, void>)
      expect(result).toEqual({ basis: 'frozen', changed: 1 })
      expect(await itemIn(inspector, row.id, 'flowchart')).toMatchObject({ computed: { counts: 2, all: 2, score: 5 } })
      expect(await rowIn(inspector, id, '行政审批股')).toMatchObject({ step: 'office' })
      expect(await codeOf(finish(await handlers.recompute({ id, revision: 2 }, inspector) as AsyncGenerator<never, unknown, void>))).toBe('assessment.figures-final')
    })
  })

  test('tells how far it has come, leaves nothing when stopped, and refuses dates out of order', async () => {
    await withAssessed(async (assessed) => {
      const { register, small } = assessed
      const { inspector } = people(assessed)
      const [template] = await handlers.templates(undefined, inspector)
      const order = { year: 2026, templateId: template?.id ?? '', title: '考评', basis: 'provisional' as const, departmentIds: [small.permits, small.inspectors], selfDueOn: '2026-07-01', officeDueOn: '2026-07-02', leadDueOn: '2026-07-03' }
      await stopAfter(await handlers.open(order, inspector) as AsyncGenerator<never, unknown, void>, 3)
      expect(await handlers.campaigns(undefined, inspector)).toEqual([])
      expect(register.database.connection.prepare('SELECT count(*) n FROM campaign_item').get()).toEqual({ n: 0 })
      const refused = async (part: object) => codeOf(finish(await handlers.open({ ...order, ...part }, inspector) as AsyncGenerator<never, unknown, void>))
      expect(await refused({ officeDueOn: '2026-06-30' })).toBe('assessment.dates')
      expect(await refused({ departmentIds: [small.post] })).toBe('assessment.department-unknown')
      expect((await openCampaign(assessed, { basis: 'provisional' })).told).toBeGreaterThan(30)
      const dropped = await handlers.drop({ id: (await handlers.campaigns(undefined, inspector))[0]?.id ?? '', revision: 1, reason: '发起有误' }, inspector)
      expect(dropped.revision).toBe(2)
      await openCampaign(assessed, { basis: 'provisional' })
    })
  })
})

describe('a campaign from opening to its end', () => {
  const held = Promise.withResolvers<Assessed & { id: string }>()
  const over = Promise.withResolvers<void>()
  let running: Promise<void>
  beforeAll(async () => {
    running = withAssessed(async (assessed) => {
      await freeze2026(assessed)
      held.resolve({ ...assessed, ...await openCampaign(assessed) })
      await over.promise
    })
    await Promise.race([held.promise, running])
  })
  afterAll(async () => {
    over.resolve()
    await running
  })

  test('writers score their own department; computed items are prefilled, and an overridden one needs a reason', async () => {
    const assessed = await held.promise
    const { writer, other, inspector } = people(assessed)
    const permits = await rowIn(writer, assessed.id, '行政审批股')
    expect(permits).toMatchObject({ step: 'self', items: 31, done: { self: 24, office: 24, lead: 24 }, total: null })
    const plan = await itemIn(writer, permits.id, 'lead-plan')
    const give = (call: Call, part: object) => handlers.scoreSelf({ campaignItemId: plan.id, score: 2, reason: '', seen: null, ...part }, call) as Promise<{ number: number | null }>
    expect(await codeOf(give(other, {}))).toBe('permission.elsewhere')
    expect(await codeOf(give(writer, { score: 3.5 }))).toBe('assessment.score-above')
    const { number } = await give(writer, {})
    expect(await codeOf(give(writer, { score: 3 }))).toBe('assessment.score-meanwhile')
    expect(await itemIn(writer, permits.id, 'lead-plan')).toMatchObject({ lacks: { self: 'reason-deducted' }, given: { self: { score: 2 } } })
    expect(await give(writer, { seen: number })).toEqual({ number })
    const { number: second } = await give(as(assessed.register, '股长', 'section-head', [assessed.small.permits]), { score: 1, reason: '股长改', seen: number })
    await give(writer, { reason: '缺年度计划', seen: second })
    expect(await itemIn(writer, permits.id, 'lead-plan')).toMatchObject({ lacks: { self: null }, changes: 3 })

    const flowchart = await itemIn(writer, permits.id, 'flowchart')
    expect(flowchart).toMatchObject({ computed: { score: 2.5 }, lacks: { self: null } })
    await handlers.scoreSelf({ campaignItemId: flowchart.id, score: 5, reason: '', seen: null }, writer)
    expect(await itemIn(writer, permits.id, 'flowchart')).toMatchObject({ lacks: { self: 'reason-overridden' } })
    expect(await codeOf(handlers.handInSelf({ id: permits.id }, writer))).toBe('assessment.unfinished')
    const seen = (await itemIn(writer, permits.id, 'flowchart')).given.self?.number ?? null
    await handlers.scoreSelf({ campaignItemId: flowchart.id, score: 5, reason: '另一项流程图已上墙公布', seen }, writer)
    expect(await codeOf(handlers.scoreOffice({ campaignItemId: plan.id, score: 3, reason: '', seen: null }, inspector))).toBe('assessment.not-your-turn')
    await scoreAll(writer, permits.id, { rater: 'self', percent: 100 })
    await scoreAll(other, (await rowIn(writer, assessed.id, '水政监察大队')).id, { rater: 'self', percent: 80 })
  })

  test('office and leader score after them, send back with a reason, and never whom they scored as the department', async () => {
    const assessed = await held.promise
    const { register, id } = assessed
    const { writer, inspector, assessor, chief } = people(assessed)
    const [permits, water] = [await rowIn(writer, id, '行政审批股'), await rowIn(writer, id, '水政监察大队')]
    const bothHats = as(register, '填报员', 'inspector')
    expect(await codeOf(scoreAll(bothHats, permits.id, { rater: 'office', percent: 100 }))).toBe('assessment.own-self-score')
    expect((await handlers.sheet({ id: permits.id }, bothHats)).scoring.office).toBe('own-self-score')
    // Also whose score another changed afterwards.
    expect(await codeOf(scoreAll(as(register, '股长', 'assessor'), permits.id, { rater: 'office', percent: 100 }))).toBe('assessment.own-self-score')
    expect(await handlers.sendBackOffice({ id: permits.id, reason: '佐证不全' }, inspector)).toEqual({ step: 'self' })
    expect(await rowIn(writer, id, '行政审批股')).toMatchObject({ step: 'self', returned: '佐证不全' })
    expect(await handlers.handInSelf({ id: permits.id }, writer)).toEqual({ step: 'office' })
    await scoreAll(assessor, permits.id, { rater: 'office', percent: 90 })
    await scoreAll(assessor, water.id, { rater: 'office', percent: 100 })
    expect(await codeOf(handlers.publish({ id, revision: 1, objectUntil: '2026-12-31' }, inspector))).toBe('assessment.not-all-scored')
    await handlers.markVeto({ id: water.id, veto: 'discipline', fires: true, reason: '误报' }, inspector)
    await handlers.markVeto({ id: water.id, veto: 'discipline', fires: false, reason: '经核实不属实' }, inspector)
    expect(await codeOf(handlers.markVeto({ id: water.id, veto: 'case', fires: false, reason: '不算' }, inspector))).toBe('assessment.veto-unknown')
    await scoreAll(chief, permits.id, { rater: 'lead', percent: 100 })
    await scoreAll(chief, water.id, { rater: 'lead', percent: 100 })
    const sheet = await handlers.sheet({ id: water.id }, inspector)
    expect(sheet.vetoes.map(({ code, fires }) => [code, fires])).toEqual([['case', true], ['discipline', false], ['false', false]])
    const finals = sheet.groups.flatMap(({ items }) => items).reduce((sum, item) => sum + Math.round((item.final ?? 0) * 100), 0)
    expect(finals).toBe(Math.round((sheet.result?.base ?? 0) * 100))
    expect(sheet.campaign).toMatchObject({ departments: 2, scored: 2, state: 'scoring' })
  })

  test('results are published, objected to and corrected with what stood before kept', async () => {
    const assessed = await held.promise
    const { register, id } = assessed
    const { writer, other, inspector } = people(assessed)
    const permits = await rowIn(writer, id, '行政审批股')
    const plan = await itemIn(writer, permits.id, 'lead-plan')
    expect(await codeOf(handlers.object({ campaignItemId: plan.id, text: '已补' }, writer))).toBe('assessment.not-published')
    await handlers.publish({ id, revision: 1, objectUntil: '2026-06-25' }, inspector)
    expect(await codeOf(handlers.scoreLead({ campaignItemId: plan.id, score: 1, reason: '', seen: null }, inspector))).toBe('assessment.not-scoring')
    expect(await codeOf(handlers.object({ campaignItemId: plan.id, text: '已补' }, other))).toBe('permission.elsewhere')
    const before = (await handlers.results({ id }, inspector)).rows.find(({ name }) => name === '行政审批股')
    const { id: objectionId } = await handlers.object({ campaignItemId: plan.id, text: '年度计划已于三月印发，见附件' }, writer)
    expect(await codeOf(handlers.object({ campaignItemId: plan.id, text: '再次' }, writer))).toBe('assessment.objection-open')
    expect(await codeOf(handlers.close({ id, revision: 2 }, inspector))).toBe('assessment.objections-until')
    const answer = { objectionId, outcome: 'corrected' as const, text: '经核实，计划已印发', corrections: [{ rater: 'office' as const, score: 3 }] }
    expect(await codeOf(handlers.answer(answer, as(register, '填报员', 'inspector')))).toBe('assessment.own-objection')
    expect(await codeOf(handlers.answer({ ...answer, corrections: [{ rater: 'lead', score: 3 }] }, inspector))).toBe('assessment.correction-missing')
    await handlers.answer(answer, inspector)
    expect(await codeOf(handlers.answer(answer, inspector))).toBe('assessment.answered')
    expect((await handlers.objections({ id }, inspector))[0]?.answer).toMatchObject({ outcome: 'corrected', corrections: [{ rater: 'office', from: 2.7, to: 3 }] })
    const trail = (await handlers.trail({ id: plan.id }, inspector)).filter(({ rater }) => rater === 'office')
    expect(trail.map(({ kind, score, previous, objection }) => [kind, score, previous, objection])).toEqual([['scored', 2.7, null, null], ['corrected', 3, 2.7, 1]])
    const after = (await handlers.results({ id }, inspector)).rows.find(({ name }) => name === '行政审批股')
    expect(Math.round(((after?.total ?? 0) - (before?.total ?? 0)) * 100)).toBe(12)
  })

  test('a closed campaign is ranked, sealed and never changes again, and the annual report tells of it', async () => {
    const assessed = await held.promise
    const { register, id } = assessed
    const { writer, inspector } = people(assessed)
    const permits = await rowIn(writer, id, '行政审批股')
    const plan = await itemIn(writer, permits.id, 'lead-plan')
    const file = { entity: 'assessment-item' as const, entityId: plan.id }
    expect(await attachedSubject(register.database.read, file)).toEqual({ departmentId: assessed.small.permits })
    const { id: evidence } = await register.change((change) => addAttachment(change, { ...file, fileName: '计划.pdf', mediaType: 'application/pdf', size: 3, hash: 'a'.repeat(64), secrecy: 'internal', note: '' }))
    expect(await itemIn(writer, permits.id, 'lead-plan')).toMatchObject({ files: 1 })
    expect(await codeOf(register.change((change) => withdrawAttachment(change, evidence))), 'published scores rest on it').toBe('attachment.in-use')
    const open = await handlers.results({ id }, inspector)
    register.clock.pass(6 * day)
    expect(await codeOf(handlers.object({ campaignItemId: plan.id, text: '迟到' }, writer))).toBe('assessment.objection-over')
    const { resultHash } = await handlers.close({ id, revision: 2 }, inspector)
    expect(resultHash).toMatch(/^[0-9a-f]{64}$/u)
    const closed = await handlers.results({ id }, inspector)
    expect({ ...closed, final: false }).toEqual(open)
    expect(closed.rows.map(({ place, name, vetoes }) => [place, name, vetoes.length])).toEqual([[1, closed.rows[0]?.name, closed.rows[0]?.vetoes.length], [2, closed.rows[1]?.name, closed.rows[1]?.vetoes.length]])
    expect(await codeOf(attachedSubject(register.database.read, file))).toBe('assessment.over')
    for (const change of ["UPDATE assessment_campaign SET title = 'x'", 'UPDATE assessment_score SET score = 0', 'DELETE FROM assessment_score', 'UPDATE assessment_result SET place = 1', 'DELETE FROM assessment_objection', 'UPDATE campaign_indicator SET counts = 0', 'DELETE FROM assessment_answer', 'UPDATE assessment_veto SET fires = 0', 'DELETE FROM campaign_department', "UPDATE campaign_department SET name = 'x'", 'DELETE FROM campaign_item']) {
      expect(() => register.database.connection.exec(change), change).toThrow(/never changes/u)
    }
    const { report } = await assemblyOf(register.core, { year: 2026, locale: 'zh-CN', texts: {} })
    const own = report.assessments.filter(({ subject }) => subject === '行政审批股')
    expect(own).toHaveLength(32)
    const total = own.find((row) => row.total)
    expect(total).toMatchObject({ fullScore: 100, approvedScore: closed.rows.find(({ name }) => name === '行政审批股')?.total })
    const sum = (score: (row: (typeof own)[number]) => number | null) => own.filter((row) => row.total !== true).reduce((all, row) => all + Math.round((score(row) ?? 0) * 100), 0) / 100
    expect([sum(({ selfScore }) => selfScore), sum(({ approvedScore }) => approvedScore)]).toEqual([total?.selfScore, total?.approvedScore])
    expect(own.find(({ item }) => item === '制定实施方案和年度工作计划')?.deductionReason).toContain('经核实，计划已印发')
  })

  test('what tampers with a score or a result past the program is found, and nothing else is reported', async () => {
    const { register } = await held.promise
    const problemsOf = async () => (await finish(verifyRegister(register.core))).result.problems.filter(({ params }) => /assessment|campaign/u.test(String(params['table'] ?? '')))
    expect(await problemsOf()).toEqual([])
    const { connection } = register.database
    const [trigger] = connection.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'assessment_score_keeps_what_was'").pluck().all()
    connection.exec('DROP TRIGGER assessment_score_keeps_what_was')
    connection.exec('UPDATE assessment_score SET score = score - 1 WHERE number = 1')
    expect((await problemsOf()).map(({ code }) => code)).toEqual(['integrity.row-changed'])
    connection.exec('UPDATE assessment_score SET score = score + 1 WHERE number = 1')
    connection.exec(trigger ?? '')
    const [stays] = connection.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'assessment_campaign_stays_closed'").pluck().all()
    connection.exec('DROP TRIGGER assessment_campaign_stays_closed')
    for (const set of ["state = 'published'", "state = 'scoring', result_hash = NULL", `result_hash = '${'0'.repeat(64)}'`]) {
      connection.exec('CREATE TEMP TABLE was AS SELECT state, result_hash FROM assessment_campaign')
      connection.exec(`UPDATE assessment_campaign SET ${set}`)
      expect(campaignProblems(connection), set).toEqual([{ code: 'integrity.campaign', params: { year: 2026 } }])
      connection.exec('UPDATE assessment_campaign SET (state, result_hash) = (SELECT state, result_hash FROM was); DROP TABLE temp.was')
    }
    connection.exec(stays ?? '')
    expect(campaignProblems(connection)).toEqual([])
  })

  test('the next year’s campaign is compared with this one, per department and item', async () => {
    const assessed = await held.promise
    const { inspector } = people(assessed)
    const { id } = await openCampaign(assessed, { basis: 'provisional', year: 2027 })
    const { earlier, items } = await handlers.compare({ id: (await rowIn(inspector, id, '行政审批股')).id }, inspector)
    expect(earlier.map(({ year }) => year)).toEqual([2026])
    expect(items.find(({ code }) => code === 'lead-plan')).toMatchObject({ points: 3, score: null, earlier: [{ points: 3, score: 3 }] })
    expect(await handlers.results({ id }, inspector)).toMatchObject({ complete: false, final: false, earlier: [{ year: 2026 }], rows: [] })
  })

  test('board and sheet are searched by index', async () => {
    const { register, id } = await held.promise
    const { inspector, writer } = people(await held.promise)
    const { db, plans } = planningDatabase(register.database.connection)
    await readBoard(db, id, { caller: inspector.caller, today: '2026-06-26' })
    await readSheet(db, (await rowIn(writer, id, '行政审批股')).id, { caller: inspector.caller, today: '2026-06-26' })
    expect(plans.length).toBeGreaterThan(12)
    // Who might score are all people with accounts, some hundred, as for a review.
    expect(stepsOf(plans).filter((step) => /^SCAN (?!(?:person|g|post_holding)$)/u.test(step))).toEqual([])
  })
})
