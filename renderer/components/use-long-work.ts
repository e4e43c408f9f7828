import { useCallback, useMemo, useRef, useState } from 'react'
import type { Progress } from '#shared/contract/procedure.ts'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { readLongWork } from './read-long-work.ts'

export type LongWorkState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: Progress | undefined; readonly stopping: boolean }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'failed'; readonly failure: Failure }

export interface LongWork {
  readonly state: LongWorkState
  /** Starts work and answers its result; undefined where it was stopped or failed. Only one at a time. */
  readonly run: <T>(start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, T, void>>) => Promise<T | undefined>
  /** Stops by ceasing to read, which cancels the work in core. */
  readonly stop: () => void
  /** Takes note of having stopped or failed. */
  readonly dismiss: () => void
}

/** Drives one procedure whose output is `longWork`: how far it is, stopping it, what it came to. */
export function useLongWork(): LongWork {
  const [state, setState] = useState<LongWorkState>({ phase: 'idle' })
  const abort = useRef<AbortController>(undefined)
  const run = useCallback(async <T>(start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, T, void>>) => {
    const controller = new AbortController()
    abort.current = controller
    setState({ phase: 'running', progress: undefined, stopping: false })
    try {
      const result = await readLongWork(await start(controller.signal), controller.signal, (progress) => setState({ phase: 'running', progress, stopping: false }))
      setState({ phase: result.stopped ? 'stopped' : 'idle' })
      return result.stopped ? undefined : result.value
    } catch (error) {
      setState(controller.signal.aborted ? { phase: 'stopped' } : { phase: 'failed', failure: failureOf(error) })
      return undefined
    }
  }, [])
  const stop = useCallback(() => {
    setState((now) => (now.phase === 'running' ? { ...now, stopping: true } : now))
    abort.current?.abort()
  }, [])
  const dismiss = useCallback(() => setState({ phase: 'idle' }), [])
  return useMemo(() => ({ state, run, stop, dismiss }), [state, run, stop, dismiss])
}
