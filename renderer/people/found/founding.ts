import type { Founding } from '#shared/contract/people.ts'
import { exampleOrganisation } from '#shared/model/people/example-people.ts'
import { passwordFaultsOf } from '#shared/model/people/password-rules.ts'
import { reachesDepartments } from '#shared/model/people/role-rules.ts'
import { officerRoles } from '#shared/model/roles.ts'
import type { OfficerRole, WorkingRole } from '#shared/model/roles.ts'

export interface OfficerDraft { readonly name: string; readonly password: string }
export interface PersonDraft { readonly key: number; readonly name: string; readonly password: string; readonly role: WorkingRole | undefined; readonly whole: boolean; readonly departments: readonly string[] }

export interface FoundingDraft { readonly officers: Readonly<Record<OfficerRole, OfficerDraft>>; readonly people: readonly PersonDraft[] }

const noOfficer: OfficerDraft = { name: '', password: '' }
export const noOfficers: FoundingDraft['officers'] = { 'system-officer': noOfficer, 'security-officer': noOfficer, 'audit-officer': noOfficer }

export const isExample = (organisation: string): boolean => organisation === exampleOrganisation

const isGood = ({ name, password }: OfficerDraft): boolean => name.trim() !== '' && passwordFaultsOf(password, name).length === 0

/** Whether everybody has a name, a password that keeps to the rules, and something to do. */
export const isComplete = ({ officers, people }: FoundingDraft): boolean =>
  officerRoles.every((role) => isGood(officers[role]))
  && people.every((person) => isGood(person) && person.role !== undefined && (person.whole || !reachesDepartments(person.role) || person.departments.length > 0))

/** What core is asked to make of a draft. */
export const foundingOf = ({ officers, people }: FoundingDraft): Founding => ({
  officers,
  people: people.flatMap(({ name, password, role, whole, departments }) =>
    (role === undefined ? [] : [{ name, password, mustChange: true, roles: [{ role, departments: whole || !reachesDepartments(role) ? 'all' as const : [...departments] }] }])),
})
