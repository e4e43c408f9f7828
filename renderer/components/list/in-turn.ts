/** Runs work one after the other; a piece that fails does not keep the next one from its turn. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = turn.then(work, work)
    turn = result.catch(() => undefined)
    return result
  }
}
