/** What became of an event from an e-supervision platform. */
export const eventStates = ['open', 'warned', 'dismissed', 'withdrawn'] as const
export type EventState = (typeof eventStates)[number]

/** How an event came to be tied to a power. */
export const eventLinks = ['code', 'name', 'hand'] as const
export type EventLink = (typeof eventLinks)[number]

/** What a column of an events file can hold. */
export const eventFields = ['eventNo', 'happenedAt', 'powerCode', 'powerName', 'step', 'caseNo', 'department', 'kind', 'level', 'text'] as const
export type EventField = (typeof eventFields)[number]
