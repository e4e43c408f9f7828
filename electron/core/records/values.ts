/** Fields of a record by the contract's names. */
export type Values = Readonly<Record<string, unknown>>

export interface Difference { readonly before: Values; readonly after: Values }

/** A cleared field holds nothing, not an empty text; only `keepBlank` fields have '' as a value of their own. */
export function withoutBlanks(patch: Values, keepBlank: readonly string[]): Values {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, value === '' && !keepBlank.includes(field) ? null : value]))
}

/** What a patch would alter: old and new values of exactly those fields; undefined where it alters nothing. */
export function differenceOf(stands: Values, patch: Values): Difference | undefined {
  const fields = Object.keys(patch).filter((field) => !same(stands[field], patch[field]))
  if (fields.length === 0) return undefined
  return { before: pick(stands, fields), after: pick(patch, fields) }
}

const pick = (values: Values, fields: readonly string[]): Values => Object.fromEntries(fields.map((field) => [field, values[field]]))

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
