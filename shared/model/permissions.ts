import type { Caller, RoleGrant } from './caller.ts'
import type { EntryState } from './review/entry-states.ts'
import { entryStates, pendingStates, writableStates } from './review/entry-states.ts'
import type { Role } from './roles.ts'

/** Permissions that depend only on who asks. */
export const plainPermissions = [
  /** What everybody sees before signing in: language, whether there is a register, the sign-in itself. */
  'session.open',
  /** How somebody likes his screens. */
  'preference.edit',
  /** One's own account: password, last sign-in. */
  'session.own',
  /** Changing a password that must be changed. */
  'session.renew',
  /** First start: setting up the organisation, opening the example, the first accounts. */
  'register.found',
  'register.read',
  /** Words the register is written in: departments, posts, scales, methods, people's names. */
  'terms.read',
  'structure.edit',
  'rules.edit',
  'account.read',
  'account.edit',
  'role.edit',
  'security.edit',
  'log.read',
  'log.export',
  'trail.verify',
  'data.backup',
  'data.restore',
  'year.freeze',
  'year.start',
  'report.export',
  'review.sample',
  /** Running the rules, raising warnings by hand, taking in events of an e-supervision platform. */
  'warning.raise',
  /** Opening, publishing and closing the yearly assessment. */
  'assessment.run',
  'assessment.score-office',
  'assessment.score-lead',
  /** Answering objections to results, with corrections. */
  'assessment.settle',
] as const

/** What changes nothing: all that may be done where a frozen year is looked at. */
export const readingPermissions: readonly Permission[] = ['register.read', 'terms.read', 'report.export']

/** Permissions that also depend on the department, and some on the state, of what is touched. */
export const scopedPermissions = [
  'power.edit',
  'measure.edit',
  /** Recording that a measure was carried out. */
  'measure.execute',
  /** Rating how well a measure works. */
  'measure.check',
  'register.import',
  'entry.edit',
  'entry.grade',
  /** Taking over what was determined on paper before the register was kept here. */
  'entry.take-over',
  /** The grade a point would have once its planned measures work. */
  'figure.expect',
  /** The grade found after inspection. */
  'figure.verify',
  'entry.submit',
  'entry.recall',
  'entry.decide',
  'entry.comment',
  'entry.reopen',
  'entry.publish',
  'entry.file',
  'entry.attach',
  'adjustment.record',
  'adjustment.settle',
  /** What the department does that was warned: receives, analyses, puts right. */
  'warning.handle',
  /** What those do who warn: issue, approve, re-check, lift, escalate, transfer. */
  'warning.direct',
  /** Opening entries of the rectification ledger, changing their words, reporting that they are mended. */
  'rectification.edit',
  /** Closing (销号), giving back, opening again, and their terms. */
  'rectification.close',
  'assessment.score-self',
  'assessment.object',
] as const
export type ScopedPermission = (typeof scopedPermissions)[number]
export const permissions = [...plainPermissions, ...scopedPermissions] as const
export type Permission = (typeof permissions)[number]

/** How far a role's permission goes: the departments of its grant, or everything. */
export type Reach = 'departments' | 'organisation'

export interface PermissionRow {
  readonly permission: Permission
  /** Of a risk point's entry; absent where the permission does not concern one. */
  readonly states?: readonly EntryState[]
  readonly roles: Readonly<Partial<Record<Role, Reach>>>
}

const writers = { 'risk-officer': 'departments', 'section-head': 'departments' } as const
const leaders = { 'leader-in-charge': 'departments', 'chief-leader': 'organisation' } as const
const office = { inspector: 'organisation' } as const
const working = { 'risk-officer': 'organisation', 'section-head': 'organisation', 'leader-in-charge': 'organisation', 'chief-leader': 'organisation', inspector: 'organisation', assessor: 'organisation' } as const
const officers = { 'system-officer': 'organisation', 'security-officer': 'organisation', 'audit-officer': 'organisation' } as const
const signedIn = { ...working, ...officers, member: 'organisation' } as const
const anybody = { ...signedIn, newcomer: 'organisation', locked: 'organisation', visitor: 'organisation', founder: 'organisation', service: 'organisation' } as const
const unattended = { service: 'organisation' } as const

/**
 * States × roles × reach → what may be done. This table is the only place where permission is decided: core asks it
 * before every procedure, the page asks it what to offer, the documentation prints it.
 */
export const permissionTable: readonly PermissionRow[] = [
  { permission: 'session.open', roles: anybody },
  { permission: 'preference.edit', roles: { ...signedIn, newcomer: 'organisation', visitor: 'organisation', founder: 'organisation' } },
  { permission: 'session.own', roles: signedIn },
  { permission: 'session.renew', roles: { ...signedIn, newcomer: 'organisation' } },
  { permission: 'register.found', roles: { founder: 'organisation', ...unattended } },

  // Reading is not parted by department: whoever judges must be able to compare with the other departments.
  { permission: 'register.read', roles: { ...working, ...unattended } },
  { permission: 'terms.read', roles: { ...working, ...officers, founder: 'organisation', ...unattended } },
  { permission: 'structure.edit', roles: { 'system-officer': 'organisation', ...unattended } },
  { permission: 'rules.edit', roles: { ...office, ...unattended } },

  // The three officers: none of them can do another's work.
  { permission: 'account.read', roles: { ...officers, ...unattended } },
  { permission: 'account.edit', roles: { 'system-officer': 'organisation', ...unattended } },
  { permission: 'role.edit', roles: { 'security-officer': 'organisation', ...unattended } },
  { permission: 'security.edit', roles: { 'security-officer': 'organisation' } },
  { permission: 'log.read', roles: { 'audit-officer': 'organisation' } },
  { permission: 'log.export', roles: { 'audit-officer': 'organisation', ...unattended } },
  { permission: 'trail.verify', roles: { 'audit-officer': 'organisation', 'system-officer': 'organisation', ...unattended } },
  { permission: 'data.backup', roles: { 'system-officer': 'organisation', ...unattended } },
  { permission: 'data.restore', roles: { 'system-officer': 'organisation', ...unattended } },

  { permission: 'power.edit', roles: { ...writers, ...unattended } },
  { permission: 'measure.edit', roles: { ...writers, ...unattended } },
  { permission: 'measure.execute', roles: { ...writers, ...unattended } },
  // Whoever answers for a measure does not rate it: the rule about persons stands in core.
  { permission: 'measure.check', roles: { ...leaders, ...office } },
  { permission: 'register.import', roles: { ...writers, ...unattended } },
  // What is in force may be mended; a material change marks it to be examined again.
  { permission: 'entry.edit', states: [...writableStates, 'in-force', 'cancelled'], roles: { ...writers, ...unattended } },
  { permission: 'entry.grade', states: writableStates, roles: { ...writers, ...unattended } },
  { permission: 'entry.take-over', states: ['draft'], roles: { 'chief-leader': 'organisation', ...unattended } },

  { permission: 'figure.expect', roles: { ...writers, ...unattended } },
  { permission: 'figure.verify', roles: office },

  { permission: 'entry.submit', states: writableStates, roles: writers },
  { permission: 'entry.recall', states: ['submitted'], roles: writers },
  // The organisation's ladder narrows these further: which steps there are, and whom each grade needs.
  { permission: 'entry.decide', states: ['submitted', 'department-review'], roles: { ...writers, ...leaders, ...office } },
  { permission: 'entry.decide', states: ['head-approval'], roles: { 'section-head': 'departments', ...leaders } },
  { permission: 'entry.decide', states: ['leader-approval'], roles: leaders },
  { permission: 'entry.decide', states: ['chief-approval'], roles: { 'chief-leader': 'organisation' } },
  { permission: 'entry.decide', states: ['inspection-review'], roles: { ...office, 'chief-leader': 'organisation' } },
  { permission: 'entry.decide', states: ['determination'], roles: { 'chief-leader': 'organisation' } },
  { permission: 'entry.comment', states: entryStates, roles: { ...writers, ...leaders, ...office } },
  { permission: 'entry.publish', states: ['publicity'], roles: office },
  { permission: 'entry.file', states: ['filing'], roles: office },
  { permission: 'entry.reopen', states: ['in-force'], roles: { ...writers, ...leaders, ...office } },
  { permission: 'entry.reopen', states: ['cancelled'], roles: { ...writers, ...office } },
  { permission: 'entry.attach', states: [...writableStates, 'in-force', ...pendingStates], roles: { ...writers, ...leaders, ...office } },
  { permission: 'review.sample', roles: { ...office } },
  { permission: 'adjustment.record', roles: { ...writers, ...leaders, ...office } },
  { permission: 'adjustment.settle', roles: { ...writers, ...leaders, ...office } },
  { permission: 'rectification.edit', roles: { ...writers, ...leaders, ...office } },
  // Who has a part in an entry is kept from closing it by core, by the person.
  { permission: 'rectification.close', roles: { ...leaders, ...office } },

  { permission: 'warning.raise', roles: { 'leader-in-charge': 'organisation', 'chief-leader': 'organisation', ...office, ...unattended } },
  { permission: 'warning.handle', roles: writers },
  { permission: 'warning.direct', roles: { ...leaders, ...office } },

  { permission: 'assessment.run', roles: { ...office, ...unattended } },
  { permission: 'assessment.score-self', roles: writers },
  // Core asks the chief for the office's score only where nobody of the office is left who has no part in the department.
  { permission: 'assessment.score-office', roles: { 'chief-leader': 'organisation', ...office, assessor: 'organisation' } },
  { permission: 'assessment.score-lead', roles: { 'leader-in-charge': 'organisation', 'chief-leader': 'organisation' } },
  { permission: 'assessment.object', roles: writers },
  { permission: 'assessment.settle', roles: { 'chief-leader': 'organisation', ...office } },

  { permission: 'year.freeze', roles: { ...office, ...unattended } },
  { permission: 'year.start', roles: { ...office, ...unattended } },
  { permission: 'report.export', roles: { ...working, ...unattended } },
]

/** What a permission is asked for: the department of the record (null: it belongs to none yet) and, of a risk point's entry, its state. */
export interface Subject { readonly departmentId: string | null; readonly state?: EntryState | undefined }

/**
 * Whether somebody may do something; without a subject, whether he may do it to anything at all.
 */
export function may({ grants }: Pick<Caller, 'grants'>, permission: Permission, subject?: Subject): boolean {
  return permissionTable.some((row) => row.permission === permission && inState(row, subject) && grants.some((grant) => reaches(row, grant, subject)))
}

const inState = ({ states }: PermissionRow, subject: Subject | undefined): boolean =>
  subject?.state === undefined || states === undefined || states.includes(subject.state)

function reaches({ roles }: PermissionRow, { role, departments }: RoleGrant, subject: Subject | undefined): boolean {
  const reach = roles[role]
  if (reach === undefined) return false
  if (reach === 'organisation' || subject === undefined || departments === 'all') return true
  return subject.departmentId !== null && departments.includes(subject.departmentId)
}

