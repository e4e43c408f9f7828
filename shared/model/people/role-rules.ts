import type { GrantableRole, OfficerRole } from '../roles.ts'
import { officerRoles } from '../roles.ts'

/** Roles whose work ends at the departments of their grant; every other role is for the whole organisation. */
export const departmentRoles = ['risk-officer', 'section-head', 'leader-in-charge'] as const satisfies readonly GrantableRole[]

export const isOfficer = (role: string): role is OfficerRole => officerRoles.some((officer) => officer === role)

export const reachesDepartments = (role: GrantableRole): boolean => departmentRoles.some((one) => one === role)

/**
 * Whether one person may bear these roles. Each of the three officers is kept apart from the other two and from all
 * work in the register, so that nobody can do something and also hide it.
 */
export const mayBeJoined = (roles: readonly string[]): boolean => {
  const different = new Set(roles)
  return different.size <= 1 || ![...different].some(isOfficer)
}
