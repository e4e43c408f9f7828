/** Codes that are part of the program's rules. They are stored as they stand here and translated when shown. */

export const recordStates = ['in-force', 'withdrawn'] as const
export type RecordState = (typeof recordStates)[number]

export const discretions = ['yes', 'no', 'unknown'] as const
export type Discretion = (typeof discretions)[number]

/** 'declared': somebody says so (self-grading, workbook); 'accepted': the organisation stands by it. */
export const gradingStages = ['declared', 'accepted'] as const
export type GradingStage = (typeof gradingStages)[number]

export const gradingDirections = ['same', 'raised', 'lowered'] as const
export type GradingDirection = (typeof gradingDirections)[number]

export const gradingSources = ['person', 'import', 'undo'] as const
export type GradingSource = (typeof gradingSources)[number]

export const measureProgresses = ['planned', 'in-force', 'done'] as const
export type MeasureProgress = (typeof measureProgresses)[number]

export const measureTerms = ['none', 'dated', 'long-term'] as const
export type MeasureTerm = (typeof measureTerms)[number]

export const auditActorKinds = ['person', 'service'] as const
export type AuditActorKind = (typeof auditActorKinds)[number]

/** Why a risk point waits for a person's confirmation. */
export const confirmCodes = ['grade.split', 'power.ambiguous'] as const
export type ConfirmCode = (typeof confirmCodes)[number]

/** What a year has done to a record against the year before; 'new' as well for all that a register's first year enters. */
export const yearMarks = ['unchanged', 'new', 'modified', 'cancelled'] as const
export type YearMark = (typeof yearMarks)[number]
