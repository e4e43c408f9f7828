import { isClosed, needsWords, stateAfter } from '#shared/model/warnings/disposal.ts'
import type { DisposalAction, DisposalFacts, DisposalState } from '#shared/model/warnings/disposal.ts'
import { heavierLevel } from '#shared/model/warnings/levels.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import type { Holidays } from '#shared/model/review/working-days.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Role } from '#shared/model/roles.ts'
import type { Change } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import type { Gate } from '../../permission/gate.ts'
import { readHolidays } from '../../review/calendar.ts'
import { readLevels } from '../settings.ts'
import { checkStepEvidence } from './check-step-evidence.ts'
import { dueFor, rectifyByFor } from './due.ts'
import { refuseOwnRectification } from './four-eyes.ts'
import { keepStep } from './keep-step.ts'
import { nextSheetNumber } from './sheet-number.ts'

export interface StepOrder {
  readonly sheets: readonly { readonly id: string; readonly revision: number }[]
  readonly action: DisposalAction
  readonly text: string
  readonly evidence: readonly string[]
  readonly way?: string
  readonly rectifyBy?: string | null
  readonly departmentId?: string | null
}

interface Setting { readonly levels: readonly (WarningLevel & { readonly active: boolean })[]; readonly holidays: Holidays }

/** Facts of a sheet, as the machine asks for them. */
export const factsOf = (row: Pick<Row<'warning'>, 'state' | 'needs_approval' | 'approved' | 'cleared_on'>): DisposalFacts =>
  ({ state: row.state, needsApproval: row.needs_approval === 1, approved: row.approved === 1, cleared: row.cleared_on !== null })

/**
 * Takes one step on each of the sheets, in one change: all of them or none.
 * @throws Refusal `record.missing`, `warning.stale`, `warning.not-open`, `warning.text-missing`, `warning.way-missing`, `warning.department-missing`,
 * `warning.rectify-by-past`, `warning.own-rectification`, `warning.not-a-leader`, `warning.evidence-foreign`, and those of the gate
 */
export async function takeSteps(change: Change, gate: Gate, order: StepOrder): Promise<number> {
  const setting = { levels: await readLevels(change.db), holidays: await readHolidays(change.db) }
  for (const { id, revision } of order.sheets) {
    const row = await change.db.selectFrom('warning').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing')
    await takeStep(change, { ...row, department_id: row.department_id ?? (order.action === 'issue' ? order.departmentId ?? null : null) }, { gate, order, revision, setting, named: row.department_id !== null })
  }
  return order.sheets.length
}

async function takeStep(change: Change, row: Row<'warning'>, { gate, order, revision, setting, named }: { gate: Gate; order: StepOrder; revision: number; setting: Setting; /** Whether a department was named before. */ named: boolean }): Promise<void> {
  const role = gate.require({ departmentId: row.department_id })
  if (row.revision !== revision) throw new Refusal('warning.stale', { number: row.number })
  const { action } = order
  const facts = factsOf(row)
  const to = stateAfter(facts, action)
  if (to === undefined) throw new Refusal('warning.not-open', { number: row.number, state: row.state })
  if (needsWords(facts, action) && order.text.trim() === '') throw new Refusal('warning.text-missing', {}, 'text')
  if (['pass', 'return', 'lift'].includes(action)) await refuseOwnRectification(change, row)
  await checkStepEvidence(change.db, row, order.evidence)
  const after = await (action === 'issue' ? issued(change, row, { order, role, setting }) : moved(row, { action, role, to, setting, today: change.today }))
  const level = levelOf(setting, after.level_code ?? row.level_code)
  const dueOn = after.due_on === undefined ? nextDue(row, { to, level, setting, today: change.today }) : after.due_on
  await change.db.updateTable('warning').set({
    ...after, state: to, closed: isClosed(to) ? 1 : 0, closed_on: isClosed(to) ? change.today : null, state_since: change.today, due_on: dueOn, late_for: null, revision: row.revision + 1,
  }).where('id', '=', row.id).execute()
  await keepStep(change, row, {
    action, to, role, text: order.text.trim(), evidence: order.evidence, levelCode: level.code, dueOn,
    ...(action === 'issue' ? { way: order.way, rectifyBy: after.rectify_by ?? null, departmentId: named ? null : row.department_id } : {}),
  })
}

type After = Partial<Pick<Row<'warning'>, 'level_code' | 'level_rank' | 'due_on' | 'approved' | 'needs_approval' | 'department_id' | 'issue_year' | 'issue_number' | 'issued_on' | 'rectify_by' | 'escalations'>>

const leads = (role: Role): boolean => role === 'leader-in-charge' || role === 'chief-leader'

function levelOf({ levels }: Setting, code: string): WarningLevel {
  const level = levels.find((one) => one.code === code)
  if (level === undefined) throw new Refusal('warning.level-unknown')
  return level
}

/** What is fixed when a sheet is issued: its number, its department, by when all is to be put right. A leader who issues approves by it. */
async function issued(change: Change, row: Row<'warning'>, { order, role, setting }: { order: StepOrder; role: Role; setting: Setting }): Promise<After> {
  if ((order.way ?? '').trim() === '') throw new Refusal('warning.way-missing', {}, 'way')
  if (row.department_id === null) throw new Refusal('warning.department-missing', { number: row.number }, 'departmentId')
  const level = levelOf(setting, row.level_code)
  const due = { today: change.today, holidays: setting.holidays }
  const rectifyBy = order.rectifyBy ?? rectifyByFor(level, due)
  if (rectifyBy < change.today) throw new Refusal('warning.rectify-by-past', {}, 'rectifyBy')
  const numbered = row.issue_number === null ? await nextSheetNumber(change) : {}
  return { ...numbered, department_id: row.department_id, issued_on: row.issued_on ?? change.today, rectify_by: rectifyBy, needs_approval: level.needsApproval ? 1 : 0, approved: leads(role) ? 1 : 0 }
}

/** What a step changes besides the state. @throws Refusal `warning.not-a-leader` */
function moved(row: Row<'warning'>, { action, role, to, setting, today }: { action: DisposalAction; role: Role; to: DisposalState; setting: Setting; today: string }): After {
  if (action === 'approve' && !leads(role)) throw new Refusal('warning.not-a-leader')
  if (action === 'approve') return { approved: 1 }
  if (action !== 'escalate') return {}
  const heavier = heavierLevel(setting.levels.filter(({ active }) => active), row.level_rank)
  // At the heaviest level the sheet goes up to the leaders all the same.
  if (heavier === undefined) return { escalations: row.escalations + 1 }
  return { level_code: heavier.code, level_rank: heavier.severityRank, escalations: row.escalations + 1, due_on: dueFor(to, heavier, { today, holidays: setting.holidays }) }
}

/** While it is being put right, the day that was set when the sheet was issued counts. */
function nextDue(row: Row<'warning'>, { to, level, setting, today }: { to: DisposalState; level: WarningLevel; setting: Setting; today: string }): string | null {
  if (to === 'rectifying' && row.rectify_by !== null && row.rectify_by >= today) return row.rectify_by
  return dueFor(to, level, { today, holidays: setting.holidays })
}
