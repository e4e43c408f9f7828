/** 'dropped': taken back before it was posted; its entries wait again. */
export const publicityStates = ['drawn-up', 'posted', 'closed', 'dropped'] as const
export type PublicityState = (typeof publicityStates)[number]

/** By what way somebody objected. */
export const objectionWays = ['visit', 'letter', 'phone', 'mail', 'meeting', 'other'] as const
export type ObjectionWay = (typeof objectionWays)[number]

export const filingStates = ['drawn-up', 'filed', 'dropped'] as const
export type FilingState = (typeof filingStates)[number]

/** What happened to an entry within a month. */
export const entryChangeKinds = ['new', 'adjusted', 'raised', 'lowered', 'cancelled'] as const
export type EntryChangeKind = (typeof entryChangeKinds)[number]

/** What happened to a power within a month. */
export const powerChangeKinds = ['new', 'changed', 'withdrawn'] as const
export type PowerChangeKind = (typeof powerChangeKinds)[number]
