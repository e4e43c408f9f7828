/** Times are milliseconds. */
export interface Timing { runs: number; median: number; p95: number }

export interface Measured { ours: Timing; bare: Timing; /** median of ours ÷ median of the bare statement */ ratio: number }

/** The n-th call of one case; `run` counts up, so that a case can vary its values and nothing is answered from a cache. */
export type Work = (run: number) => unknown

export interface Case { name: string; what: string; runs: number; ours: Work; bare: Work }

/** Ours and the bare statement take turns, so that whatever else the machine does falls on both alike. */
export async function measure({ runs, ours, bare }: Pick<Case, 'runs' | 'ours' | 'bare'>): Promise<Measured> {
  const warmUp = runs < 10 ? 0 : 3
  for (let run = 0; run < warmUp; run++) { await ours(run); await bare(run) }
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let run = warmUp; run < warmUp + runs; run++) {
    times.ours.push(await timed(ours, run))
    times.bare.push(await timed(bare, run))
  }
  const timings = { ours: timing(times.ours), bare: timing(times.bare) }
  return { ...timings, ratio: round(timings.ours.median / timings.bare.median) }
}

async function timed(work: Work, run: number): Promise<number> {
  const start = performance.now()
  await work(run)
  return performance.now() - start
}

function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)
  return { runs: times.length, median: at(0.5), p95: at(0.95) }
}

const round = (value: number): number => Number(value.toPrecision(3))
