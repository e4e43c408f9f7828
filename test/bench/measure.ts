import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Times are milliseconds. */
export interface Timing { runs: number; median: number; p95: number }

export interface Measured {
  ours: Timing
  bare: Timing
  /** median of ours ÷ median of the bare statement */
  ratio: number
  /** The longest time for which the work let nothing else of its process run; only of long work. */
  longestStop?: number
}

/** The n-th call of one case; `run` counts up, so that a case can vary its values and nothing is answered from a cache. */
export type Work = (run: number) => unknown

export interface Case {
  name: string
  what: string
  runs: number
  /** Fewer, where the bare statement takes seconds. */
  bareRuns?: number
  ours: Work
  bare: Work
}

type Measuring = Pick<Case, 'runs' | 'bareRuns' | 'ours' | 'bare'>

/** Ours and the bare statement take turns, so that whatever else the machine does falls on both alike. */
export async function measure(one: Measuring): Promise<Measured> {
  const [measured] = await measureTogether([one])
  return measured
}

/** The same of one case over registers of several sizes, which take turns too: only so can be said how its cost grows. */
export async function measureTogether<const Of extends readonly Measuring[]>(cases: Of): Promise<{ -readonly [K in keyof Of]: Measured }> {
  const runs = Math.max(...cases.map((one) => one.runs))
  const warmUp = runs < 10 ? 0 : 3
  const times = cases.map(() => ({ ours: [] as number[], bare: [] as number[] }))
  for (let run = 0; run < warmUp + runs; run++) {
    for (const [index, { ours, bare, bareRuns = runs }] of cases.entries()) {
      const counts = run >= warmUp
      const withBare = run < warmUp + bareRuns && (counts || bareRuns === runs)
      // Who comes second finds the pages in memory that the first had to fetch.
      const bareFirst = withBare && runs > 1 && run % 2 === 1
      const early = bareFirst ? await timed(bare, run) : undefined
      const took = await timed(ours, run)
      const late = withBare && !bareFirst ? await timed(bare, run) : undefined
      if (!counts) continue
      times[index]?.ours.push(took)
      if (withBare) times[index]?.bare.push(early ?? late ?? Number.NaN)
    }
  }
  return times.map(({ ours, bare }) => measuredBy(timing(ours), timing(bare))) as { -readonly [K in keyof Of]: Measured }
}

const measuredBy = (ours: Timing, bare: Timing): Measured => ({ ours, bare, ratio: significant(ours.median / bare.median) })

/** Long work once, and for how long it kept its process from anything else. */
export async function measureLong(one: Measuring): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const ours: Work = async (run) => {
    delay.enable()
    await one.ours(run)
    delay.disable()
  }
  return { ...await measure({ ...one, ours }), longestStop: significant(delay.max / 1e6) }
}

async function timed(work: Work, run: number): Promise<number> {
  const start = performance.now()
  await work(run)
  return performance.now() - start
}

function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => significant(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)
  return { runs: times.length, median: at(0.5), p95: at(0.95) }
}

/** Three digits: more would say what the next run contradicts. */
export const significant = (value: number): number => Number(value.toPrecision(3))
