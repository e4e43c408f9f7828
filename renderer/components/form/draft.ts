import { z } from 'zod'

/** What was typed into a record's form and is not saved yet, with what the fields held when it was begun. */
export const draftSchema = z.object({
  revision: z.number(),
  patch: z.record(z.string(), z.json()),
  before: z.record(z.string(), z.json()),
}).nullable()
export type Draft = z.infer<typeof draftSchema>
type Values = Readonly<Record<string, unknown>>

/** The draft after one more field was typed into; a field brought back to what it was leaves it. */
export function typed(draft: Draft, base: Values & { readonly revision: number }, name: string, value: unknown): Draft {
  const json = z.json()
  const before = { [name]: json.parse(base[name] ?? null), ...draft?.before }
  const patch = { ...draft?.patch, [name]: json.parse(value ?? null) }
  const changed = Object.keys(patch).filter((field) => !same(patch[field], before[field]))
  if (changed.length === 0) return null
  return { revision: draft?.revision ?? base.revision, patch: only(patch, changed), before: only(before, changed) }
}

/** Fields of the draft that somebody else changed since it was begun. */
export function overtaken(draft: Draft, current: Values): string[] {
  return draft === null ? [] : Object.keys(draft.patch).filter((field) => field in current && !same(draft.before[field], current[field]))
}

/** The draft on top of the record as it is now; `drop` are the fields whose latest value is taken instead. */
export function rebased(draft: Draft, current: Values & { readonly revision: number }, drop: readonly string[]): Draft {
  if (draft === null) return null
  const kept = Object.keys(draft.patch).filter((field) => !drop.includes(field))
  if (kept.length === 0) return null
  const before = Object.fromEntries(kept.map((field) => [field, z.json().parse(current[field] ?? null)]))
  return { revision: current.revision, patch: only(draft.patch, kept), before }
}

/** The draft after one field that somebody else changed too has been decided: his value is taken, or one's own kept on top of it. */
export function resolved(draft: Draft, current: Values, field: string, whose: 'mine' | 'theirs'): Draft {
  if (draft === null) return null
  if (whose === 'mine') return { ...draft, before: { ...draft.before, [field]: z.json().parse(current[field] ?? null) } }
  const kept = Object.keys(draft.patch).filter((name) => name !== field)
  return kept.length === 0 ? null : { ...draft, patch: only(draft.patch, kept), before: only(draft.before, kept) }
}

/** What is sent: texts without outer spaces, lists without empty lines, nothing for an emptied field. */
export function tidied(patch: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, tidy(value)]))
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return Array.isArray(value) ? value.map(tidy).filter((item) => item !== null) : value
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const only = <T>(values: Record<string, T>, fields: readonly string[]): Record<string, T> => Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)))
