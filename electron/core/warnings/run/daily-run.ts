import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import { runWhole } from './run-rules.ts'

/** The name under which the log knows the run nobody started. */
export const dailyRunActor: Actor = { kind: 'service', name: 'warning-run' }

/** Whoever opens the program has it for himself first. */
const firstAfter = 60_000
/** Hosts stay open for days: as often as this it is asked whether a new day has begun. */
const askedEvery = 10 * 60_000

export interface DailyRunOptions {
  readonly firstAfter?: number
  readonly askedEvery?: number
  /** Told of a fault of the program; a register that is closed or not set up is none. */
  readonly onFault: (fault: unknown) => void
}

/**
 * Runs the warning rules once a day for as long as the core is open. Its timers keep no process alive.
 * @returns stops it, and resolves when a run under way has ended
 */
export function keepDailyRun(core: Core, { firstAfter: first = firstAfter, askedEvery: every = askedEvery, onFault }: DailyRunOptions): () => Promise<void> {
  const stop = new AbortController()
  let under: Promise<void> = Promise.resolve()
  const ask = (): void => {
    under = under.then(() => (stop.signal.aborted ? undefined : runIfDue(core, stop.signal))).then(() => undefined, (error: unknown) => {
      if (!stop.signal.aborted && !(error instanceof Refusal)) onFault(error)
    })
  }
  const timers: NodeJS.Timeout[] = []
  timers.push(setTimeout(() => {
    ask()
    timers.push(setInterval(ask, every).unref())
  }, first).unref())
  return async () => {
    stop.abort()
    for (const timer of timers) clearTimeout(timer)
    await under
  }
}

/** Runs the rules unless a run was finished today. Answers whether it ran. @throws Refusal as `runRules` */
export async function runIfDue(core: Core, signal: AbortSignal = new AbortController().signal): Promise<boolean> {
  const { database: { read }, env } = core
  if (await read.selectFrom('organisation').select('id').executeTakeFirst() === undefined) return false
  const today = await read.selectFrom('warning_run').select('number').where('started_on', '=', env.localDate(env.now())).where('finished_at', 'is not', null).limit(1).executeTakeFirst()
  if (today !== undefined) return false
  await runWhole(core, dailyRunActor, async () => { signal.throwIfAborted() })
  return true
}
