import { freezeYear } from '#core/archive/freeze-year.ts'
import { recordAdjustment } from '#core/adjustments/record.ts'
import { settleTasks } from '#core/adjustments/tasks.ts'
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

/** A small register in which something has happened for every figure: a case, tasks, reviews in and out of time, re-examinations. */
export async function withAssessed(work: (assessed: Assessed) => Promise<void>): Promise<void> {
  await withGradedRegister(async (register) => {
    const small = await smallRegister(register)
    enterReviews(register, small)
    await enterCase(register, small)
    await work({ register, small })
  })
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
export function as({ core }: TestRegister, name: string, role: Role, departments: 'all' | readonly string[] = 'all'): Call {
  const caller: Caller = { personId: `person-${name}`, name, grants: [{ role, departments }] }
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
