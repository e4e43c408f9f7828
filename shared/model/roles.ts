/**
 * What a person is here for. The three officers keep the program itself in balance (system, security, audit) and never
 * work in the register; the others work in it and never keep the program.
 */
export const officerRoles = ['system-officer', 'security-officer', 'audit-officer'] as const
export type OfficerRole = (typeof officerRoles)[number]

export const workingRoles = ['risk-officer', 'section-head', 'leader-in-charge', 'chief-leader', 'inspector', 'assessor'] as const
export type WorkingRole = (typeof workingRoles)[number]

export const grantableRoles = [...workingRoles, ...officerRoles] as const
/** A role that can be given to a person. */
export type GrantableRole = (typeof grantableRoles)[number]

/**
 * `visitor`: nobody has signed in; `founder`: nobody has signed in because there is no account yet; `newcomer`: signed
 * in, but the password must be changed first; `member`: signed in without any role given; `locked`: signed in, away for
 * too long; `service`: the command line and unattended runs.
 */
export const roles = [...grantableRoles, 'visitor', 'founder', 'newcomer', 'member', 'locked', 'service'] as const
export type Role = (typeof roles)[number]
