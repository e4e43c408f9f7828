/**
 * What may be done, in one table. Every procedure of the contract names one of these permissions; core asks this table
 * before the procedure runs. There are no accounts in this edition: whoever sits at the computer is the officer, and
 * scheduled work acts as the service identity.
 */
export const permissions = [
  'register.read',
  'register.edit',
  'register.import',
  'grading.grade',
  'grading.accept',
  'settings.edit',
  'year.freeze',
  'report.export',
  'data.backup',
  'preference.edit',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['officer', 'service'] as const
export type Role = (typeof roles)[number]

const table: Record<Role, readonly Permission[]> = {
  officer: permissions,
  service: permissions.filter((p) => p !== 'preference.edit'),
}

/** The only place where permission is decided. */
export function may(role: Role, permission: Permission): boolean {
  return table[role].includes(permission)
}
