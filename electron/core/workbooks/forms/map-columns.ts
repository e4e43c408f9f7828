import type { Field, FormDefinition } from './form-definition.ts'
import { headerKey, lookupKeys } from './header-key.ts'

/** What a person decided about columns, by headerKey; kept and applied to the next file of the same shape. */
export type ManualMapping = Readonly<Record<string, Field | 'ignore'>>

/** The decision about a column, if there is one; a header may be called 'constructor', so only own keys count. */
export function decisionOn(header: string, manual: ManualMapping): Field | 'ignore' | undefined {
  const key = headerKey(header)
  return Object.hasOwn(manual, key) ? manual[key] : undefined
}

const aliasIndexes = new Map<FormDefinition, ReadonlyMap<string, Field>>()

function aliasIndex(form: FormDefinition): ReadonlyMap<string, Field> {
  const known = aliasIndexes.get(form)
  if (known !== undefined) return known
  const index = new Map<string, Field>()
  for (const column of form.columns) {
    for (const alias of column.aliases) if (!index.has(headerKey(alias))) index.set(headerKey(alias), column.field)
  }
  aliasIndexes.set(form, index)
  return index
}

/** Gives each field to one column only, the first that claims it. */
class Assignment {
  readonly mapping: Record<number, Field> = {}
  readonly #taken = new Set<Field>()

  claim(column: number, field: Field | undefined): void {
    if (field === undefined || this.#taken.has(field) || this.mapping[column] !== undefined) return
    this.mapping[column] = field
    this.#taken.add(field)
  }
}

/** Exact spellings claim before headers stripped of remarks, and those before a lowest level alone. */
const lookupRanks = [0, 1, 2]

/**
 * Which column is which field of a form: first what a person decided, then by the names of the columns.
 *
 * A decision for a field the form does not have counts for nothing.
 */
export function mapColumns(form: FormDefinition, headers: readonly string[], manual: ManualMapping = {}): Record<number, Field> {
  const index = aliasIndex(form)
  const assignment = new Assignment()
  const open: [number, string[]][] = []
  for (const [column, header] of headers.entries()) {
    const decision = decisionOn(header, manual)
    if (decision === undefined) open.push([column, lookupKeys(header)])
    else assignment.claim(column, form.columns.find((one) => one.field === decision)?.field)
  }
  for (const rank of lookupRanks) for (const [column, keys] of open) assignment.claim(column, index.get(keys[rank] ?? ''))
  return assignment.mapping
}
