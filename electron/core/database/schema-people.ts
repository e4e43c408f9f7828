import type { Generated } from 'kysely'
import type { Role } from '#shared/model/roles.ts'
import type { RecordState } from '#shared/model/states.ts'

export interface PersonTable {
  number: Generated<number>
  id: string
  name: string
  name_key: string
  /** JSON: the hash with its parameters and salt. */
  password: string
  must_change: Generated<0 | 1>
  password_changed_at: string
  failures: Generated<number>
  /** UTC instant until which no sign-in is tried. */
  locked_until: string | null
  last_sign_in_at: string | null
  state: Generated<RecordState>
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface PastPasswordTable { number: Generated<number>; person_id: string; password: string; until: string }

export interface RoleGrantTable {
  number: Generated<number>
  id: string
  person_id: string
  role: Role
  /** 1: every department; 0: those of role_grant_department. */
  whole_organisation: 0 | 1
  granted_at: string
  granted_by: string
  ended_at: string | null
  ended_by: string | null
}
export interface RoleGrantDepartmentTable { grant_id: string; department_id: string }

export interface PostHoldingTable {
  number: Generated<number>
  id: string
  post_id: string
  person_id: string
  /** Local calendar dates; until is the last day. */
  since: string
  until: string | null
  revision: Generated<number>
  created_at: string
  updated_at: string
}

export interface SessionRuleTable { number: number; idle_minutes: Generated<number>; revision: Generated<number> }

/** Tables of migration part `people`. */
export interface PeopleSchema {
  person: PersonTable
  past_password: PastPasswordTable
  role_grant: RoleGrantTable
  role_grant_department: RoleGrantDepartmentTable
  post_holding: PostHoldingTable
  session_rule: SessionRuleTable
}
