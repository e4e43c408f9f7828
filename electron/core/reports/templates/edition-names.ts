import { namesOf } from './placeholders.ts'
import { onlyTable } from './placeholders-of.ts'
import type { PlaceholderNames, Placeholders } from './placeholders.ts'

/** All the names a report has in some edition: what a form may ask for. */
export function allNames(editions: Iterable<PlaceholderNames>): PlaceholderNames {
  const fields = new Set<string>()
  const lists = new Map<string, Set<string>>()
  for (const names of editions) {
    for (const field of names.fields) fields.add(field)
    for (const [name, columns] of names.lists) lists.set(name, new Set([...lists.get(name) ?? [], ...columns]))
  }
  return { fields: [...fields], lists: new Map([...lists].map(([name, columns]) => [name, [...columns]])) }
}

/**
 * The names that may stay without a value in this edition: those another edition had when the form was checked and this
 * one had not, and whatever belongs to a list that has no rows now. A name that was there and is gone is none of them:
 * a form that asks for it is refused rather than handed out with a gap.
 */
export function emptyNames(values: Placeholders, { known, before }: { known: PlaceholderNames; before: PlaceholderNames | undefined }): PlaceholderNames {
  const now = namesOf(values)
  const then = before ?? { fields: [], lists: new Map<string, readonly string[]>() }
  const fields = known.fields.filter((name) => !now.fields.includes(name) && !then.fields.includes(name))
  const lists = new Map<string, readonly string[]>()
  for (const [name, columns] of known.lists) {
    // An only table has no name of its own; where there are several now, nobody can say which one is meant.
    if ((name === onlyTable.list || name === onlyTable.total) && !now.lists.has(name) && [...now.lists.keys()].some((list) => list !== 'chapters')) continue
    const present = now.lists.get(name)
    lists.set(name, present === undefined ? columns : columns.filter((column) => !present.includes(column) && then.lists.get(name)?.includes(column) !== true))
  }
  return { fields, lists }
}

/** What a form asks for and an edition does not have, as the names stand in the form. */
export function missingIn(placeholders: readonly string[], names: PlaceholderNames): string[] {
  const known = new Set([...names.fields, ...names.lists.keys(), ...[...names.lists.values()].flat()])
  return placeholders.filter((placeholder) => !known.has(placeholder.slice(2, -2).trim().replace(/^[#^/]\s*/u, '')))
}
