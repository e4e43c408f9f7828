import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** What the processes that a work starts take together. */
export interface ChildProcesses {
  /** Seconds of processor time, of user and system. */
  readonly cpuSeconds: number
  /** The most memory at one moment, in megabytes; pages that several share are counted once, by their shares. */
  readonly peakMegabytes: number
}

interface Process { readonly pid: number; readonly parent: number; readonly ticks: number }

/** Ticks of a second, on every Linux. */
const tick = 100

/** Watches the processes below this one while the work runs. @returns undefined for them where the system has no /proc */
export async function watchingChildren<T>(work: () => Promise<T>): Promise<{ done: T; children: ChildProcesses | undefined }> {
  const ticks = new Map<number, number>()
  let peak = 0
  const look = (): void => {
    const own = descendants(running(), process.pid)
    for (const { pid, ticks: spent } of own) ticks.set(pid, spent)
    peak = Math.max(peak, own.reduce((sum, { pid }) => sum + kilobytesOf(pid), 0))
  }
  const state = { over: false }
  const watching = (async () => { while (!state.over) { look(); await setTimeout(100) } })()
  try {
    const done = await work()
    const cpuSeconds = [...ticks.values()].reduce((sum, spent) => sum + spent, 0) / tick
    return { done, children: ticks.size === 0 ? undefined : { cpuSeconds, peakMegabytes: Math.round(peak / 1024) } }
  } finally {
    state.over = true
    await watching
  }
}

function running(): Process[] {
  return read(() => readdirSync('/proc'), []).filter((name) => /^\d+$/u.test(name)).flatMap((name) => {
    // The name of a process may hold anything; what follows its last bracket is fields.
    const fields = read(() => readFileSync(`/proc/${name}/stat`, 'utf8'), '').split(')').at(-1)?.trim().split(' ') ?? []
    return fields.length < 14 ? [] : [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
  })
}

function descendants(all: readonly Process[], root: number): Process[] {
  const children = all.filter(({ parent }) => parent === root)
  return children.flatMap((child) => [child, ...descendants(all, child.pid)])
}

const kilobytesOf = (pid: number): number => Number(/^Pss:\s+(?<kilobytes>\d+)/mu.exec(read(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), ''))?.groups?.['kilobytes'] ?? 0)

/** A process may be gone between two looks. */
function read<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
