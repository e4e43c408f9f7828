import type { Rater } from '#shared/model/assessment/definition.ts'
import { raters } from '#shared/model/assessment/definition.ts'
import type { DepartmentStep } from '#shared/model/assessment/states.ts'
import { barOf, sameScorer, scoringVerdict } from '#shared/model/assessment/who-scores.ts'
import type { Part, Scorer, ScoringBar, ScoringQuestion, ScoringVerdict } from '#shared/model/assessment/who-scores.ts'
import type { Caller } from '#shared/model/caller.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { readPeople } from '../review/reviewers.ts'
import { readHandOvers } from './hand-overs.ts'
import type { DepartmentStanding } from './standings.ts'

/** Everybody with an account, with the departments in which he holds a post on a day; the caller is among them. */
async function readScorers(db: ReadableDatabase, { caller, today }: Asking): Promise<Scorer[]> {
  const people = await readPeople(db, today)
  const posts = [...new Set(people.flatMap((person) => [...person.posts]))]
  const rows = posts.length === 0 ? [] : await db.selectFrom('post').select(['id', 'department_id']).where('id', 'in', posts).execute()
  const departmentOf = new Map(rows.map((row) => [row.id, row.department_id]))
  const scorers = people.map(({ id, name, grants, posts: held }): Scorer => ({ personId: id, name, grants, postedIn: new Set([...held].flatMap((post) => departmentOf.get(post) ?? [])) }))
  const asked = scorers.findIndex(({ personId }) => personId === caller.personId)
  const own: Scorer = { ...caller, postedIn: scorers[asked]?.postedIn ?? new Set() }
  return asked === -1 ? [...scorers, own] : scorers.with(asked, own)
}

/** Who had a part in the scores of departments, even where another has changed them since; by the row of the department. */
async function partsIn(db: ReadableDatabase, standings: readonly DepartmentStanding[]): Promise<Map<string, Part[]>> {
  const ids = standings.map(({ row }) => row.id)
  const marks = await db.selectFrom('assessment_veto').select(['campaign_department_id', 'person_id', 'person']).where('campaign_department_id', 'in', ids).execute()
  const handOvers = await readHandOvers(db, ids)
  const [marksBy, handedBy] = [Map.groupBy(marks, (mark) => mark.campaign_department_id), Map.groupBy(handOvers, (one) => one.campaignDepartmentId)]
  return new Map(standings.map(({ row, items }) => {
    const given = items.flatMap(({ trail }) => trail.filter(({ kind }) => kind === 'scored').map(({ rater, person_id, person }): Part => ({ rater, personId: person_id, name: person })))
    const marked = (marksBy.get(row.id) ?? []).map(({ person_id, person }): Part => ({ rater: 'office', personId: person_id, name: person }))
    // Whoever hands a sheet on stands for what the register had filled in.
    const handed = (handedBy.get(row.id) ?? []).flatMap(({ action, from, byId, by }): Part[] => (action === 'hand-on' && from !== 'scored' ? [{ rater: from, personId: byId, name: by }] : []))
    return [row.id, [...given, ...marked, ...handed]]
  }))
}

/** Who asks, and on which local calendar date. */
export interface Asking { readonly caller: Caller; readonly today: string }

/** What tells who may give which score of a department. */
export interface ScoringRules {
  readonly person: Scorer
  question(rater: Rater): ScoringQuestion
}

/** Of several departments at once. */
export async function scoringRulesOf(db: ReadableDatabase, standings: readonly DepartmentStanding[], asking: Asking): Promise<(standing: DepartmentStanding) => ScoringRules> {
  const people = await readScorers(db, asking)
  const parts = await partsIn(db, standings)
  const person = people.find((one) => sameScorer(one, asking.caller))
  if (person === undefined) throw new Error('the caller is not among those who might score')
  return ({ row }) => ({ person, question: (rater) => ({ departmentId: row.department_id, rater, parts: parts.get(row.id) ?? [], people }) })
}

export const scoringRules = async (db: ReadableDatabase, standing: DepartmentStanding, asking: Asking): Promise<ScoringRules> => (await scoringRulesOf(db, [standing], asking))(standing)

/** Whether a score waits for the caller. */
export function waitsFor({ person, question }: ScoringRules, step: DepartmentStep): boolean {
  const verdict = step === 'scored' ? 'no-role' : scoringVerdict(person, question(step))
  return verdict === 'may' || verdict === 'instead'
}

/** What the caller may do with each score of a department. */
export function verdictsOf({ person, question }: ScoringRules): Record<Rater, ScoringVerdict> {
  const [self, office, lead] = raters.map((rater) => scoringVerdict(person, question(rater)))
  return { self: self ?? 'no-role', office: office ?? 'no-role', lead: lead ?? 'no-role' }
}

/**
 * Four eyes over the three scores of a department.
 * @throws Refusal `assessment.own-self-score`, `assessment.own-office-score`, `assessment.own-lead-score`, `assessment.own-department`, `assessment.not-asked`, `assessment.nobody-left`
 */
export async function refuseUnlessAsked(db: ReadableDatabase, standing: DepartmentStanding, { rater, ...asking }: Asking & { rater: Rater }): Promise<void> {
  const { person, question } = await scoringRules(db, standing, asking)
  const verdict = scoringVerdict(person, question(rater))
  if (verdict === 'may' || verdict === 'instead') return
  const why = verdict === 'no-role' ? 'not-asked' : verdict
  throw new Refusal(`assessment.${why}`, { department: standing.row.name })
}

/** What keeps somebody from answering the objections of a department: he wrote part of its self score, or it is his own. */
export function answeringBar({ person, question }: ScoringRules): ScoringBar | undefined {
  const answering = question('office')
  return barOf(person, { ...answering, parts: answering.parts.filter(({ rater }) => rater === 'self') })
}

/**
 * Whoever answers an objection has no part in the self score and judges no department of his own; and he corrects
 * neither the office's score where he gave the leaders', nor theirs where he gave the office's.
 * @throws Refusal `assessment.own-self-score`, `assessment.own-office-score`, `assessment.own-lead-score`, `assessment.own-department`
 */
export async function refuseUnlessApart(db: ReadableDatabase, standing: DepartmentStanding, { raters: corrected, ...asking }: Asking & { raters: readonly Rater[] }): Promise<void> {
  const rules = await scoringRules(db, standing, asking)
  const bars = [answeringBar(rules), ...corrected.flatMap((rater) => (rater === 'self' ? [] : [barOf(rules.person, rules.question(rater))]))]
  const bar = bars.find((one) => one !== undefined)
  if (bar !== undefined) throw new Refusal(`assessment.${bar}`, { department: standing.row.name })
}
