import type { Role } from './roles.ts'

/** A role together with the departments it reaches. */
export interface RoleGrant { readonly role: Role; readonly departments: 'all' | readonly string[] }

/** Who is asking, and what he is here for. */
export interface Caller {
  /** null: nobody has signed in, or the program acts by itself. */
  readonly personId: string | null
  readonly name: string
  readonly grants: readonly RoleGrant[]
}
