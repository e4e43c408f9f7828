import { array, assert, constantFrom, integer, property, record, subarray, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { raters } from '#shared/model/assessment/definition.ts'
import type { Rater } from '#shared/model/assessment/definition.ts'
import { askedPeople, scoringVerdict } from '#shared/model/assessment/who-scores.ts'
import type { Part, Scorer, ScoringVerdict } from '#shared/model/assessment/who-scores.ts'
import type { RoleGrant } from '#shared/model/caller.ts'
import { workingRoles } from '#shared/model/roles.ts'
import type { WorkingRole } from '#shared/model/roles.ts'

const here = 'permits'
const elsewhere = 'water'

const person = (name: string, roles: readonly WorkingRole[], { departments = 'all' as RoleGrant['departments'], postedIn = [] as readonly string[] } = {}): Scorer =>
  ({ personId: name, name, grants: roles.map((role) => ({ role, departments })), postedIn: new Set(postedIn) })
const part = (rater: Rater, name: string): Part => ({ rater, personId: name, name })
const verdict = (who: Scorer, rater: Rater, { people = [], parts = [] }: { people?: Scorer[]; parts?: Part[] } = {}): ScoringVerdict =>
  scoringVerdict(who, { departmentId: here, rater, parts, people: [who, ...people] })

const grants = array(record({ role: constantFrom(...workingRoles), departments: constantFrom<RoleGrant['departments']>('all', [here], [elsewhere], [here, elsewhere]) }), { minLength: 1, maxLength: 3 })
const scorers = uniqueArray(record({ name: constantFrom('甲', '乙', '丙', '丁', '戊'), grants, posts: subarray([here, elsewhere]) }), { selector: ({ name }) => name, minLength: 1 })
  .map((all) => all.map(({ name, grants: given, posts }): Scorer => ({ personId: name, name, grants: given, postedIn: new Set(posts) })))
const someParts = array(record({ rater: constantFrom(...raters), name: constantFrom('甲', '乙', '丙', '丁', '戊') }), { maxLength: 5 }).map((all) => all.map(({ rater, name }) => part(rater, name)))

const gives = (one: ScoringVerdict): boolean => one === 'may' || one === 'instead'
const bears = ({ grants: all }: Scorer, ...roles: readonly WorkingRole[]): boolean => all.some(({ role }) => roles.some((one) => one === role))
/** A second way to say what his own is. */
const belongs = ({ postedIn, grants: all }: Scorer): boolean =>
  postedIn.has(here) || all.some(({ role, departments }) => (role === 'risk-officer' || role === 'section-head') && Array.isArray(departments) && departments.includes(here))

test('however a department’s scores are given, nobody gives two of them and nobody judges his own department', () => {
  assert(property(scorers, array(record({ who: integer({ min: 0, max: 4 }), rater: constantFrom(...raters) }), { maxLength: 20 }), (people, attempts) => {
    const parts: Part[] = []
    for (const { who, rater } of attempts) {
      const somebody = people[who % people.length]
      if (somebody === undefined) continue
      if (gives(scoringVerdict(somebody, { departmentId: here, rater, parts, people }))) parts.push(part(rater, somebody.name))
    }
    for (const somebody of people) {
      const given = new Set(parts.filter(({ name }) => name === somebody.name).map(({ rater }) => rater))
      expect(given.size).toBeLessThanOrEqual(1)
      if (belongs(somebody)) expect([...given].filter((rater) => rater !== 'self')).toEqual([])
    }
  }), { numRuns: 2000 })
})

test('somebody is asked unless everybody with the role has a part in it, and who is asked is who may', () => {
  assert(property(scorers, someParts, constantFrom(...raters), (people, parts, rater) => {
    const question = { departmentId: here, rater, parts, people }
    const told = people.map((somebody) => scoringVerdict(somebody, question))
    expect(people.filter((_, at) => gives(told[at] ?? 'no-role'))).toEqual(askedPeople(question))
    const free = (somebody: Scorer): boolean => parts.every(({ rater: one, name }) => one === rater || name !== somebody.name) && (rater === 'self' || !belongs(somebody))
    const usual = { self: ['risk-officer', 'section-head'], office: ['inspector', 'assessor'], lead: ['leader-in-charge', 'chief-leader'] }[rater] as WorkingRole[]
    if (rater !== 'self') expect(told.some(gives)).toBe(people.some((somebody) => free(somebody) && bears(somebody, ...usual, ...(rater === 'office' ? ['chief-leader' as const] : []))))
    for (const [at, somebody] of people.entries()) {
      if (told[at] === 'instead') expect([rater, bears(somebody, 'chief-leader'), people.some((other) => free(other) && bears(other, 'inspector', 'assessor'))]).toEqual(['office', true, false])
      if (told[at] === 'nobody-left') expect(askedPeople(question)).toEqual([])
    }
  }), { numRuns: 2000 })
})

test('each combination of role, belonging and earlier part has its answer', () => {
  const office = person('核评员', ['inspector', 'assessor'])
  const chief = person('领导', ['chief-leader'])
  const others = { people: [office, chief] }
  expect(verdict(person('甲', ['assessor']), 'office', others)).toBe('may')
  expect(verdict(person('甲', ['assessor'], { postedIn: [here] }), 'office', others)).toBe('own-department')
  expect(verdict(person('甲', ['assessor'], { postedIn: [elsewhere] }), 'office', others)).toBe('may')
  expect(verdict(person('甲', ['assessor', 'section-head'], { departments: [here] }), 'office', others)).toBe('own-department')
  expect(verdict(person('甲', ['assessor', 'risk-officer'], { departments: [elsewhere] }), 'office', others)).toBe('may')
  expect(verdict(person('甲', ['assessor', 'risk-officer']), 'office', others), 'who writes for all has no department of his own').toBe('may')
  expect(verdict(person('甲', ['assessor', 'risk-officer']), 'office', { ...others, parts: [part('self', '甲')] })).toBe('own-self-score')
  expect(verdict(person('甲', ['chief-leader', 'inspector']), 'lead', { ...others, parts: [part('office', '甲')] })).toBe('own-office-score')
  expect(verdict(person('甲', ['chief-leader', 'inspector']), 'office', { ...others, parts: [part('lead', '甲')] })).toBe('own-lead-score')
  expect(verdict(person('甲', ['leader-in-charge'], { departments: [here] }), 'lead', others), 'a leader does not belong to what he is in charge of').toBe('may')
  expect(verdict(person('甲', ['leader-in-charge'], { postedIn: [here] }), 'lead', others)).toBe('own-department')
  expect(verdict(chief, 'office', { people: [office] })).toBe('not-asked')
  expect(verdict(chief, 'office', { people: [person('核评员', ['inspector'], { postedIn: [here] })] })).toBe('instead')
  expect(verdict(chief, 'lead', { parts: [part('office', '领导')] })).toBe('nobody-left')
  expect(verdict(person('甲', ['leader-in-charge']), 'office', others)).toBe('no-role')
  expect(verdict(person('甲', ['risk-officer'], { departments: [elsewhere] }), 'self', others)).toBe('no-role')
  expect(verdict({ ...person('甲', ['assessor']), personId: null }, 'office', { ...others, parts: [{ rater: 'self', personId: 'an account', name: '甲' }] }), 'without an account the name decides').toBe('own-self-score')
})
