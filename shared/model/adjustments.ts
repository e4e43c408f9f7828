/** What changed around the register. 'holder' is recorded by the program itself when a post changes hands. */
export const adjustmentKinds = ['law', 'body', 'post', 'process', 'case', 'holder'] as const
export type AdjustmentKind = (typeof adjustmentKinds)[number]

/** Those a person records. */
export const recordedKinds = ['law', 'body', 'post', 'process', 'case'] as const satisfies readonly AdjustmentKind[]

/** What is to be done again: identification for a power, the others for a risk point. */
export const taskWorks = ['identify', 'grade', 'measures', 'recheck'] as const
export type TaskWork = (typeof taskWorks)[number]
export const orderedWorks = ['identify', 'grade', 'measures'] as const satisfies readonly TaskWork[]

export const taskStates = ['open', 'done', 'not-needed'] as const
export type TaskState = (typeof taskStates)[number]

/** Working days until a task is due, where nobody says otherwise. */
export const taskDays = 10
