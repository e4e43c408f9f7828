/** How long a key rests between two writes, ms: dragging a column or typing changes it many times a second. */
const rest = 300

interface Paced<T> {
  readonly set: (key: string, value: T) => void
  /**
   * Writes at once what still waits and what could not be written before: the page is being left, or can be written
   * from again. Resolves when that is done.
   */
  readonly flush: () => Promise<void>
}

/**
 * Writes a value at once, and what follows until that is done and rested in one go after it: a single choice is kept
 * even if the page is left right after, a hundred keystrokes do not make a hundred writes, and of one key there is never
 * more than one write on its way that a later one could be overtaken by. What could not be written waits for the next
 * `flush`; nobody is stopped in his work for it.
 */
export function createPacedWrites<T>(write: (key: string, value: T) => Promise<unknown>): Paced<T> {
  const busy = new Map<string, { next?: { value: T } }>()
  const unwritten = new Map<string, T>()
  const attempt = async (key: string, value: T): Promise<void> => {
    unwritten.delete(key)
    try {
      await write(key, value)
    } catch (error) {
      unwritten.set(key, value)
      console.warn('not written yet', key, error)
    }
  }
  const begin = async (key: string, value: T): Promise<void> => {
    const state: { next?: { value: T } } = {}
    busy.set(key, state)
    await Promise.all([attempt(key, value), pause()])
    busy.delete(key)
    if (state.next !== undefined) void begin(key, state.next.value)
  }
  return {
    set: (key, value) => {
      const state = busy.get(key)
      if (state === undefined) void begin(key, value)
      else state.next = { value }
    },
    flush: async () => {
      const waiting = new Map(unwritten)
      for (const [key, state] of busy) {
        if (state.next !== undefined) waiting.set(key, state.next.value)
        delete state.next
      }
      await Promise.all([...waiting].map(([key, value]) => attempt(key, value)))
    },
  }
}

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, rest) })
