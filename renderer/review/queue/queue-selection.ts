import type { RiskFilter } from '#shared/contract/risks.ts'

/** Which entries an order is for: some by name, or the whole list without those taken out. */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string>; readonly anchor: number | undefined }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string>; /** UTC instant at which the list was read. */ readonly seenAt: string }

export const nonePicked: Picked = { kind: 'some', ids: new Set(), anchor: undefined }

export const isPicked = (picked: Picked, id: string): boolean => (picked.kind === 'all' ? !picked.except.has(id) : picked.ids.has(id))

export const pickedCount = (picked: Picked, total: number): number => (picked.kind === 'all' ? Math.max(0, total - picked.except.size) : picked.ids.size)

/** One entry more or less; of a whole list, one taken out or put back. */
export function togglePicked(picked: Picked, id: string, index: number): Picked {
  const changed = new Set(picked.kind === 'all' ? picked.except : picked.ids)
  if (!changed.delete(id)) changed.add(id)
  return picked.kind === 'all' ? { ...picked, except: changed } : { kind: 'some', ids: changed, anchor: index }
}

/** Where a choice with Shift begins and ends. */
export function rangeOf(picked: Picked, index: number, cursor: number): { readonly from: number; readonly to: number } {
  const anchor = picked.kind === 'some' ? picked.anchor ?? cursor : cursor
  return { from: Math.min(anchor, index), to: Math.max(anchor, index) }
}

export function pickRange(picked: Picked, ids: readonly string[], anchor: number): Picked {
  return { kind: 'some', ids: new Set(ids), anchor: picked.kind === 'some' ? picked.anchor ?? anchor : anchor }
}

export const pickAll = (seenAt: string): Picked => ({ kind: 'all', except: new Set(), seenAt })

/** What an order is sent with. `revisionOf` answers the revision of an entry as it was seen. */
export function selectionOf(picked: Picked, { filter, revisionOf }: { readonly filter: RiskFilter; readonly revisionOf: (id: string) => number | undefined }) {
  if (picked.kind === 'all') return { filter, except: [...picked.except], seenAt: picked.seenAt }
  return { items: [...picked.ids].map((id) => ({ id, revision: revisionOf(id) })) }
}
export type OrderSelection = ReturnType<typeof selectionOf>
