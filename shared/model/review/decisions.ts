/** What is done to an entry on its way. Stored as they stand here and translated when shown. */
export const decisionActions = ['submit', 'take', 'pass', 'return', 'recall', 'publish', 'file', 'reopen', 'keep', 'take-over', 'year'] as const
export type DecisionAction = (typeof decisionActions)[number]

/** Why a cycle began. */
export const entryKinds = ['first', 'adjust', 'raise', 'lower', 'cancel', 'year'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What somebody may open an entry in force for; a new year opens it by itself. */
export const reopenKinds = ['adjust', 'raise', 'lower', 'cancel'] as const
export type ReopenKind = (typeof reopenKinds)[number]

/** Why an entry has to be looked at again. */
export const reExaminationCauses = ['changed', 'holder', 'adjustment', 'method'] as const
export type ReExaminationCause = (typeof reExaminationCauses)[number]
