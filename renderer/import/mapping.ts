/** Decisions about columns: by sheet, then header → field, or 'ignore'. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, string>>>>

export const IGNORE = 'ignore'

export const withDecision = (mapping: Mapping, sheet: string, header: string, field: string): Mapping => ({ ...mapping, [sheet]: { ...mapping[sheet], [header]: field } })

/** What was decided about a column here; undefined where nothing was. */
export const decisionFor = (mapping: Mapping, sheet: string, header: string): string | undefined => mapping[sheet]?.[header]
