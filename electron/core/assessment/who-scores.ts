import type { Rater } from '#shared/model/assessment/definition.ts'
import { raters } from '#shared/model/assessment/definition.ts'
import { barOf, sameScorer, scoringVerdict } from '#shared/model/assessment/who-scores.ts'
import type { Part, Scorer, ScoringQuestion, ScoringVerdict } from '#shared/model/assessment/who-scores.ts'
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

/** Who had a part in a department's scores, even where another has changed them since. */
async function partsIn(db: ReadableDatabase, { row, items }: DepartmentStanding): Promise<Part[]> {
  const given = items.flatMap(({ trail }) => trail.filter(({ kind }) => kind === 'scored').map(({ rater, person_id, person }): Part => ({ rater, personId: person_id, name: person })))
  const marks = await db.selectFrom('assessment_veto').select(['person_id', 'person']).where('campaign_department_id', '=', row.id).execute()
  const marked = marks.map(({ person_id, person }): Part => ({ rater: 'office', personId: person_id, name: person }))
  // Whoever hands a sheet on stands for what the register had filled in.
  const handed = (await readHandOvers(db, row.id)).flatMap(({ action, from, byId, by }): Part[] => (action === 'hand-on' && from !== 'scored' ? [{ rater: from, personId: byId, name: by }] : []))
  return [...given, ...marked, ...handed]
}

/** Who asks, and on which local calendar date. */
export interface Asking { readonly caller: Caller; readonly today: string }

/** What tells who may give which score of a department. */
export interface ScoringRules {
  readonly person: Scorer
  question(rater: Rater): ScoringQuestion
}

export async function scoringRules(db: ReadableDatabase, standing: DepartmentStanding, asking: Asking): Promise<ScoringRules> {
  const people = await readScorers(db, asking)
  const parts = await partsIn(db, standing)
  const person = people.find((one) => sameScorer(one, asking.caller))
  if (person === undefined) throw new Error('the caller is not among those who might score')
  return { person, question: (rater) => ({ departmentId: standing.row.department_id, rater, parts, people }) }
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
  throw new Refusal(verdict === 'no-role' ? 'assessment.not-asked' : `assessment.${verdict}`, { department: standing.row.name })
}

/**
 * Whoever answers an objection wrote none of the self score and judges no department of his own; and he corrects neither
 * the office's score where he gave the leaders', nor theirs where he gave the office's.
 * @throws Refusal `assessment.own-self-score`, `assessment.own-office-score`, `assessment.own-lead-score`, `assessment.own-department`
 */
export async function refuseUnlessApart(db: ReadableDatabase, standing: DepartmentStanding, { raters: corrected, ...asking }: Asking & { raters: readonly Rater[] }): Promise<void> {
  const { person, question } = await scoringRules(db, standing, asking)
  const answering = question('office')
  const bars = [barOf(person, { ...answering, parts: answering.parts.filter(({ rater }) => rater === 'self') }), ...corrected.flatMap((rater) => (rater === 'self' ? [] : [barOf(person, question(rater))]))]
  const bar = bars.find((one) => one !== undefined)
  if (bar !== undefined) throw new Refusal(`assessment.${bar}`, { department: standing.row.name })
}
