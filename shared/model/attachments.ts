/** How far a file may go: into public editions, inside the organisation, or nowhere but here. */
export const secrecies = ['public', 'internal', 'secret'] as const
export type Secrecy = (typeof secrecies)[number]

/** Records a file may belong to, by their codes in the log. */
export const attachedEntities = ['risk-point', 'power', 'control-measure', 'measure-execution', 'publicity', 'objection', 'filing', 'adjustment', 'warning', 'rectification', 'assessment-item', 'package-item', 'report-form'] as const
export type AttachedEntity = (typeof attachedEntities)[number]
/** Records files are added to one by one; evidence of an execution comes with the execution. */
export type FreelyAttached = Exclude<AttachedEntity, 'measure-execution'>

/** Bytes; a scanned document has some hundred thousand. */
export const largestAttachment = 50 * 1024 * 1024
