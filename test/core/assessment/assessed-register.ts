import { freezeYear } from '#core/archive/freeze-year.ts'
import { recordAdjustment } from '#core/adjustments/record.ts'
import { settleTasks } from '#core/adjustments/tasks.ts'
import { createPerson } from '#core/people/accounts.ts'
import { grantRole } from '#core/people/grants.ts'
import { assessmentHandlers } from '#core/assessment/router.ts'
import type { Call } from '#core/registration.ts'
import { actorOf } from '#core/registration.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import type { Caller } from '#shared/model/caller.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Role } from '#shared/model/roles.ts'
import { may } from '#shared/model/permissions.ts'
import { testCall } from '../helpers/callers.ts'
import { finish, withGradedRegister } from '../helpers/graded-register.ts'
import { officer } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'
import { smallRegister } from '../helpers/small-register.ts'
import type { SmallRegister } from '../helpers/small-register.ts'

export interface Assessed { readonly register: TestRegister; readonly small: SmallRegister }

/** A small register in which something has happened for every figure: a case, tasks, reviews in and out of time, re-examinations, warnings, problems, executions. */
export async function withAssessed(work: (assessed: Assessed) => Promise<void>): Promise<void> {
  await withGradedRegister(async (register) => {
    const small = await smallRegister(register)
    await enterPeople(register, small)
    enterReviews(register, small)
    enterWarnings(register, small)
    enterProblems(register, small)
    enterExecutions(register, small)
    await enterCase(register, small)
    await work({ register, small })
  })
}

/** Somebody for each score, with accounts; others are called by their names alone. */
async function enterPeople(register: TestRegister, { permits, inspectors }: SmallRegister): Promise<void> {
  const people = [['填报员', 'risk-officer', [permits]], ['监察员', 'section-head', [inspectors]], ['考评办', 'inspector', 'all'], ['考评员', 'assessor', 'all'], ['主要领导', 'chief-leader', 'all']] as const
  for (const [name, role, departments] of people) {
    await register.change(async (change) => grantRole(change, { personId: await createPerson(change, { name, hash: '{}', mustChange: false }), role, departments }))
  }
}

function enterReviews({ database: { connection } }: TestRegister, { points, post, permits }: SmallRegister): void {
  connection.prepare('UPDATE control_measure SET department_id = ?').run(permits)
  connection.prepare('UPDATE risk_point SET post_id = ? WHERE id = ?').run(post, points[0])
  const raised = connection.prepare(`INSERT INTO grading (id, risk_point_id, method_version_id, stage, factors, score, computed_grade, overrides, final_grade, final_rank, direction, reason, source, graded_by, graded_at, graded_on)
    SELECT id || ?, risk_point_id, method_version_id, stage, factors, score, computed_grade, overrides, final_grade, final_rank, 'raised', ?, source, graded_by, graded_at, ? FROM grading WHERE risk_point_id = ? LIMIT 1`)
  for (const [mark, reason, on] of [['-a', '有投诉', '2026-04-01'], ['-b', ' ', '2026-05-01'], ['-c', ' ', '2025-05-01']] as const) raised.run(mark, reason, on, points[1])
  let serial = 0
  const decide = connection.prepare(`INSERT INTO review_decision (id, risk_point_id, cycle, action, from_state, to_state, role, direction, person, decided_at, decided_on)
    VALUES (?, ?, 1, ?, ?, ?, 'inspector', 'same', '审核人', ?, ?)`)
  const decided = (point: string, action: string, from: string, to: string, on: string) => decide.run(`decision-${++serial}`, point, action, from, to, `${on}T01:00:00.000Z`, on)
  const [inTime, late, waiting] = points
  decided(inTime, 'submit', 'draft', 'submitted', '2026-03-02')
  decided(inTime, 'take', 'submitted', 'department-review', '2026-03-05')
  // Five working days after Monday 2 March is Monday 9 March; the day after that is late.
  decided(inTime, 'pass', 'department-review', 'publicity', '2026-03-09')
  decided(inTime, 'publish', 'publicity', 'filing', '2026-03-16')
  decided(late, 'submit', 'draft', 'submitted', '2026-03-02')
  decided(late, 'pass', 'submitted', 'head-approval', '2026-03-10')
  connection.prepare("UPDATE risk_point SET entry_state = 'submitted', entry_due_on = '2026-06-14' WHERE id = ?").run(waiting)
  connection.prepare("UPDATE risk_point SET determined_grade = grade_code WHERE id IN (?, ?)").run(inTime, late)
  connection.prepare("UPDATE risk_point SET year_mark = 'unchanged', grade_to_confirm = 1 WHERE id = ?").run(late)
  const examine = connection.prepare("INSERT INTO re_examination (id, risk_point_id, cause, changes, opened_at, opened_by, settled_at) VALUES (?, ?, 'changed', '[]', ?, '审核人', ?)")
  examine.run('examination-1', inTime, '2026-04-01T01:00:00.000Z', '2026-04-08T01:00:00.000Z')
  examine.run('examination-2', late, '2026-04-01T01:00:00.000Z', null)
  examine.run('examination-3', late, '2025-04-01T01:00:00.000Z', '2025-05-01T01:00:00.000Z')
}

/** Sheets by what became of them: a name, the day of issue, how it stands, and its steps as `action from day due level`. */
const sheets = [
  { object: '按期办结', issuedOn: '2026-03-02', state: 'lifted', closedOn: '2026-03-20', dueOn: null, steps: ['receive issued 2026-03-03 2026-03-05 yellow', 'lift rechecked 2026-03-20 2026-03-19 yellow'] },
  { object: '逾期剖析', issuedOn: '2026-04-01', state: 'rectifying', closedOn: null, dueOn: '2026-07-01', steps: ['receive issued 2026-04-02 2026-04-03 yellow', 'late received 2026-04-11 2026-04-10 orange', 'analyse received 2026-04-12 2026-04-15 orange'] },
  { object: '正在逾期', issuedOn: '2026-06-01', state: 'received', closedOn: null, dueOn: '2026-06-16', steps: ['receive issued 2026-06-02 2026-06-03 red'] },
  { object: '领导批准迟', issuedOn: '2026-05-06', state: 'received', closedOn: null, dueOn: '2026-07-06', steps: ['late issued 2026-05-09 2026-05-08 red', 'approve issued 2026-05-10 2026-05-08 red', 'receive issued 2026-05-11 2026-05-12 red'] },
  { object: '等待批准', issuedOn: '2026-06-02', state: 'issued', closedOn: null, dueOn: '2026-06-05', steps: [] },
  { object: '上年逾期本年升级', issuedOn: '2025-11-03', state: 'issued', closedOn: null, dueOn: '2026-07-02', steps: ['receive issued 2025-11-20 2025-11-10 yellow', 'escalate rectified 2026-02-02 2026-02-03 orange'] },
  { object: '上年办结', issuedOn: '2025-03-03', state: 'lifted', closedOn: '2025-04-01', dueOn: null, steps: ['receive issued 2025-03-20 2025-03-05 yellow'] },
  { object: '尚未发出', issuedOn: null, state: 'found', closedOn: null, dueOn: '2026-06-01', steps: ['late found 2026-06-02 2026-06-01 orange'] },
] as const

function enterWarnings({ database: { connection } }: TestRegister, { permits, inspectors }: SmallRegister): void {
  const warn = connection.prepare(`INSERT INTO warning (id, source_code, subject_entity, department_id, level_code, level_rank, object, state, closed, state_since, due_on, needs_approval, issued_on, found_at, found_on, found_by, last_seen_on, closed_on)
    VALUES (?, 'audit', 'department', ?, 'orange', 2, ?, ?, ?, '2026-01-01', ?, ?, ?, '2026-01-01T01:00:00.000Z', '2026-01-01', '纪检', '2026-01-01', ?)`)
  const step = connection.prepare(`INSERT INTO warning_step (id, warning_id, action, from_state, to_state, role, level_code, was_due_on, person, done_at, done_on) VALUES (?, ?, ?, ?, ?, 'inspector', ?, ?, '纪检', ?, ?)`)
  for (const [at, { object, issuedOn, state, closedOn, dueOn, steps }] of sheets.entries()) {
    const id = `sheet-${at}`
    warn.run(id, at === 0 ? inspectors : permits, object, state, closedOn === null ? 0 : 1, dueOn, object === '等待批准' ? 1 : 0, issuedOn, closedOn)
    const issue = issuedOn === null ? [] : [`issue found ${issuedOn} ${issuedOn} ${object === '逾期剖析' || object.startsWith('上年') || at === 0 ? 'yellow' : 'red'}`]
    for (const [place, line] of [...issue, ...steps].entries()) {
      const [action, from, on, due, level] = line.split(' ')
      step.run(`${id}-${place}`, id, action, from, from, level, due, `${on}T01:00:00.000Z`, on)
    }
  }
}

/** A problem, its term, how it stands, when it was mended and when closed. */
const problems = [
  ['按期销号', '2026-05-29', 'closed', '2026-05-28', '2026-06-04'], ['整改迟了', '2026-05-29', 'closed', '2026-06-01', '2026-06-04'], ['按期整改待销号', '2026-06-12', 'rectified', '2026-06-11', null],
  ['被退回又逾期', '2026-06-12', 'returned', '2026-06-10', null], ['未到期', '2026-08-31', 'open', null, null], ['上年遗留', '2025-09-30', 'open', null, null], ['上年销号', '2025-09-30', 'closed', '2025-09-01', '2025-09-30'],
] as const

function enterProblems({ database: { connection } }: TestRegister, { permits }: SmallRegister): void {
  const enter = connection.prepare(`INSERT INTO rectification (id, problem, source, found_on, department_id, due_on, state, rectified_on, closed_on, closed_by, recorded_by, recorded_at, updated_at)
    VALUES (?, ?, 'inspection', '2025-09-01', ?, ?, ?, ?, ?, '纪检', '纪检', '2025-09-01T01:00:00.000Z', '2025-09-01T01:00:00.000Z')`)
  for (const [at, [problem, dueOn, state, rectifiedOn, closedOn]] of problems.entries()) enter.run(`problem-${at}`, problem, permits, dueOn, state, rectifiedOn, closedOn)
}

/** One measure carried out with evidence, one without, and one whose only execution with evidence was withdrawn. */
function enterExecutions({ database: { connection } }: TestRegister, { measures }: SmallRegister): void {
  const execute = connection.prepare("INSERT INTO measure_execution (id, measure_id, done_on, recorded_by, recorded_at, recorded_on) VALUES (?, ?, ?, '填报员', '2026-03-30T01:00:00.000Z', '2026-03-30')")
  const attach = connection.prepare("INSERT INTO attachment (id, entity, entity_id, file_name, media_type, size, hash, secrecy, added_by, added_at) VALUES (?, 'measure-execution', ?, '记录.pdf', 'application/pdf', 1, ?, 'internal', '填报员', '2026-03-30T01:00:00.000Z')")
  for (const [id, measure] of [['execution-done', measures.done], ['execution-bare', measures.training], ['execution-wrong', measures.deadline]] as const) execute.run(id, measure, '2026-03-30')
  for (const id of ['execution-done', 'execution-wrong']) attach.run(`file-${id}`, id, 'a'.repeat(64))
  connection.prepare("INSERT INTO execution_withdrawal (id, execution_id, reason, withdrawn_by, withdrawn_at) VALUES ('withdrawal-1', 'execution-wrong', '记错', '填报员', '2026-03-30T02:00:00.000Z')").run()
}

async function enterCase(register: TestRegister, { powers }: SmallRegister): Promise<void> {
  const { call, clock } = register
  const criteria = { basis: '', departmentIds: [], postIds: [], step: '', powerIds: [powers.penalty] }
  await finish(recordAdjustment(call, { kind: 'case', title: '上级通报', happenedOn: '2026-06-10', basis: '', text: '', criteria, exceptPowerIds: [], exceptRiskPointIds: [], works: ['identify', 'grade'], dueOn: '2026-06-18' }))
  const tasks = await register.database.read.selectFrom('adjustment_task').select('id').orderBy('number').execute()
  await register.change((change) => settleTasks(change, call.gate, { ids: [tasks[0]?.id ?? ''], state: 'done', reason: '' }))
  clock.pass(5 * 86_400_000)
  await register.change((change) => settleTasks(change, call.gate, { ids: [tasks[1]?.id ?? ''], state: 'done', reason: '' }))
}

export const freeze2026 = ({ register }: Assessed) => finish(freezeYear(register.core, officer, 2026))

/** Somebody of a role, asked by the permission table for what scoped procedures touch. */
export function as({ core, database }: TestRegister, name: string, role: Role, departments: 'all' | readonly string[] = 'all'): Call {
  const personId = database.connection.prepare<[string], string>('SELECT id FROM person WHERE name = ?').pluck().get(name) ?? `person-${name}`
  const caller: Caller = { personId, name, grants: [{ role, departments }] }
  const call = testCall(core, caller)
  const require: Call['gate']['require'] = (subject) => {
    if (!may(caller, 'assessment.score-self', subject)) throw new Refusal('permission.elsewhere')
    return role
  }
  return { ...call, actor: actorOf(caller), gate: { permits: (subject) => may(caller, 'assessment.score-self', subject), require, asked: true } }
}

export const handlers = assessmentHandlers

const dates = { selfDueOn: '2026-07-01', officeDueOn: '2026-07-15', leadDueOn: '2026-07-20' }

/** Opens the campaign of 2026 over both departments by the 100-point template, or another. */
export async function openCampaign({ register, small }: Assessed, { basis = 'frozen' as 'frozen' | 'provisional', template = 0, year = 2026 } = {}): Promise<{ id: string; told: number }> {
  const call = as(register, '考评办', 'inspector')
  const templates = await handlers.templates(undefined, call)
  const { told, result } = await finish(await handlers.open({
    year, templateId: templates[template]?.id ?? '', title: `${year}年度检查考评`, basis, departmentIds: [small.permits, small.inspectors], ...dates,
  }, call) as AsyncGenerator<{ done: number; total: number; stage: string }, { id: string }, void>)
  return { id: result.id, told: told.length }
}

const procedures = { self: ['scoreSelf', 'handInSelf'], office: ['scoreOffice', 'handOnOffice'], lead: ['scoreLead', 'handOnLead'] } as const

/** Gives every item people score so many per cent of its points, with a reason, and hands the department on. */
export async function scoreAll(call: Call, campaignDepartmentId: string, { rater, percent, reason = () => '材料不全' }: { rater: Rater; percent: number; reason?: (at: number) => string }): Promise<void> {
  const sheet = await handlers.sheet({ id: campaignDepartmentId }, call)
  const [score, hand] = procedures[rater]
  for (const [at, item] of sheet.groups.flatMap(({ items }) => items).filter(({ computed }) => computed === null).entries()) {
    await handlers[score]({ campaignItemId: item.id, score: item.points * percent / 100, reason: percent === 100 ? '' : reason(at), seen: item.given[rater]?.number ?? null }, call)
  }
  await handlers[hand]({ id: campaignDepartmentId }, call)
}
