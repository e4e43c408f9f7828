import { z } from 'zod'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { approverRoles, ladderFault, stepKinds } from '#shared/model/review/ladder.ts'
import type { Ladder, LadderFault, LadderStep, StepKind } from '#shared/model/review/ladder.ts'
import { workingRoles } from '#shared/model/roles.ts'
import type { Scale } from '#shared/model/scales.ts'

const text = z.string().max(2000)

/** A ladder while it is being edited: texts may be empty. */
export const ladderDraftSchema = z.object({
  steps: z.array(z.object({
    kind: z.enum(stepKinds), roles: z.array(z.enum(workingRoles)), grades: z.array(z.string()).optional(),
    approvers: z.array(z.object({ grade: z.string(), role: z.enum(approverRoles) })), days: z.number(),
    checklist: z.array(z.object({ code: z.string(), labels: z.object({ 'zh-CN': text, en: text }) })),
  })),
})

/** With a step in use or not; one that comes back is as it was delivered. */
export function withStep(ladder: Ladder, kind: StepKind, on: boolean, scale: Scale): Ladder {
  if (!on) return { steps: ladder.steps.filter((step) => step.kind !== kind) }
  const delivered = defaultLadder(scale).steps.find((step) => step.kind === kind)
  return delivered === undefined || ladder.steps.some((step) => step.kind === kind) ? ladder : { steps: [...ladder.steps, delivered].toSorted(byPlace) }
}

const byPlace = (a: LadderStep, b: LadderStep): number => stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind)

/** A small organisation: the department judges, the chief determines. */
export const twoStepLadder = (scale: Scale): Ladder => ({ steps: defaultLadder(scale).steps.filter(({ kind }) => kind === 'department-review' || kind === 'determination') })

/** What keeps a ladder from being put in force. */
export function faultOf(ladder: Ladder): LadderFault | 'blank' | undefined {
  const blank = ladder.steps.some(({ checklist }) => checklist.some(({ labels }) => labels['zh-CN'].trim() === '' || labels.en.trim() === ''))
  return ladderFault(ladder) ?? (blank ? 'blank' : undefined)
}

/** A code no other point of the ladder has. */
export function freeCheckCode({ steps }: Ladder): string {
  const taken = new Set(steps.flatMap(({ checklist }) => checklist.map(({ code }) => code)))
  for (let number = 1; ; number++) if (!taken.has(`check-${number}`)) return `check-${number}`
}
