import type { RoleGrant } from '#shared/model/caller.ts'
import { may } from '#shared/model/permissions.ts'
import { higherRole } from '#shared/model/review/ladder.ts'
import type { Stop } from '#shared/model/review/way.ts'
import type { WorkingRole } from '#shared/model/roles.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Entry } from './entries.ts'

/** Somebody with an account, what he is here for and which posts he holds today. */
export interface Person { readonly id: string; readonly name: string; readonly grants: readonly RoleGrant[]; readonly posts: ReadonlySet<string> }

/** Everybody who might be asked. Some hundred people: read once for a batch. */
export async function readPeople(db: ReadableDatabase, today: string): Promise<Person[]> {
  const people = await db.selectFrom('person').select(['id', 'name']).where('state', '=', 'in-force').orderBy('number').execute()
  const grants = await db.selectFrom('role_grant as g').leftJoin('role_grant_department as d', 'd.grant_id', 'g.id')
    .select(['g.id', 'g.person_id', 'g.role', 'g.whole_organisation', 'd.department_id']).where('g.ended_at', 'is', null).execute()
  const holdings = await db.selectFrom('post_holding').select(['person_id', 'post_id']).where('since', '<=', today)
    .where((where) => where.or([where('until', 'is', null), where('until', '>=', today)])).execute()
  const grantsOf = Map.groupBy(grants, (row) => row.person_id)
  const postsOf = Map.groupBy(holdings, (row) => row.person_id)
  return people.map(({ id, name }) => ({
    id, name, posts: new Set((postsOf.get(id) ?? []).map((row) => row.post_id)),
    grants: [...Map.groupBy(grantsOf.get(id) ?? [], (row) => row.id).values()].flatMap((rows) => {
      const [first] = rows
      return first === undefined ? [] : [{ role: first.role, departments: first.whole_organisation === 1 ? 'all' as const : rows.flatMap((row) => row.department_id ?? []) }]
    }),
  }))
}

const writing = ['risk-point.create', 'risk-point.change', 'risk-point.link', 'risk-point.unlink', 'risk-point.reinstate', 'grading.declare'] as const

/** Who wrote on each entry since its present cycle began: who entered, changed, graded or submitted it. */
export async function writersOf(db: ReadableDatabase, entries: readonly Entry[]): Promise<Map<string, ReadonlySet<string>>> {
  const ids = entries.map(({ id }) => id)
  const began = await cycleStarts(db, entries)
  const traces = await db.selectFrom('audit_entry').select(['entity_id', 'actor_id', 'at']).where('entity_id', 'in', ids).where('action', 'in', writing).where('actor_id', 'is not', null).execute()
  const submitted = await db.selectFrom('review_decision').select(['risk_point_id', 'person_id', 'decided_at']).where('risk_point_id', 'in', ids).where('action', '=', 'submit').where('person_id', 'is not', null).execute()
  const writers = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  for (const { entity_id, actor_id, at } of traces) if (actor_id !== null && at >= (began.get(entity_id) ?? '')) writers.get(entity_id)?.add(actor_id)
  for (const { risk_point_id, person_id, decided_at } of submitted) if (person_id !== null && decided_at >= (began.get(risk_point_id) ?? '')) writers.get(risk_point_id)?.add(person_id)
  return writers
}

/** A cycle begins with the decision that opened the entry again; the first one with the record itself. */
async function cycleStarts(db: ReadableDatabase, entries: readonly Entry[]): Promise<Map<string, string>> {
  const later = entries.filter(({ entry_cycle }) => entry_cycle > 1)
  if (later.length === 0) return new Map()
  const rows = await db.selectFrom('review_decision').select(['risk_point_id', 'cycle', 'decided_at']).where('risk_point_id', 'in', later.map(({ id }) => id)).where('action', 'in', ['reopen', 'year']).execute()
  const cycles = new Map(later.map((entry) => [entry.id, entry.entry_cycle]))
  return new Map(rows.filter((row) => row.cycle === cycles.get(row.risk_point_id)).map((row) => [row.risk_point_id, row.decided_at]))
}

/** What keeps somebody from judging an entry whatever his role. */
export type Conflict = 'own-entry' | 'own-post' | 'own-lowering'

/** What is known of the entry for telling who may judge it. */
export interface Interests {
  readonly writers: ReadonlySet<string>
  /** Who lowered the grade last on this way, where that still needs agreement. */
  readonly lowerer: string | null
}

/** Four eyes: nobody judges what he wrote, what concerns his own post, or his own lowering. */
export function conflictOf(person: Pick<Person, 'id' | 'posts'>, entry: Entry, { writers, lowerer }: Interests): Conflict | undefined {
  if (writers.has(person.id)) return 'own-entry'
  if (entry.post_id !== null && person.posts.has(entry.post_id)) return 'own-post'
  return lowerer === person.id ? 'own-lowering' : undefined
}

/** An entry that waits at a stop, and all that tells who may take it. */
export interface Question { readonly entry: Entry; readonly stop: Stop; readonly interests: Interests; readonly people: readonly Person[] }

/** Whether somebody bears a role that lets him decide there: the permission table says how far each role goes. */
const bears = ({ grants }: Person, role: WorkingRole, { entry, stop }: Question): boolean =>
  grants.some((grant) => grant.role === role && may({ grants: [grant] }, 'entry.decide', { departmentId: entry.department_id, state: stop.state }))

export type Verdict = { readonly may: true; readonly role: WorkingRole } | { readonly may: false; readonly why: Conflict | 'not-your-step' | 'nobody-left' }

/**
 * Whether a person may take the step an entry waits for, and in which role. Where nobody of the roles asked is left
 * who may judge it, the next higher ones are asked, and so on up.
 */
export function judge(person: Person, question: Question): Verdict {
  const { entry, stop, interests } = question
  const asked = askedRoles(question)
  if (asked.length === 0) return { may: false, why: 'nobody-left' }
  const role = asked.find((candidate) => bears(person, candidate, question))
  const usual = role ?? stop.roles.find((candidate) => bears(person, candidate, question))
  const conflict = usual === undefined ? undefined : conflictOf(person, entry, interests)
  if (conflict !== undefined) return { may: false, why: conflict }
  return role === undefined ? { may: false, why: 'not-your-step' } : { may: true, role }
}

/**
 * The higher role that is asked in place of a stop's own; null where one of its own is asked, or nobody is left at all.
 * @param acting whoever brings the entry there: a writer from now on, or the one who lowered
 */
export function askedInstead(question: Question, acting: { readonly writer?: string | undefined; readonly lowerer?: string | undefined }): WorkingRole | null {
  const { stop, interests: { writers, lowerer } } = question
  const interests: Interests = { writers: acting.writer === undefined ? writers : new Set([...writers, acting.writer]), lowerer: acting.lowerer ?? lowerer }
  const [asked] = askedRoles({ ...question, interests })
  return asked === undefined || stop.roles.includes(asked) ? null : asked
}

/** The roles that are asked: those of the stop, or the lowest above them in which somebody is left; none where nobody is. */
export function askedRoles(question: Question): readonly WorkingRole[] {
  const { entry, stop, interests, people } = question
  const tried = new Set<WorkingRole>()
  for (let level = stop.roles; level.length > 0;) {
    const left = level.some((role) => people.some((person) => bears(person, role, question) && conflictOf(person, entry, interests) === undefined))
    if (left) return level
    for (const role of level) tried.add(role)
    level = [...new Set(level.flatMap((role) => higherRole(role) ?? []))].filter((role) => !tried.has(role))
  }
  return []
}
