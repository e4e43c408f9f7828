/** Reads long work to its result. */
export async function finish<R>(work: AsyncIterator<unknown, R, void>): Promise<R> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}
