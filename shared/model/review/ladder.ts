import { z } from 'zod'
import { labelsSchema } from '../labels.ts'
import { workingRoles } from '../roles.ts'
import type { WorkingRole } from '../roles.ts'

/** The steps an entry may have to take, in the order in which they are taken. */
export const stepKinds = ['department-review', 'approval', 'inspection-review', 'determination', 'publicity', 'filing'] as const
export type StepKind = (typeof stepKinds)[number]

/** Steps in which somebody judges; in the last two something is done and noted. */
export const judgingKinds: readonly StepKind[] = ['department-review', 'approval', 'inspection-review', 'determination']

/** Who approves; a heavier grade asks somebody higher. Lowest first. */
export const approverRoles = ['section-head', 'leader-in-charge', 'chief-leader'] as const
export type ApproverRole = (typeof approverRoles)[number]

export const checkSchema = z.object({ code: z.string().regex(/^[a-z0-9-]{1,60}$/), labels: labelsSchema })

export const ladderStepSchema = z.object({
  kind: z.enum(stepKinds),
  /** Any of these may take the step; an approval goes by `approvers` instead. */
  roles: z.array(z.enum(workingRoles)).max(workingRoles.length).default([]),
  /** Grades that take this step; absent: every grade does. */
  grades: z.array(z.string().max(100)).max(20).optional(),
  /** Of an approval: who approves which grade. A grade nobody is named for goes to the highest. */
  approvers: z.array(z.object({ grade: z.string().max(100), role: z.enum(approverRoles) })).max(20).default([]),
  /** Working days until the step is due. */
  days: z.number().int().min(1).max(250),
  /** What whoever takes the step has to have looked at. */
  checklist: z.array(checkSchema).max(20).default([]),
})
export type LadderStep = z.infer<typeof ladderStepSchema>

export const ladderSchema = z.object({ steps: z.array(ladderStepSchema).min(1).max(stepKinds.length) })
/** The steps of one organisation: data, edited by its office, kept in versions. */
export type Ladder = z.infer<typeof ladderSchema>

export type LadderFault = 'order' | 'no-judging-step' | 'no-roles' | 'determination-optional'

/** What is wrong with a ladder; undefined where it holds. Each kind of step occurs once at most, in the order of `stepKinds`. */
export function ladderFault({ steps }: Ladder): LadderFault | undefined {
  const places = steps.map(({ kind }) => stepKinds.indexOf(kind))
  if (places.some((place, index) => index > 0 && place <= (places[index - 1] ?? -1))) return 'order'
  const judging = steps.filter(({ kind }) => judgingKinds.includes(kind))
  if (judging.length === 0) return 'no-judging-step'
  if (steps.some(({ kind, roles }) => kind !== 'approval' && roles.length === 0)) return 'no-roles'
  // Somebody must judge every grade, so at least one judging step takes them all.
  return judging.every(({ grades }) => grades !== undefined) ? 'determination-optional' : undefined
}

/** Whom to ask where nobody of a role is left who may judge the entry. */
const higher: Partial<Record<WorkingRole, WorkingRole>> = {
  'risk-officer': 'section-head',
  'section-head': 'leader-in-charge',
  'leader-in-charge': 'chief-leader',
  inspector: 'chief-leader',
}

/** The next higher role; undefined above the chief. */
export const higherRole = (role: WorkingRole): WorkingRole | undefined => higher[role]

/** Who has to agree to a lowering by somebody of this role: somebody higher, and beside the chief the inspection. */
export const lowererApprover = (role: WorkingRole): WorkingRole => {
  if (role === 'chief-leader') return 'inspector'
  const next = higherRole(role) ?? 'chief-leader'
  return next === 'section-head' ? 'leader-in-charge' : next
}
