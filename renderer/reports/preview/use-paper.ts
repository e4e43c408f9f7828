import { useEffect, useState } from 'react'
import type { Progress } from '#shared/contract/procedure.ts'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { readLongWork } from '#renderer/components/read-long-work.ts'

/** Asks core for the page of a paper; to stop reading it cancels the work. */
export type StartPaper = (signal: AbortSignal) => Promise<AsyncIterator<Progress, string, void>>

export interface PaperState {
  readonly html?: string
  readonly progress?: Progress
  readonly failure?: Failure
}

/** The page of a paper, made when it is first looked at and given up when nobody looks any more. */
export function usePaper(start: StartPaper): PaperState {
  const [state, setState] = useState<PaperState>({})
  const [first] = useState(() => start)
  useEffect(() => {
    const looking = new AbortController()
    const { signal } = looking
    const read = async (): Promise<void> => {
      try {
        const result = await readLongWork(await first(signal), signal, (progress) => setState({ progress }))
        if (!result.stopped) setState({ html: result.value })
      } catch (error) {
        if (!signal.aborted) setState({ failure: failureOf(error) })
      }
    }
    void read()
    return () => looking.abort()
  }, [first])
  return state
}
