/** How long a key rests between two writes, ms: dragging a column or typing changes it many times a second. */
const rest = 300

/**
 * Writes a value at once, and what follows within the rest in one go after it: a single choice is kept even if the
 * page is left right after, and a hundred keystrokes do not make a hundred writes.
 */
export function createPacedWrites<T>(write: (key: string, value: T) => void): { readonly set: (key: string, value: T) => void; readonly flush: () => void } {
  const resting = new Map<string, { next?: { value: T } }>()
  const begin = (key: string, value: T) => {
    const state: { next?: { value: T } } = {}
    resting.set(key, state)
    write(key, value)
    setTimeout(() => {
      resting.delete(key)
      if (state.next !== undefined) begin(key, state.next.value)
    }, rest)
  }
  return {
    set: (key, value) => {
      const state = resting.get(key)
      if (state === undefined) begin(key, value)
      else state.next = { value }
    },
    flush: () => {
      for (const [key, state] of resting) {
        if (state.next !== undefined) write(key, state.next.value)
        delete state.next
      }
    },
  }
}
