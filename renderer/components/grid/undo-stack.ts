/** One change that can be taken back: the values of the changed fields before and after, by record. */
export type UndoEntry =
  | { readonly kind: 'save'; readonly changes: readonly { readonly id: string; readonly before: Record<string, unknown>; readonly after: Record<string, unknown> }[] }
  | { readonly kind: 'withdraw'; readonly ids: readonly string[] }
  | { readonly kind: 'reinstate'; readonly ids: readonly string[] }

export interface UndoStack { readonly done: readonly UndoEntry[]; readonly undone: readonly UndoEntry[] }

/** How many steps are kept. */
const depth = 100

export const emptyStack: UndoStack = { done: [], undone: [] }

/** A new change; what had been undone before it cannot be redone any more. */
export function push(stack: UndoStack, entry: UndoEntry): UndoStack {
  return isEmpty(entry) ? stack : { done: [...stack.done, entry].slice(-depth), undone: [] }
}

const isEmpty = (entry: UndoEntry): boolean =>
  (entry.kind === 'save' ? entry.changes.every(({ before }) => Object.keys(before).length === 0) : entry.ids.length === 0)

/** Moves the newest change to the undone ones, after it has been taken back. */
export function undone(stack: UndoStack): UndoStack {
  const entry = stack.done.at(-1)
  return entry === undefined ? stack : { done: stack.done.slice(0, -1), undone: [...stack.undone, entry] }
}

/** Moves the change that was last undone back, after it has been made again. */
export function redone(stack: UndoStack): UndoStack {
  const entry = stack.undone.at(-1)
  return entry === undefined ? stack : { done: [...stack.done, entry], undone: stack.undone.slice(0, -1) }
}

/** The change that brings about the opposite. */
export function inverse(entry: UndoEntry): UndoEntry {
  switch (entry.kind) {
    case 'save': return { kind: 'save', changes: entry.changes.map(({ id, before, after }) => ({ id, before: after, after: before })) }
    case 'withdraw': return { kind: 'reinstate', ids: entry.ids }
    case 'reinstate': return { kind: 'withdraw', ids: entry.ids }
  }
}
