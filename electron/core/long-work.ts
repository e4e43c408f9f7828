import { setImmediate } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'

/** The reader of long work stopped reading. It ends the work inside and never reaches anybody. */
class Stopped extends Error {
  constructor() {
    super('nobody reads this work any more')
    this.name = 'Stopped'
  }
}

/** Tells how far the work has come and gives way to other work of the process. Throws where the reader has gone. */
export type Report = (progress: Progress) => Promise<void>

/**
 * Long work as the contract wants it, from a function that reports while it runs. Needed where the work sits inside
 * something that only takes a function, such as a change: when the reader stops, the next report throws, the
 * transaction around it is rolled back, and only then is the generator done.
 */
export async function* reporting<T>(work: (report: Report) => Promise<T>): AsyncGenerator<Progress, T, void> {
  const told: Progress[] = []
  const state = { stopped: false, ended: false, heard: Promise.withResolvers<void>() }
  const running = work(async (progress) => {
    if (state.stopped) throw new Stopped()
    told.push(progress)
    state.heard.resolve()
    await setImmediate()
  })
  const end = ending(running, state)
  try {
    while (!state.ended) {
      await state.heard.promise
      state.heard = Promise.withResolvers<void>()
      yield* told.splice(0)
    }
    return await running
  } finally {
    state.stopped = true
    await end
  }
}

async function ending(running: Promise<unknown>, state: { ended: boolean; heard: PromiseWithResolvers<void> }): Promise<void> {
  await Promise.allSettled([running])
  state.ended = true
  state.heard.resolve()
}

/** Passes reports on; where nobody reads them any more the work inside is ended too, with its thread and its files. */
export async function follow<T>(work: AsyncGenerator<Progress, T, void>, report: Report): Promise<T> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
    try {
      await report(step.value)
    } catch (error) {
      await work.throw(error)
    }
  }
}
