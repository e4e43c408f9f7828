import { sql } from 'kysely'
import type { Rectification, RectificationDetail, RectificationFilter } from '#shared/contract/rectification.ts'
import { isRuleCode } from '#shared/model/consistency/rules.ts'
import { isLate, mayCheck, rectificationStates, rectifiedEntities, runningStates } from '#shared/model/rectification.ts'
import type { Checker, RectificationState } from '#shared/model/rectification.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { partiesOf } from './parties.ts'
import { subjectLabel } from './subject.ts'

/** Entries that pass a filter; without states, whatever their state. */
export function entriesOf(db: ReadableDatabase, { states, departmentIds, sources, overdue }: RectificationFilter, today: string) {
  let found = db.selectFrom('rectification as r')
  if (overdue === true) found = found.where('r.state', 'in', runningStates).where('r.due_on', '<', today)
  else if (states !== undefined && states.length > 0) found = found.where('r.state', 'in', states)
  if (departmentIds !== undefined && departmentIds.length > 0) {
    found = found.where((on) => on.or([on('r.department_id', 'in', departmentIds), ...(departmentIds.includes('') ? [on('r.department_id', 'is', null)] : [])]))
  }
  return sources === undefined || sources.length === 0 ? found : found.where('r.source', 'in', sources)
}

interface ListOrder { readonly filter: RectificationFilter; readonly offset: number; readonly limit: number }
type Counts = Record<RectificationState, number>

/** Entries by the day they are due, with how many there are in each state under the same department and source. */
export async function listEntries(db: ReadableDatabase, { filter, offset, limit }: ListOrder, today: string): Promise<{ total: number; offset: number; rows: Rectification[]; counts: Counts; overdue: number }> {
  // What is closed was mostly due long ago: walking along the terms would pass all of it before the first that is asked for.
  const everything = filter.overdue !== true && (filter.states ?? []).length === 0
  const rows = await rowsOf(entriesOf(db, filter, today)).orderBy(everything ? sql`r.due_on` : sql`+r.due_on`).orderBy('r.number').offset(offset).limit(limit).execute()
  const { departmentIds, sources } = filter
  const byState = await entriesOf(db, { departmentIds, sources, states: [...rectificationStates] }, today).select(['r.state', ({ fn }) => fn.countAll<number>().as('n')]).groupBy('r.state').execute()
  const counts: Counts = { open: 0, rectified: 0, returned: 0, closed: 0, ...Object.fromEntries(byState.map(({ state, n }) => [state, n])) }
  const overdue = (await entriesOf(db, { departmentIds, sources, overdue: true }, today).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  const asked = filter.states === undefined || filter.states.length === 0 ? rectificationStates : filter.states
  const total = filter.overdue === true ? overdue : [...new Set(asked)].reduce((sum, state) => sum + counts[state], 0)
  return { total, offset, rows: rows.map((row) => asRow(row, today)), counts, overdue }
}

const rowsOf = (found: ReturnType<typeof entriesOf>) =>
  found.leftJoin('department as d', 'd.id', 'r.department_id').leftJoin('post as o', 'o.id', 'r.owner_post_id').select([
    'r.id', 'r.number', 'r.revision', 'r.problem', 'r.source', 'r.found_on as foundOn', 'r.department_id as departmentId', 'd.name as departmentName', 'r.owner_post_id as ownerPostId', 'o.name as ownerPostName', 'r.owner',
    'r.measure', 'r.due_on as dueOn', 'r.state', 'r.rectified_on as rectifiedOn', 'r.closed_on as closedOn', 'r.closed_by as closedBy',
  ])

const asRow = <T extends { state: RectificationState; dueOn: string }>(row: T, today: string): T & { overdue: boolean } => ({ ...row, overdue: isLate(row, today) })

/** One entry with everything that was done about it. @throws Refusal `record.missing` */
export async function readEntry(db: ReadableDatabase, id: string, { today, caller }: { today: string; caller: Checker }): Promise<RectificationDetail> {
  const row = await rowsOf(db.selectFrom('rectification as r').where('r.id', '=', id)).executeTakeFirst()
  const entry = await db.selectFrom('rectification').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined || entry === undefined) throw new Refusal('record.missing')
  const steps = await db.selectFrom('rectification_step').selectAll().where('rectification_id', '=', id).orderBy('number').execute()
  const entity = rectifiedEntities.find((known) => known === entry.subject_entity)
  const subject = entity === undefined || entry.subject_id === null ? null : { entity, id: entry.subject_id, label: await subjectLabel(db, { entity, id: entry.subject_id }) }
  return {
    ...asRow(row, today), cause: entry.cause, sourceNote: entry.source_note, outcome: entry.outcome, rectifiedBy: entry.rectified_by, recordedBy: entry.recorded_by, recordedAt: entry.recorded_at,
    subject, rule: entry.rule !== null && isRuleCode(entry.rule) ? entry.rule : null, party: !mayCheck(caller, await partiesOf(db, entry)),
    steps: steps.map((step) => ({
      id: step.id, action: step.action, fromState: step.from_state, toState: step.to_state, text: step.text, dueOn: step.due_on, evidence: JSON.parse(step.evidence) as string[], person: step.person, doneAt: step.done_at,
    })),
  }
}
