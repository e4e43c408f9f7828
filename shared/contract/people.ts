import { z } from 'zod'
import { idleMinutesMost } from '#shared/model/people/idle-minutes.ts'
import { longestPassword } from '#shared/model/people/password-rules.ts'
import { grantableRoles, officerRoles, roles, workingRoles } from '#shared/model/roles.ts'
import { dateSchema, idSchema } from './lists.ts'
import { procedure } from './procedure.ts'

const nameSchema = z.string().trim().min(1).max(100)
// Longer than any allowed one, so that the sentence about the length comes from the rules; a ceiling all the same.
const passwordSchema = z.string().max(longestPassword * 5)

const reachSchema = z.union([z.literal('all'), z.array(idSchema).min(1).max(500)])

/** `founding`: there is no account yet; `must-change`: signed in with a password somebody else has chosen. */
export const sessionStates = ['founding', 'signed-out', 'must-change', 'locked', 'signed-in'] as const

const lastSignInSchema = z.object({ at: z.string().nullable(), failures: z.number().int() })

export const meSchema = z.object({
  state: z.enum(sessionStates),
  /** null before the organisation has been set up. */
  organisation: z.string().nullable(),
  person: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** What the permission table is asked with. */
  grants: z.array(z.object({ role: z.enum(roles), departments: z.union([z.literal('all'), z.array(z.string())]) })),
  /** The sign-in before this one. */
  lastSignIn: lastSignInSchema.nullable(),
  idleMinutes: z.number().int(),
})
export type Me = z.infer<typeof meSchema>

const grantSchema = z.object({
  id: idSchema,
  role: z.enum(grantableRoles),
  departments: z.union([z.literal('all'), z.array(z.object({ id: idSchema, name: z.string() }))]),
  grantedAt: z.string(),
  grantedBy: z.string(),
})

export const accountSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  name: z.string(),
  state: z.enum(['in-force', 'withdrawn']),
  mustChange: z.boolean(),
  /** null where no attempt is being held off now. */
  lockedUntil: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  createdAt: z.string(),
  grants: z.array(grantSchema),
})
export type Account = z.infer<typeof accountSchema>

export const holdingSchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  postId: idSchema,
  post: z.string(),
  department: z.string(),
  personId: idSchema,
  person: z.string(),
  since: dateSchema,
  /** The last day; null while it lasts. */
  until: dateSchema.nullable(),
})
export type Holding = z.infer<typeof holdingSchema>

const grantInputSchema = z.object({ role: z.enum(grantableRoles), departments: reachSchema })
const firstOfficerSchema = z.object({ name: nameSchema, password: passwordSchema })

export const foundingSchema = z.object({
  officers: z.object(Object.fromEntries(officerRoles.map((role) => [role, firstOfficerSchema])) as Record<(typeof officerRoles)[number], typeof firstOfficerSchema>),
  people: z.array(z.object({
    name: nameSchema,
    password: passwordSchema,
    /** Whether he has to choose a password of his own at the first sign-in. */
    mustChange: z.boolean().default(true),
    /** Departments by name; those there are not yet are made. */
    roles: z.array(z.object({ role: z.enum(workingRoles), departments: z.union([z.literal('all'), z.array(nameSchema).min(1).max(100)]) })).min(1).max(workingRoles.length),
  })).max(200).default([]),
})
export type Founding = z.input<typeof foundingSchema>

const oneTimeSchema = z.object({
  id: idSchema,
  /** Shown once and kept nowhere; null where the password was given. */
  oneTimePassword: z.string().nullable(),
})

export const people = {
  /** Who is behind this window, and what the page may offer him. */
  me: procedure('session.open').output(meSchema),
  signIn: procedure('session.open').input(z.object({ name: z.string().max(500), password: passwordSchema })).output(lastSignInSchema),
  signOut: procedure('session.open').output(z.object({})),
  /** A sign of life by the person at the page; nothing else keeps a session from being locked. */
  stir: procedure('session.open').output(z.object({})),
  unlock: procedure('session.open').input(z.object({ password: passwordSchema })).output(z.object({})),
  changePassword: procedure('session.renew').input(z.object({ current: passwordSchema, password: passwordSchema })).output(z.object({})),

  /** First start: the three officers and the first who work in the register. Refused once there is any account. */
  found: procedure('register.found').input(foundingSchema).output(z.object({ created: z.number().int() })),

  accounts: procedure('account.read').output(z.array(accountSchema)),
  /** Without a password it answers a one-time one. Grants are given only by who may give roles. */
  create: procedure('account.edit').input(z.object({ name: nameSchema, password: passwordSchema.optional(), mustChange: z.boolean().default(true), grants: z.array(grantInputSchema).max(grantableRoles.length).default([]) })).output(oneTimeSchema),
  rename: procedure('account.edit').input(z.object({ id: idSchema, revision: z.number().int(), name: nameSchema })).output(z.object({ revision: z.number().int() })),
  withdraw: procedure('account.edit').input(z.object({ id: idSchema })).output(z.object({ withdrawn: z.number().int() })),
  reinstate: procedure('account.edit').input(z.object({ id: idSchema })).output(z.object({ reinstated: z.number().int() })),
  /** A new password, to be changed at the next sign-in; lifts a lock-out and ends the person's sessions. */
  reset: procedure('account.edit').input(z.object({ id: idSchema, password: passwordSchema.optional() })).output(oneTimeSchema),

  /** A role the person has already is given anew with the departments named. */
  grant: procedure('role.edit').input(grantInputSchema.extend({ personId: idSchema })).output(z.object({ id: idSchema })),
  endGrant: procedure('role.edit').input(z.object({ id: idSchema })).output(z.object({ ended: z.number().int() })),

  holdings: procedure('account.read').output(z.array(holdingSchema)),
  /** `alongside`: it is known that somebody else holds the post at the same time. */
  assignPost: procedure('account.edit').input(z.object({ postId: idSchema, personId: idSchema, since: dateSchema, until: dateSchema.nullable().default(null), alongside: z.boolean().default(false) })).output(z.object({ id: idSchema })),
  endHolding: procedure('account.edit').input(z.object({ id: idSchema, revision: z.number().int(), until: dateSchema })).output(z.object({ revision: z.number().int() })),

  sessionRules: procedure('account.read').output(z.object({ idleMinutes: z.number().int(), revision: z.number().int() })),
  saveSessionRules: procedure('security.edit').input(z.object({ idleMinutes: z.number().int().min(1).max(idleMinutesMost), revision: z.number().int() })).output(z.object({ revision: z.number().int() })),
}
