import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IntegrityProblem } from '#core/integrity/problem.ts'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import { assignPost } from '#core/people/holdings.ts'
import { writeReport } from '#core/reports/written/write-report.ts'
import { tried } from '#test/core/evidence/raw-register.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { officer as office } from '#test/core/helpers/register.ts'
import { finished } from '#test/core/publicity/publicity-story.ts'
import { factorsOf, names, withStory } from '#test/core/review/review-story.ts'
import type { Story } from '#test/core/review/review-story.ts'
import { direct, handle, issue, raised } from '#test/core/warnings/warnings-story.ts'

const held = Promise.withResolvers<Story>()
const over = Promise.withResolvers<void>()
let running: Promise<void>

const file = (): File => new File(['照片'], '照片.jpg')

/** Events of a platform: one made a warning, one dismissed, one linked by hand, and a file taken back. */
async function takeEvents({ as, sample }: Story): Promise<void> {
  const { warnings } = as(names.inspector)
  const take = async (...lines: string[]) => {
    const { planId } = await finished(warnings.planEvents({ file: new File([['事件编号,发生时间,事项名称,事件描述', ...lines].join('\n')], 'events.csv') }))
    return finished(warnings.applyEvents({ planId }))
  }
  await take('E-1,2026-06-01,取水许可审批,审批超时', 'E-2,2026-06-02,取水许可审批,缺少材料', 'E-3,2026-06-03,无名事项,未公示', 'E-4,2026-06-04,取水许可审批,重复受理')
  const undone = await take('E-9,2026-06-04,取水许可审批,误报')
  await warnings.undoEvents({ batchId: undone.batchId ?? '' })
  const { rows } = await warnings.events({ states: ['open'] })
  const seen = (eventNo: string) => ({ id: rows.find((row) => row.eventNo === eventNo)?.id ?? '', revision: 1 })
  await warnings.warnOfEvent(seen('E-1'))
  await warnings.dismissEvents({ sheets: [seen('E-2')], reason: '已更正' })
  await warnings.linkEvent({ ...seen('E-3'), powerId: sample.licence })
}

/** A measure carried out, answered, and rated; figures of a point; a warning lifted; a problem closed; a report written. */
async function work(story: Story): Promise<void> {
  const { as, sample } = story
  const { measures, rectification, attachments } = as(names.officer)
  for (const doneOn of ['2026-06-09', '2026-06-10']) {
    const { revision } = await measures.get({ id: sample.measure })
    const { executionId } = await measures.execute({ id: sample.measure, revision, doneOn, evidence: [file()], note: '' })
    if (doneOn === '2026-06-09') await measures.withdrawExecution({ id: sample.measure, executionId, reason: '记错了' })
  }
  await as(names.inspector).measures.check({ id: sample.measure, effectiveness: 'effective', note: '' })
  const point = await story.point('high')
  const { revision, riskPoints } = await measures.get({ id: sample.measure })
  await measures.save({ items: [{ id: sample.measure, revision, patch: { riskPointIds: [...riskPoints.map(({ id }) => id), point] } }] })
  const figure = async (factors: { likelihood: number; consequence: number }, reason: string) => ({ riskPointId: point, revision: (await as(names.officer).risks.get({ id: point })).revision, factors, reason })
  await as(names.inspector).risks.setVerified(await figure(factorsOf.medium, '抽查'))
  const warning = await raised(story)
  await issue(story, warning)
  for (const action of ['receive', 'analyse', 'rectify', 'complete'] as const) await handle(story, warning, action)
  for (const action of ['pass', 'lift'] as const) await direct(story, warning, action)
  await raised(story)
  await takeEvents(story)
  await sample.register.change((change) => assignPost(change, { postId: sample.approvalPost, personId: story.ids.get(names.officer) ?? '', since: '2026-01-01', until: null, alongside: false }))
  const entry = await as(names.inspector).rectification.open({ problem: '记录不全', source: 'audit', departmentId: sample.approvals, foundOn: '2026-06-10', dueOn: '2026-06-30' })
  const evidence = await attachments.add({ entity: 'rectification', entityId: entry.id, file: file() })
  const mended = await rectification.rectify({ id: entry.id, revision: entry.revision, text: '已补齐', evidence: [evidence.id] })
  await as(names.leader).rectification.close({ id: entry.id, revision: mended.revision, text: '核实' })
  await finish(writeReport(sample.register.core, office, { kind: 'risk-list', year: 2026, edition: 'internal', locale: 'zh-CN', format: 'xlsx', purpose: '报送' }))
}

beforeAll(async () => {
  running = withStory(async (story) => {
    await work(story)
    held.resolve(story)
    await over.promise
  })
  await Promise.race([held.promise, running])
})
afterAll(async () => {
  over.resolve()
  await running
})

const problemsIn = ({ sample: { register: { core, database } } }: Story): IntegrityProblem[] =>
  verifySteps.filter(({ stage }) => stage !== 'verify.schema').flatMap(({ find }) => find(database.connection, { folder: core.folder, against: [] }))

/** What verify says to statements that somebody ran who took every guard away first. */
function foundAfter(story: Story, sql: string): IntegrityProblem[] {
  const { connection } = story.sample.register.database
  return tried(connection, () => {
    for (const name of connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) connection.exec(`DROP TRIGGER ${name}`)
    connection.pragma('defer_foreign_keys = ON')
    connection.exec(sql)
    return problemsIn(story)
  })
}

const sealed = [
  ['measure_execution', "done_on = '2026-01-01'"], ['execution_withdrawal', "reason = ''"], ['measure_check', "checked_by = '别人'"], ['risk_figure', "reason = '未查'"],
  ['warning_step', "text = ''"], ['rectification_step', "person = '别人'"], ['report_export', "purpose = '别的'"], ['report_number', "text = '1号'"],
  ['supervision_event', "text = '无事'"],
] as const

/** What lists show of the work, changed beside the rows that are kept for good. */
const shown: readonly (readonly [table: string, column: string, sql: string])[] = [
  ['control_measure', 'effectiveness', "UPDATE control_measure SET effectiveness = 'partly' WHERE effectiveness IS NOT NULL"],
  ['control_measure', 'last_done_on', "UPDATE control_measure SET last_done_on = '2026-06-12' WHERE last_done_on IS NOT NULL"],
  ['control_measure', 'execution_count', 'UPDATE control_measure SET execution_count = 2 WHERE execution_count = 1'],
  ['risk_point', 'verified_grade', "UPDATE risk_point SET verified_grade = 'low' WHERE verified_grade IS NOT NULL"],
  ['risk_point', 'grading_version_id', 'UPDATE risk_point SET grading_version_id = NULL WHERE grading_version_id IS NOT NULL'],
  ['risk_point_measure', 'measure_id', "INSERT INTO risk_point_measure VALUES ((SELECT min(id) FROM risk_point), 'forged', 9, 'stated')"],
  ['person', 'name', "UPDATE person SET name = '别人' WHERE number = 1"],
  ['organisation', 'name', "UPDATE organisation SET name = '别的水利局'"],
  ['organisation', 'scale_code', "UPDATE organisation SET scale_code = (SELECT code FROM scale WHERE code <> scale_code LIMIT 1)"],
  ['legal_basis', 'text', "UPDATE legal_basis SET text = '《水法》第八条' WHERE position = 0"],
  ['legal_basis', 'text', 'UPDATE legal_basis SET position = 1 - position'],
  ['legal_basis', 'text', 'DELETE FROM legal_basis WHERE position = 1'],
  ['legal_basis', 'text', "INSERT INTO legal_basis SELECT 'forged', id, 9, '内部规定' FROM power WHERE number = 2"],
  ['process_step', 'name', "UPDATE process_step SET name = '办结' WHERE position = 1"],
  ['process_step', 'name', "INSERT INTO process_step SELECT 'forged', id, 9, '特批', '特批' FROM power WHERE number = 1"],
  ['post_holding', 'person_id', "UPDATE post_holding SET person_id = (SELECT id FROM person WHERE id <> person_id LIMIT 1)"],
  ['post_holding', 'until', "UPDATE post_holding SET until = '2026-03-01'"],
  ['attachment', 'file_name', "UPDATE attachment SET file_name = '批准书.pdf' WHERE number = 1"],
  ['attachment', 'secrecy', "UPDATE attachment SET secrecy = 'public' WHERE number = 1"],
  ['attachment', 'entity_id', "UPDATE attachment SET entity_id = (SELECT id FROM power LIMIT 1) WHERE number = 1"],
  ['supervision_event', 'settled_reason', "UPDATE supervision_event SET settled_reason = '误报' WHERE state = 'open'"],
  ['person', 'state', "UPDATE person SET state = 'withdrawn' WHERE number = 1"],
  ['risk_point', 'entry_state', "UPDATE risk_point SET entry_state = 'filing' WHERE number = 1"],
  ['warning', 'state', "UPDATE warning SET state = 'transferred' WHERE state = 'lifted'"],
  ['warning', 'state', "UPDATE warning SET state = 'issued' WHERE state = 'found'"],
  ['warning', 'closed', "UPDATE warning SET closed = 1 WHERE state = 'found'"],
  ['warning', 'level_code', "UPDATE warning SET level_code = 'red' WHERE state = 'lifted'"],
  ['rectification', 'state', "UPDATE rectification SET state = 'open', closed_on = NULL"],
  ['rectification', 'closed_by', "UPDATE rectification SET closed_by = '别人'"],
  ['rectification', 'rectified_by', "UPDATE rectification SET rectified_by = '别人'"],
  ['rectification', 'due_on', "UPDATE rectification SET due_on = '2027-01-01'"],
  ['rectification', 'problem', "UPDATE rectification SET problem = '无'"],
  ['rectification', 'found_on', "UPDATE rectification SET found_on = '2026-06-11'"],
  ['warning', 'object', "UPDATE warning SET object = '别的事项' WHERE number = 1"],
  ['warning', 'department_id', "UPDATE warning SET department_id = NULL WHERE number = 1"],
  ['supervision_batch', 'state', "UPDATE supervision_batch SET state = 'applied' WHERE state = 'undone'"],
  ['supervision_event', 'state', "UPDATE supervision_event SET state = 'dismissed' WHERE state = 'open'"],
  ['supervision_event', 'state', "UPDATE supervision_event SET state = 'withdrawn' WHERE state = 'dismissed'"],
  ['supervision_event', 'settled_by', "UPDATE supervision_event SET settled_by = '别人' WHERE state = 'dismissed'"],
  ['supervision_event', 'settled_reason', "UPDATE supervision_event SET settled_reason = '误报' WHERE state = 'dismissed'"],
  ['supervision_event', 'warning_id', "UPDATE supervision_event SET warning_id = NULL WHERE state = 'warned'"],
  ['supervision_event', 'warning_id', "UPDATE supervision_event SET warning_id = (SELECT id FROM warning WHERE source_code = 'petition' LIMIT 1) WHERE state = 'warned'"],
  ['supervision_event', 'linked_by', "UPDATE supervision_event SET linked_by = 'hand' WHERE linked_by = 'name'"],
  ['supervision_event', 'linked_by', "UPDATE supervision_event SET linked_by = NULL WHERE linked_by = 'hand'"],
  ['supervision_event', 'power_id', "UPDATE supervision_event SET power_id = (SELECT id FROM power WHERE id <> supervision_event.power_id LIMIT 1) WHERE linked_by = 'hand'"],
]

describe('the work of the year, changed past the program', () => {
  test('is sound before anybody touches it', async () => {
    expect(problemsIn(await held.promise)).toEqual([])
  })

  test.each(sealed)('shows in every row of %s that is changed, removed or put in', async (table, change) => {
    const story = await held.promise
    const one = `number = (SELECT min(number) FROM ${table})`
    expect(foundAfter(story, `UPDATE ${table} SET ${change} WHERE ${one}`)).toContainEqual(expect.objectContaining({ code: 'integrity.row-changed', params: expect.objectContaining({ table }) }))
    expect(foundAfter(story, `DELETE FROM ${table} WHERE ${one}`)).toContainEqual(expect.objectContaining({ code: 'integrity.row-gone', params: expect.objectContaining({ table }) }))
    const columns = story.sample.register.database.connection.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name NOT IN ('number', 'id')`).pluck().all()
    const copied = columns.map((name) => (['execution_id', 'identity'].includes(name) ? "(SELECT min(id) FROM measure_execution WHERE id NOT IN (SELECT execution_id FROM execution_withdrawal))" : name === 'running' ? '99' : name === 'event_key' ? "'forged'" : name))
    expect(foundAfter(story, `INSERT INTO ${table} (id, ${columns.join(', ')}) SELECT 'forged', ${copied.join(', ')} FROM ${table} WHERE ${one}`))
      .toContainEqual({ code: 'integrity.row-unsealed', params: { table, key: 'forged' } })
  })

  test.each(shown)('shows in %s.%s: %s', async (table, column, sql) => {
    const story = await held.promise
    expect(foundAfter(story, sql)).toContainEqual(expect.objectContaining({ params: expect.objectContaining({ table, column }) }))
  })

  test.each(['control_measure', 'risk_point', 'power', 'post', 'department', 'person'])('shows in a %s that is gone', async (table) => {
    const sql = `DELETE FROM ${table} WHERE number = (SELECT min(number) FROM ${table})`
    expect(foundAfter(await held.promise, sql)).toContainEqual({ code: 'integrity.record-gone', params: { table, records: 1 } })
  })

  test('shows in the totals, and in a warning or a problem that nobody entered', async () => {
    const story = await held.promise
    expect(foundAfter(story, 'UPDATE warning_total SET warnings = warnings + 1')).toContainEqual({ code: 'integrity.total', params: { table: 'warning_total', groups: expect.any(Number) } })
    for (const table of ['warning', 'rectification', 'person', 'post_holding']) {
      expect(foundAfter(story, `UPDATE ${table} SET id = 'forged' WHERE number = 1`)).toContainEqual({ code: 'integrity.untraced', params: { table, records: 1, first: 1 } })
    }
  })

  test.each([
    "UPDATE role_grant SET role = 'chief-leader' WHERE number = (SELECT min(number) FROM role_grant WHERE role = 'risk-officer')",
    'UPDATE role_grant SET person_id = (SELECT max(id) FROM person WHERE id <> person_id) WHERE number = 1',
    'UPDATE role_grant SET whole_organisation = 1 - whole_organisation WHERE number = (SELECT max(number) FROM role_grant)',
    "INSERT INTO role_grant (id, person_id, role, whole_organisation, granted_at, granted_by) SELECT 'forged', person_id, 'inspector', 1, granted_at, granted_by FROM role_grant WHERE number = 1",
    "INSERT INTO role_grant_department (grant_id, department_id) SELECT g.id, d.id FROM role_grant g, department d WHERE g.whole_organisation = 0 AND NOT EXISTS (SELECT 1 FROM role_grant_department k WHERE k.grant_id = g.id AND k.department_id = d.id) LIMIT 1",
  ])('shows in a role nobody gave: %s', async (sql) => {
    expect(foundAfter(await held.promise, sql)).toContainEqual({ code: 'integrity.untraced', params: expect.objectContaining({ table: 'role_grant', records: 1 }) })
  })
})
