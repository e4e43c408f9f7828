import type { Caller } from '../caller.ts'
import type { Permission } from '../permissions.ts'
import { may } from '../permissions.ts'
import { higherRole } from '../review/ladder.ts'
import type { WorkingRole } from '../roles.ts'
import type { Rater } from './definition.ts'
import { raters } from './definition.ts'

/** Somebody who might score; without accounts he is known by his name alone. */
export interface Scorer extends Pick<Caller, 'personId' | 'name' | 'grants'> {
  /** Departments in which he holds a post today. */
  readonly postedIn: ReadonlySet<string>
}

/** Somebody had a part in a department's score of one kind: gave it, handed it on, or marked a veto for the office. */
export interface Part extends Pick<Caller, 'personId' | 'name'> { readonly rater: Rater }

/** What keeps somebody from a score whatever his role. */
export const scoringBars = ['own-self-score', 'own-office-score', 'own-lead-score', 'own-department'] as const
export type ScoringBar = (typeof scoringBars)[number]

/**
 * 'may': it is his to give; 'instead': it is his because nobody below him is left; 'not-asked': those below him are
 * there; 'nobody-left': something keeps him from it, and everybody else too; 'no-role': he bears no role for it.
 */
export const scoringVerdicts = ['may', 'instead', ...scoringBars, 'not-asked', 'nobody-left', 'no-role'] as const
export type ScoringVerdict = (typeof scoringVerdicts)[number]

/** A department's score and all that tells who may give it. */
export interface ScoringQuestion {
  readonly departmentId: string
  readonly rater: Rater
  readonly parts: readonly Part[]
  readonly people: readonly Scorer[]
}

/** Who is asked for each score; where nobody of them is left, the next higher role is. */
const askedFirst: Readonly<Record<Rater, readonly WorkingRole[]>> = {
  self: ['risk-officer', 'section-head'],
  office: ['inspector', 'assessor'],
  lead: ['leader-in-charge', 'chief-leader'],
}

const permissionFor = { self: 'assessment.score-self', office: 'assessment.score-office', lead: 'assessment.score-lead' } as const satisfies Record<Rater, Permission>

/** By account, or by name where one of the two has none. */
export const sameScorer = (a: Pick<Caller, 'personId' | 'name'>, b: Pick<Caller, 'personId' | 'name'>): boolean =>
  (a.personId === null || b.personId === null ? a.name === b.name : a.personId === b.personId)

const writers: readonly WorkingRole[] = ['risk-officer', 'section-head']

/**
 * His own department: he holds a post in it, or writes for it by name. Writing for the whole organisation makes none his
 * own, and a leader does not belong to the departments he is in charge of.
 */
export const isOwn = ({ postedIn, grants }: Pick<Scorer, 'postedIn' | 'grants'>, departmentId: string): boolean =>
  postedIn.has(departmentId) || grants.some(({ role, departments }) => writers.some((writer) => writer === role) && departments !== 'all' && departments.includes(departmentId))

/** Four eyes: nobody has a part in two scores of a department, nor judges his own. */
export function barOf(person: Scorer, { departmentId, rater, parts }: Omit<ScoringQuestion, 'people'>): ScoringBar | undefined {
  const other = raters.find((one) => one !== rater && parts.some((part) => part.rater === one && sameScorer(part, person)))
  if (other !== undefined) return `own-${other}-score`
  return rater !== 'self' && isOwn(person, departmentId) ? 'own-department' : undefined
}

const bears = ({ grants }: Pick<Scorer, 'grants'>, role: WorkingRole, { departmentId, rater }: ScoringQuestion): boolean =>
  grants.some((grant) => grant.role === role && may({ grants: [grant] }, permissionFor[rater], { departmentId }))

const canGive = (person: Scorer, roles: readonly WorkingRole[], question: ScoringQuestion): boolean =>
  roles.some((role) => bears(person, role, question)) && barOf(person, question) === undefined

/** The roles that are asked: the usual ones, or the lowest above them in which somebody is left; none where nobody is. */
function askedRoles(question: ScoringQuestion): readonly WorkingRole[] {
  const tried = new Set<WorkingRole>()
  for (let level = askedFirst[question.rater]; level.length > 0;) {
    const roles = level
    if (question.people.some((person) => canGive(person, roles, question))) return roles
    for (const role of roles) tried.add(role)
    level = [...new Set(roles.flatMap((role) => higherRole(role) ?? []))].filter((role) => !tried.has(role))
  }
  return []
}

/** Everybody who may give a score now. */
export function askedPeople(question: ScoringQuestion): Scorer[] {
  const roles = askedRoles(question)
  return question.people.filter((person) => canGive(person, roles, question))
}

/** Whether somebody may give a score, and what stands in his way. `person` is one of `people`. */
export function scoringVerdict(person: Scorer, question: ScoringQuestion): ScoringVerdict {
  const usual = askedFirst[question.rater]
  if (!may(person, permissionFor[question.rater], { departmentId: question.departmentId })) return 'no-role'
  const asked = askedRoles(question)
  if (asked.length === 0) return 'nobody-left'
  const bar = barOf(person, question)
  if (bar !== undefined) return bar
  if (!asked.some((role) => bears(person, role, question))) return 'not-asked'
  return asked === usual ? 'may' : 'instead'
}
