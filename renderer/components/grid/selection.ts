/** Chosen rows by id, and where a range begun with Shift starts. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly anchor: number | undefined
}

export const noSelection: Selection = { ids: new Set(), anchor: undefined }

/** A plain choice of one row. */
export const selectOne = (id: string, index: number): Selection => ({ ids: new Set([id]), anchor: index })

/** Ctrl or the check box: one row more or less. */
export function toggle(selection: Selection, id: string, index: number): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: index }
}

/** The rows from the anchor to `index`, both included, from top to bottom. */
export function rangeTo(selection: Selection, index: number): { from: number; to: number } {
  const anchor = selection.anchor ?? index
  return { from: Math.min(anchor, index), to: Math.max(anchor, index) }
}

/** Shift: the range takes the place of what was chosen; with Ctrl it is added. */
export function selectRange(selection: Selection, ids: readonly string[], add: boolean): Selection {
  return { ids: new Set(add ? [...selection.ids, ...ids] : ids), anchor: selection.anchor }
}

export const selectAll = (ids: readonly string[]): Selection => ({ ids: new Set(ids), anchor: 0 })
